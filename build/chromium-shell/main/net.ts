import fs from 'node:fs';
import os from 'node:os';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Net } from 'electron';
import { guarded } from './guard.ts';

type Surface = Pick<Net, 'fetch' | 'isOnline'> & { readonly online: boolean };

function isOnline(): boolean {
  const addresses = Object.values(os.networkInterfaces()).flatMap(list => list ?? []);
  return addresses.some(address => !address.internal);
}

async function fetchFile(url: string): Promise<Response> {
  const file = fileURLToPath(url);
  const { size } = await fs.promises.stat(file);
  const body = Readable.toWeb(fs.createReadStream(file)) as ReadableStream;
  return new Response(body, { headers: { 'content-length': String(size) } });
}

/** The network of the main process, which in the stand-in is that of Node. */
export const net = guarded<Surface>('net', {
  fetch(input, init) {
    const url = typeof input === 'string' ? input : input.url;
    return url.startsWith('file:') ? fetchFile(url) : fetch(input, init);
  },
  isOnline,
  get online() {
    return isOnline();
  },
});
