import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.connection.ts';
import type { CdpSession } from './cdp.connection.ts';
import type { TargetInfo } from './cdp.protocol.ts';
import { chromiumFlags } from './chromium.flags.ts';
import type { LaunchSettings } from './chromium.flags.ts';
import { prepareProfile } from './chromium.profile.ts';
import { deferred } from './deferred.ts';
import type { Deferred } from './deferred.ts';
import { harmless } from './harmless.ts';

export type AttachedTarget = { readonly targetId: string; readonly session: CdpSession };

/** Time for Chromium to write its stores before it is ended by force, in milliseconds. */
const CLOSING_TIME = 5000;

/** The Chromium that runs for this program, and the pages that appear in it. */
export class Browser {
  readonly headless: boolean;
  readonly root: CdpSession;
  /** Called for a page that no BrowserWindow asked for. */
  onUnasked: (target: AttachedTarget) => void = harmless;
  onDetached: (sessionId: string) => void = harmless;
  private readonly child: ChildProcess;
  private readonly connection: CdpConnection;
  private readonly attached = new Map<string, Deferred<AttachedTarget>>();
  private readonly startWindow = deferred<AttachedTarget>();
  private startWindowSeen = false;
  private startWindowTaken = false;
  private closing = false;

  constructor(child: ChildProcess, headless: boolean) {
    this.child = child;
    this.headless = headless;
    this.connection = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
    this.root = this.connection.browser;
    this.root.on('Target.attachedToTarget', event => this.attach(event.sessionId, event.targetInfo));
    this.root.on('Target.detachedFromTarget', event => this.onDetached(event.sessionId));
  }

  static async launch(settings: LaunchSettings, onDeath: () => void): Promise<Browser> {
    prepareProfile(settings.profile);
    const child = spawn(settings.program, chromiumFlags(settings), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    process.once('exit', () => child.kill('SIGKILL'));
    const lastLines = forwardAddress(child);
    const browser = new Browser(child, settings.headless);
    child.once('error', () => onDeath());
    child.once('exit', () => {
      if (browser.closing) return;
      console.error(`Chromium ended by itself.\n${lastLines.join('\n')}`);
      onDeath();
    });
    await browser.start();
    return browser;
  }

  /** A page in a window of its own; the first one is the window that Chromium opened at its start. */
  async openPage(
    size: { width: number; height: number },
    browserContextId?: string,
  ): Promise<AttachedTarget> {
    if (!this.headless) {
      const start = await this.startWindow.promise;
      if (!this.startWindowTaken && browserContextId === undefined) {
        this.startWindowTaken = true;
        return start;
      }
    }
    const { targetId } = await this.root.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
      ...(this.headless ? {} : { left: -5000, top: -5000 }),
      ...(browserContextId === undefined ? {} : { browserContextId }),
    });
    const target = await this.expect(targetId).promise;
    this.attached.delete(targetId);
    return target;
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise<void>(resolve => this.child.once('exit', () => resolve()));
    const force = setTimeout(() => this.child.kill('SIGKILL'), CLOSING_TIME);
    this.root.send('Browser.close').catch(() => this.child.kill('SIGKILL'));
    await ended;
    clearTimeout(force);
  }

  private async start(): Promise<void> {
    await this.root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    });
  }

  private attach(sessionId: string, info: TargetInfo): void {
    const target = { targetId: info.targetId, session: this.connection.session(sessionId) };
    if (info.openerId !== undefined) this.onUnasked(target);
    else if (!this.headless && !this.startWindowSeen) {
      this.startWindowSeen = true;
      this.startWindow.resolve(target);
    } else this.expect(info.targetId).resolve(target);
  }

  /** The page and the answer that names it arrive in any order. */
  private expect(targetId: string): Deferred<AttachedTarget> {
    const known = this.attached.get(targetId) ?? deferred<AttachedTarget>();
    this.attached.set(targetId, known);
    return known;
  }
}

/** A test driver waits for this line on the program's own error output, as Electron writes it. */
function forwardAddress(child: ChildProcess): readonly string[] {
  const last: string[] = [];
  if (!child.stderr) return last;
  readline.createInterface({ input: child.stderr }).on('line', line => {
    if (line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`);
    last.push(line);
    if (last.length > 10) last.shift();
  });
  return last;
}

let running: Browser | undefined;

export function setRunningBrowser(browser: Browser): void {
  running = browser;
}

export function getBrowser(): Browser {
  if (!running) throw new Error('The program is not ready yet.');
  return running;
}
