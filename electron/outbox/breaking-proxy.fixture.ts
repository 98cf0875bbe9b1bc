import net, { type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Where the line is cut next: after so many bytes to the headquarters, or from it. */
export interface Cut {
  readonly way: 'up' | 'down';
  readonly after: number;
}

export interface BreakingProxy {
  readonly port: number;
  /** How many cuts were made so far. */
  readonly cuts: () => number;
}

/** Passes bytes on and cuts both sides where it is told, again and again until the cuts are used up. */
export async function breakingProxy(target: () => number, cuts: readonly Cut[]): Promise<BreakingProxy> {
  let made = 0;
  let counted = { up: 0, down: 0 };
  const open = new Set<Socket>();
  const server = net.createServer(near => {
    const far = net.connect(target(), '127.0.0.1');
    const end = (): void => {
      near.destroy();
      far.destroy();
      open.delete(near);
    };
    open.add(near);
    for (const each of [near, far]) each.on('error', end).on('close', end);
    const pass = (way: Cut['way'], to: Socket) => (bytes: Buffer) => {
      const cut = cuts[made];
      if (cut?.way !== way) {
        counted[way] += bytes.length;
        to.write(bytes);
        return;
      }
      const left = cut.after - counted[way];
      if (bytes.length < left) {
        counted[way] += bytes.length;
        to.write(bytes);
        return;
      }
      made += 1;
      counted = { up: 0, down: 0 };
      // What came through before the cut arrives.
      to.end(bytes.subarray(0, left), () => end());
      if (way === 'up') near.destroy();
      else far.destroy();
    };
    near.on('data', pass('up', far));
    far.on('data', pass('down', near));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, cuts: () => made };
}
