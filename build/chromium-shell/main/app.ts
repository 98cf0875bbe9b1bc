import { EventEmitter } from 'node:events';
import type { App as ElectronApp } from 'electron';
import { defaultPath } from './app.paths.ts';
import { cancellableEvent } from './cancellable-event.ts';
import { createCommandLine } from './command-line.ts';
import { deferred } from './deferred.ts';
import { guardClass } from './guard.ts';
import { harmless } from './harmless.ts';
import { liveWindows } from './registry.ts';
import { takeInstanceLock } from './single-instance.ts';
import type { InstanceLock } from './single-instance.ts';
import { systemLocale } from './system-locale.ts';

type Surface = Pick<
  ElectronApp,
  | 'commandLine'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppLogsPath'
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'whenReady'
>;

export type AppIdentity = { readonly name: string; readonly version: string; readonly appPath: string };

export class App extends EventEmitter implements Surface {
  readonly isPackaged = false;
  readonly commandLine = createCommandLine();
  /** Closes the browser; set when there is one. */
  shutDown: () => Promise<void> = () => Promise.resolve();
  quitting = false;
  private ended = false;
  private ready = false;
  private readonly readiness = deferred<undefined>();
  private readonly paths = new Map<string, string>();
  private identity: AppIdentity = { name: 'Electron', version: '0.0.0', appPath: process.cwd() };
  private lock: InstanceLock | undefined;

  identify(identity: AppIdentity): void {
    this.identity = identity;
  }

  becomeReady(): void {
    this.ready = true;
    this.readiness.resolve(undefined);
    this.emit('ready', {}, {});
  }

  get name(): string {
    return this.identity.name;
  }

  set name(name: string) {
    this.identity = { ...this.identity, name };
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return this.identity.version;
  }

  getAppPath(): string {
    return this.identity.appPath;
  }

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || systemLocale(process.env);
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  getPath(name: string): string {
    const given = this.paths.get(name);
    if (given !== undefined) return given;
    const folder = this.commandLine.getSwitchValue('user-data-dir');
    if (name === 'userData' && folder) return folder;
    const userData = name === 'userData' ? '' : this.getPath('userData');
    return defaultPath(name, { name: this.name, userData });
  }

  setPath(name: string, folder: string): void {
    this.paths.set(name, folder);
  }

  isReady(): boolean {
    return this.ready;
  }

  whenReady(): Promise<void> {
    return this.readiness.promise;
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    if (this.lock) return true;
    const message = { argv: process.argv, cwd: process.cwd(), data: data ?? {} };
    this.lock = takeInstanceLock(this.getPath('userData'), message, second => {
      void this.whenReady().then(() =>
        this.emit('second-instance', {}, second.argv, second.cwd, second.data),
      );
    });
    return this.lock !== undefined;
  }

  hasSingleInstanceLock(): boolean {
    return this.lock !== undefined;
  }

  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = undefined;
  }

  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    setImmediate(() => void this.tryQuit());
  }

  exit(exitCode = 0): void {
    // As in Electron, nothing of the program runs on when there is no browser to be closed first.
    if (!this.ready) process.exit(exitCode);
    if (this.ended) return;
    this.ended = true;
    this.emit('quit', cancellableEvent({}), exitCode);
    this.releaseSingleInstanceLock();
    void this.shutDown().finally(() => process.exit(exitCode));
  }

  readonly focus = harmless;
  readonly enableSandbox = harmless;
  readonly disableHardwareAcceleration = harmless;
  readonly setAppUserModelId = harmless;
  readonly setAboutPanelOptions = harmless;

  setAppLogsPath(folder?: string): void {
    this.setPath('logs', folder ?? this.getPath('logs'));
  }

  private async tryQuit(): Promise<void> {
    if (this.agreed('before-quit') && (await closeAll()) && this.agreed('will-quit')) this.exit(0);
    else this.quitting = false;
  }

  private agreed(event: 'before-quit' | 'will-quit'): boolean {
    const asked = cancellableEvent({});
    this.emit(event, asked);
    return !asked.defaultPrevented;
  }
}

async function closeAll(): Promise<boolean> {
  for (const window of liveWindows.values()) {
    if (!(await window.askToClose())) return false;
  }
  return true;
}

guardClass('app', App);

export const app = new App();
