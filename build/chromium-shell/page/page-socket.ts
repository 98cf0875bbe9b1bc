import { decodeClone, encodeClone } from '../clone-codec.ts';
import { SOCKET_PATH } from '../ipc-messages.ts';
import type { FromPage, PageConfig, ToPage } from '../ipc-messages.ts';

export type PageSocket = {
  readonly post: (message: FromPage) => void;
  readonly onMessage: (listener: (message: ToPage) => void) => void;
};

/** Opened before the document exists, hence before a policy in its markup could forbid it. */
export function openPageSocket(config: PageConfig): PageSocket {
  const socket = new WebSocket(`ws://${location.host}${SOCKET_PATH}?${config.token}.${config.contentsId}`);
  socket.binaryType = 'arraybuffer';
  let queue: Uint8Array<ArrayBuffer>[] | undefined = [];
  socket.addEventListener('open', () => {
    for (const frame of queue ?? []) socket.send(frame);
    queue = undefined;
  });
  socket.addEventListener('error', () => console.error('The stand-in has lost its way to the main process.'));
  return {
    post(message) {
      const frame = encodeClone(message);
      if (queue) queue.push(frame);
      else socket.send(frame);
    },
    onMessage(listener) {
      socket.addEventListener('message', event => {
        listener(decodeClone(new Uint8Array(event.data as ArrayBuffer)) as ToPage);
      });
    },
  };
}
