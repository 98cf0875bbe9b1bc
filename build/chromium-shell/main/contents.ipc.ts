import type { IpcMainEvent, IpcMainInvokeEvent, WebContents as ElectronContents } from 'electron';
import type { WebSocket } from 'ws';
import { decodeClone, encodeClone } from '../clone-codec.ts';
import type { FromPage, OpenWindowRequest, ToPage } from '../ipc-messages.ts';
import { cancellableEvent } from './cancellable-event.ts';
import { ipcMain } from './ipc-main.ts';
import type { IpcMain } from './ipc-main.ts';
import type { WebFrameMain } from './web-frame-main.ts';

type Owner = {
  readonly contents: ElectronContents;
  readonly ipc: IpcMain;
  readonly mainFrame: () => WebFrameMain;
  readonly onOpenWindow: (request: OpenWindowRequest) => void;
  readonly onLeavePage: (url: string) => void;
  readonly onPreloadFailed: (error: Error) => void;
};

/** The messages between the main process and the document that a page shows at the moment. */
export class ContentsIpc {
  private readonly owner: Owner;
  private socket: WebSocket | undefined;
  /** For a moment there are two: of the document that goes, and of the one that comes. */
  private readonly sockets = new Set<WebSocket>();
  private queue: Uint8Array[] = [];

  constructor(owner: Owner) {
    this.owner = owner;
  }

  /** Messages wait while there is no document to read them. */
  send(channel: string, args: readonly unknown[]): void {
    const frame = encodeClone({ kind: 'send', channel, args } satisfies ToPage);
    const open = [...this.sockets].filter(({ readyState, OPEN }) => readyState === OPEN);
    for (const socket of open) socket.send(frame);
    if (open.length === 0) this.queue.push(frame);
  }

  accept(socket: WebSocket): void {
    this.socket = socket;
    this.sockets.add(socket);
    for (const frame of this.queue) socket.send(frame);
    this.queue = [];
    socket.on('close', () => {
      this.sockets.delete(socket);
      if (this.socket === socket) this.socket = undefined;
    });
    socket.on('message', (bytes: Buffer) => this.receive(socket, decodeClone(bytes) as FromPage));
  }

  end(): void {
    this.socket?.terminate();
    this.socket = undefined;
  }

  private receive(socket: WebSocket, message: FromPage): void {
    switch (message.kind) {
      case 'send': {
        const event = this.event(socket) as IpcMainEvent;
        this.owner.ipc.emit(message.channel, event, ...message.args);
        ipcMain.emit(message.channel, event, ...message.args);
        return;
      }
      case 'invoke':
        void this.answer(socket, message);
        return;
      case 'open-window':
        this.owner.onOpenWindow(message.request);
        return;
      case 'leave-page':
        this.owner.onLeavePage(message.url);
        return;
      case 'preload-failed':
        this.owner.onPreloadFailed(message.error as Error);
    }
  }

  private async answer(
    socket: WebSocket,
    { id, channel, args }: FromPage & { kind: 'invoke' },
  ): Promise<void> {
    const reply = (message: ToPage): void => {
      const frame = encodeClone(message);
      if (socket.readyState === socket.OPEN) socket.send(frame);
    };
    try {
      const handler = this.owner.ipc.findHandler(channel) ?? ipcMain.findHandler(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      reply({ kind: 'result', id, value: await handler(this.event(socket) as IpcMainInvokeEvent, ...args) });
    } catch (error) {
      reply({ kind: 'failure', id, message: `Error invoking remote method '${channel}': ${String(error)}` });
    }
  }

  private event(socket: WebSocket): object {
    const { contents, mainFrame } = this.owner;
    const isCurrent = (): boolean => this.socket === socket;
    return cancellableEvent({
      type: 'frame',
      sender: contents,
      processId: 1,
      frameId: 1,
      ports: [],
      get senderFrame() {
        return isCurrent() ? mainFrame() : null;
      },
      reply: (channel: string, ...args: unknown[]) => this.send(channel, args),
    });
  }
}
