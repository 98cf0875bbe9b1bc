import { EventEmitter } from 'node:events';
import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebContents as ElectronContents,
} from 'electron';
import { app } from './app.ts';
import { getBrowser } from './browser.ts';
import { cancellableEvent } from './cancellable-event.ts';
import type { WindowBounds } from './cdp.protocol.ts';
import { guardClass } from './guard.ts';
import { harmless } from './harmless.ts';
import { liveWindows } from './registry.ts';
import { WebContents } from './web-contents.ts';

type Surface = Pick<
  ElectronWindow,
  | 'center'
  | 'close'
  | 'destroy'
  | 'flashFrame'
  | 'focus'
  | 'getBounds'
  | 'getContentSize'
  | 'getNormalBounds'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'removeMenu'
  | 'restore'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setContentProtection'
  | 'setContentSize'
  | 'setFullScreen'
  | 'setMenu'
  | 'setMenuBarVisibility'
  | 'setMinimumSize'
  | 'setProgressBar'
  | 'setSize'
  | 'setTitle'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
>;
type State = NonNullable<WindowBounds['windowState']>;

const stateEvents = {
  normal: 'restore',
  minimized: 'minimize',
  maximized: 'maximize',
  fullscreen: 'enter-full-screen',
};

/** Where a window is that must not be seen but must draw, print and run. */
const AWAY = -5000;

let lastId = 0;

export class BrowserWindow extends EventEmitter implements Surface {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  private bounds: Rectangle;
  private title: string;
  private visible: boolean;
  private focused = false;
  private destroyed = false;
  private state: State = 'normal';

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, show = true } = options;
    this.bounds = { x, y, width, height };
    this.title = options.title ?? app.name;
    this.visible = show;
    const owner = {
      onFirstLoad: () => void this.emit('ready-to-show'),
      onGone: () => this.becomeClosed(),
      close: (asking: boolean) => {
        if (asking) this.close();
        else this.destroy();
      },
    };
    liveWindows.set(this.id, this);
    this.webContents = new WebContents(owner, options.webPreferences ?? {}, { width, height });
    this.applySize();
    this.applyVisibility();
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  close(): void {
    void this.askToClose();
  }

  /** False when the program or the page wants the window to stay. */
  async askToClose(): Promise<boolean> {
    if (this.destroyed) return true;
    const event = cancellableEvent({});
    this.emit('close', event);
    return !event.defaultPrevented && (await this.webContents.tryClose());
  }

  destroy(): void {
    this.webContents.tell((_page, { targetId }) =>
      getBrowser().root.send('Target.closeTarget', { targetId }),
    );
    this.webContents.becomeGone();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.visible = true;
    this.applyVisibility();
    this.emit('show');
  }

  hide(): void {
    this.visible = false;
    this.focused = false;
    this.applyVisibility();
    this.emit('hide');
  }

  focus(): void {
    this.focused = true;
    this.webContents.tell(page => page.send('Page.bringToFront'));
    this.emit('focus');
  }

  isFocused(): boolean {
    return this.focused && this.visible;
  }

  isVisible(): boolean {
    return this.visible;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  minimize(): void {
    this.setState('minimized');
  }

  maximize(): void {
    this.setState('maximized');
  }

  restore(): void {
    this.setState('normal');
  }

  unmaximize(): void {
    this.setState('normal');
  }

  setFullScreen(full: boolean): void {
    this.setState(full ? 'fullscreen' : 'normal');
  }

  getTitle(): string {
    return this.title;
  }

  /** The window itself shows the title of its page. */
  setTitle(title: string): void {
    this.title = title;
  }

  getBounds(): Rectangle {
    return { ...this.bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.applySize();
    this.applyVisibility();
    this.emit('resize');
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  readonly center = harmless;
  readonly flashFrame = harmless;
  readonly removeMenu = harmless;
  readonly setAutoHideMenuBar = harmless;
  readonly setBackgroundColor = harmless;
  readonly setContentProtection = harmless;
  readonly setMenu = harmless;
  readonly setMenuBarVisibility = harmless;
  readonly setMinimumSize = harmless;
  readonly setProgressBar = harmless;

  static getAllWindows(): BrowserWindow[] {
    return [...liveWindows.values()];
  }

  static fromId(id: number): BrowserWindow | null {
    return liveWindows.get(id) ?? null;
  }

  static fromWebContents(contents: ElectronContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(window => window.webContents.id === contents?.id) ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(window => window.isFocused()) ?? null;
  }

  private setState(state: State): void {
    this.state = state;
    this.applyBounds(windowId => ({ windowId, bounds: { windowState: state } }));
    this.emit(stateEvents[state]);
  }

  private applyVisibility(): void {
    const { x: left, y: top } = this.visible ? this.bounds : { x: AWAY, y: AWAY };
    this.applyBounds(windowId => ({ windowId, bounds: { left, top } }));
  }

  /** Without a screen there is nothing to place and nothing to hide. */
  private applyBounds(make: (windowId: number) => { windowId: number; bounds: WindowBounds }): void {
    if (getBrowser().headless) return;
    this.webContents.tell(async (_page, { targetId }) => {
      const { windowId } = await getBrowser().root.send('Browser.getWindowForTarget', { targetId });
      await getBrowser().root.send('Browser.setWindowBounds', make(windowId));
    });
  }

  private applySize(): void {
    const { width, height } = this.bounds;
    this.webContents.tell(async (_page, { targetId }) => {
      const { windowId } = await getBrowser().root.send('Browser.getWindowForTarget', { targetId });
      await getBrowser().root.send('Browser.setContentsSize', { windowId, width, height });
    });
  }

  private becomeClosed(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    liveWindows.delete(this.id);
    this.emit('closed');
    if (liveWindows.size > 0 || app.quitting) return;
    if (!app.emit('window-all-closed')) app.quit();
  }
}

guardClass('BrowserWindow', BrowserWindow);
