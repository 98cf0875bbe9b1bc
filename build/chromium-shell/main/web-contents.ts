import { EventEmitter } from 'node:events';
import type {
  PrinterInfo,
  PrintToPDFOptions,
  WebContents as ElectronContents,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron';
import type { WebSocket } from 'ws';
import type { OpenWindowRequest } from '../ipc-messages.ts';
import { app } from './app.ts';
import { getBrowser } from './browser.ts';
import type { AttachedTarget } from './browser.ts';
import { cancellableEvent } from './cancellable-event.ts';
import type { CdpSession } from './cdp.connection.ts';
import type { RemoteValue } from './cdp.protocol.ts';
import { ContentsIpc } from './contents.ipc.ts';
import { ContentsNavigation } from './contents.navigation.ts';
import { guardClass } from './guard.ts';
import { harmless } from './harmless.ts';
import { IpcMain } from './ipc-main.ts';
import { composePreload } from './preload-script.ts';
import { listPrinters, printToPdf } from './printing.ts';
import { liveContents } from './registry.ts';
import { originOf, schemeAddresses } from './scheme-addresses.ts';
import { socketToken } from './scheme-server.ts';
import { sessionOf } from './session.ts';
import type { Session } from './session.ts';
import { FrameTree } from './web-frame-main.ts';
import type { WebFrameMain } from './web-frame-main.ts';
import { settlePreferences } from './web-preferences.ts';

type Surface = Pick<
  ElectronContents,
  | 'close'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'getPrintersAsync'
  | 'getURL'
  | 'id'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isLoading'
  | 'loadURL'
  | 'print'
  | 'printToPDF'
  | 'reload'
  | 'reloadIgnoringCache'
  | 'send'
  | 'setBackgroundThrottling'
  | 'setIgnoreMenuShortcuts'
  | 'setVisualZoomLevelLimits'
  | 'setWindowOpenHandler'
  | 'stop'
>;
type OpenHandler = Parameters<ElectronContents['setWindowOpenHandler']>[0];

/** What the window around a page is told of it. */
export type ContentsOwner = {
  readonly onFirstLoad: () => void;
  readonly onGone: () => void;
  readonly close: (asking: boolean) => void;
};

let lastId = 0;

export class WebContents extends EventEmitter implements Surface {
  readonly id = ++lastId;
  readonly session: Session;
  readonly ipc = new IpcMain();
  readonly attached: Promise<AttachedTarget>;
  /** Known once the page is attached; the name that a test driver has for it. */
  targetId = '';
  private readonly owner: ContentsOwner;
  private readonly preferences: WebPreferences;
  private readonly frames = new FrameTree();
  private readonly navigation = new ContentsNavigation(this, this.frames);
  private readonly messages: ContentsIpc;
  private script: string | undefined;
  private openHandler: OpenHandler | undefined;
  private destroyed = false;
  private crashed = false;
  private answerUnload: ((leave: boolean) => void) | undefined;

  constructor(owner: ContentsOwner, asked: WebPreferences, size: { width: number; height: number }) {
    super();
    this.setMaxListeners(0);
    this.owner = owner;
    this.preferences = settlePreferences(asked);
    this.session = (asked.session as unknown as Session | undefined) ?? sessionOf(asked.partition ?? '');
    this.messages = new ContentsIpc({
      contents: this.asElectron(),
      ipc: this.ipc,
      mainFrame: () => this.mainFrame,
      onOpenWindow: request => this.openWindow(request),
      onLeavePage: url => this.navigation.tellOfLeaving(url),
      onPreloadFailed: error => void this.emit('preload-error', {}, this.preferences.preload, error),
    });
    liveContents.set(this.id, this);
    this.attached = this.attach(size);
    // Everything that uses the page waits for it and is told; this only keeps the main process alive.
    this.attached.catch(() => undefined);
    this.once('did-finish-load', () => owner.onFirstLoad());
  }

  get mainFrame(): WebFrameMain {
    return this.frames.getMain();
  }

  asElectron(): ElectronContents {
    return this as unknown as ElectronContents;
  }

  acceptSocket(socket: WebSocket): void {
    this.messages.accept(socket);
  }

  async loadURL(url: string): Promise<void> {
    const { session: page } = await this.attached;
    const real = schemeAddresses.toReal(url, this.session.label);
    await this.session.settle(this.asElectron(), url);
    await this.prepareScript(page, new URL(real).origin);
    await this.navigation.go(page, url, real);
  }

  reload(): void {
    this.reloadPage(false);
  }

  reloadIgnoringCache(): void {
    this.reloadPage(true);
  }

  stop(): void {
    this.tell(page => page.send('Page.stopLoading'));
  }

  getURL(): string {
    return this.navigation.url;
  }

  isLoading(): boolean {
    return this.navigation.loading;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  send(channel: string, ...args: unknown[]): void {
    this.messages.send(channel, args);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  getLastWebPreferences(): WebPreferences {
    return { ...this.preferences };
  }

  /** The result travels as JSON; Electron would clone it. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session: page } = await this.attached;
    await this.navigation.idle();
    const evaluated = await page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    const { result, exceptionDetails } = evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.unserializableValue === undefined ? result.value : Number(result.unserializableValue);
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { session: page } = await this.attached;
    await this.navigation.idle();
    return printToPdf(page, options);
  }

  print(_options?: object, callback?: (success: boolean, failureReason: string) => void): void {
    callback?.(false, 'The Chromium stand-in cannot print on paper: not supported');
  }

  getPrintersAsync(): Promise<PrinterInfo[]> {
    return listPrinters();
  }

  forcefullyCrashRenderer(): void {
    // The command is never answered: the process that would answer is gone.
    this.tell(page => Promise.race([page.send('Page.crash'), Promise.resolve()]));
  }

  close(options?: { readonly waitForBeforeUnload: boolean }): void {
    this.owner.close(options?.waitForBeforeUnload === true);
  }

  readonly setBackgroundThrottling = harmless;
  readonly setIgnoreMenuShortcuts = harmless;
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  /** Asks the page whether it may be left; false when it wants to stay. */
  async tryClose(): Promise<boolean> {
    const { session: page } = await this.attached;
    const gone = new Promise<boolean>(resolve => this.once('destroyed', () => resolve(true)));
    const answered = new Promise<boolean>(resolve => {
      this.answerUnload = leave => {
        if (!leave) resolve(false);
      };
    });
    await page.send('Page.close').catch(() => undefined);
    return Promise.race([gone, answered]);
  }

  /** Called by whoever noticed it: the browser, or the window that closed it. */
  becomeGone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    liveContents.delete(this.id);
    this.messages.end();
    this.navigation.end();
    this.emit('destroyed');
    this.owner.onGone();
  }

  /** Sends a command whose answer nobody waits for; a page that is gone needs none. */
  tell(command: (page: CdpSession, target: AttachedTarget) => Promise<unknown>): void {
    this.attached.then(target => command(target.session, target)).catch(() => undefined);
  }

  private async attach(size: { width: number; height: number }): Promise<AttachedTarget> {
    const target = await getBrowser().openPage(size, await this.session.browserContext());
    const page = target.session;
    this.targetId = target.targetId;
    this.frames.watch(page);
    this.navigation.watch(page);
    page.on('Inspector.targetCrashed', () => {
      this.crashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
      app.emit('render-process-gone', {}, this, { reason: 'crashed', exitCode: 1 });
    });
    page.on('Page.javascriptDialogOpening', event => this.onDialog(page, event.type));
    page.on('Runtime.consoleAPICalled', event => {
      const message = event.args.map(textOf).join(' ');
      this.emit('console-message', { level: levelOf(event.type), message, lineNumber: 0, sourceId: '' });
    });
    const tree = page.send('Page.getFrameTree').then(({ frameTree }) => this.frames.start(frameTree.frame));
    const patterns = [{ urlPattern: '*', resourceType: 'Document', requestStage: 'Request' }];
    const ready = [
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Fetch.enable', { patterns }),
      tree,
    ];
    await Promise.all([...ready, page.send('Runtime.runIfWaitingForDebugger')]);
    return target;
  }

  private async prepareScript(page: CdpSession, origin: string): Promise<void> {
    if (this.script !== undefined) {
      await page.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: this.script });
    }
    const { platform, arch, versions } = process;
    const schemes = schemeAddresses.suffixes(this.session.label);
    const config = { token: socketToken, contentsId: this.id, origin, schemes, platform, arch, versions };
    const source = composePreload(config, this.preferences.preload);
    this.script = (await page.send('Page.addScriptToEvaluateOnNewDocument', { source })).identifier;
  }

  private reloadPage(ignoreCache: boolean): void {
    this.crashed = false;
    this.navigation.expectAgain(this.session.label);
    this.tell(page => page.send('Page.reload', { ignoreCache }));
  }

  private openWindow(request: OpenWindowRequest): void {
    const url = schemeAddresses.toApp(request.url);
    const details = { ...request, url, referrer: { url: this.getURL(), policy: 'no-referrer' as const } };
    const response: WindowOpenHandlerResponse | undefined = this.openHandler?.(details);
    if (response?.action !== 'deny') {
      throw new Error(
        `The Chromium stand-in opens no window for a page of ${originOf(this.getURL())}: ${url}`,
      );
    }
  }

  private onDialog(page: CdpSession, type: string): void {
    if (type !== 'beforeunload') return;
    const event = cancellableEvent({});
    this.emit('will-prevent-unload', event);
    const leave = event.defaultPrevented;
    page.send('Page.handleJavaScriptDialog', { accept: leave }).catch(() => undefined);
    this.answerUnload?.(leave);
  }

  static getAllWebContents(): WebContents[] {
    return [...liveContents.values()];
  }

  static fromId(id: number): WebContents | undefined {
    return liveContents.get(id);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find(contents => contents.targetId === targetId);
  }
}

function textOf({ value, description }: RemoteValue): string {
  return typeof value === 'string' ? value : (description ?? JSON.stringify(value ?? null));
}

function levelOf(type: string): 'debug' | 'error' | 'info' | 'warning' {
  return type === 'warning' || type === 'error' || type === 'debug' ? type : 'info';
}

guardClass('webContents', WebContents);
