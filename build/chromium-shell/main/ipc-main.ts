import { EventEmitter } from 'node:events';
import type { IpcMain as ElectronIpcMain, IpcMainInvokeEvent } from 'electron';
import { guardClass } from './guard.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Surface = Pick<ElectronIpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

export class IpcMain extends EventEmitter implements Surface {
  private readonly handlers = new Map<string, Handler>();

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  findHandler(channel: string): Handler | undefined {
    return this.handlers.get(channel);
  }
}

guardClass('ipcMain', IpcMain);

export const ipcMain = new IpcMain();
