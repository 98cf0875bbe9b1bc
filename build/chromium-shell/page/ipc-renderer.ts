import type { IpcRenderer, IpcRendererEvent } from 'electron';
import type { PageSocket } from './page-socket.ts';

type Listener = (event: IpcRendererEvent, ...args: unknown[]) => void;
type Registration = { readonly original: Listener; readonly call: Listener };

export type PageIpcRenderer = Pick<
  IpcRenderer,
  'invoke' | 'send' | 'on' | 'once' | 'addListener' | 'off' | 'removeListener' | 'removeAllListeners'
>;

export function createIpcRenderer(socket: PageSocket): PageIpcRenderer {
  const channels = new Map<string, Registration[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  function add(channel: string, original: Listener, call: Listener): void {
    const list = channels.get(channel) ?? [];
    list.push({ original, call });
    channels.set(channel, list);
  }

  function remove(channel: string, original: Listener): void {
    const list = channels.get(channel) ?? [];
    const at = list.findLastIndex(registration => registration.original === original);
    if (at >= 0) list.splice(at, 1);
  }

  const ipcRenderer: PageIpcRenderer = {
    invoke(channel, ...args) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        socket.post({ kind: 'invoke', id, channel, args });
        waiting.set(id, { resolve, reject });
      });
    },
    send(channel, ...args) {
      socket.post({ kind: 'send', channel, args });
    },
    on(channel, listener) {
      add(channel, listener, listener);
      return this as IpcRenderer;
    },
    once(channel, listener) {
      add(channel, listener, (event, ...args) => {
        remove(channel, listener);
        listener(event, ...args);
      });
      return this as IpcRenderer;
    },
    addListener(channel, listener) {
      return this.on(channel, listener);
    },
    off(channel, listener) {
      remove(channel, listener);
      return this as IpcRenderer;
    },
    removeListener(channel, listener) {
      return this.off(channel, listener);
    },
    removeAllListeners(channel) {
      if (channel === undefined) channels.clear();
      else channels.delete(channel);
      return this as IpcRenderer;
    },
  };

  socket.onMessage(message => {
    switch (message.kind) {
      case 'send': {
        const event = { sender: ipcRenderer, ports: [] } as unknown as IpcRendererEvent;
        for (const { call } of [...(channels.get(message.channel) ?? [])]) call(event, ...message.args);
        return;
      }
      case 'result':
        waiting.get(message.id)?.resolve(message.value);
        waiting.delete(message.id);
        return;
      case 'failure':
        waiting.get(message.id)?.reject(new Error(message.message));
        waiting.delete(message.id);
    }
  });
  return ipcRenderer;
}
