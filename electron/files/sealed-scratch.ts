import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { writeAll } from './write-all.ts';

const BLOCK = 16;
const PIECE = 256 * 1024;
const CIPHER = 'aes-256-ctr';

/** Bytes that have to lie on the disk for a while, are read at any place, and must not be found there by anybody. */
export interface SealedScratch {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly size: () => number;
  /** From `start` up to `end`. */
  readonly read: (start: number, end: number) => Readable;
  /** Removes it. */
  readonly close: () => Promise<void>;
}

/**
 * A file under a key that lies in memory alone: what a killed program leaves of it is noise. It is for what is
 * verified by its content anyhow, so it bears no tags.
 */
export async function sealedScratch(folder: string): Promise<SealedScratch> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${randomBytes(8).toString('hex')}.scratch`);
  const handle = await open(file, 'wx+', 0o600);
  const key = randomBytes(32);
  const cipher = createCipheriv(CIPHER, key, Buffer.alloc(BLOCK));
  let size = 0;

  async function* pieces(start: number, end: number): AsyncGenerator<Buffer> {
    const from = start - (start % BLOCK);
    const counter = Buffer.alloc(BLOCK);
    counter.writeBigUInt64BE(BigInt(from / BLOCK), 8);
    const decipher = createDecipheriv(CIPHER, key, counter);
    for (let at = from; at < end;) {
      const sealed = Buffer.alloc(Math.min(PIECE, end - at));
      const { bytesRead } = await handle.read(sealed, 0, sealed.length, at);
      if (bytesRead === 0) return;
      const plain = decipher.update(sealed.subarray(0, bytesRead));
      yield at < start ? plain.subarray(start - at) : plain;
      at += bytesRead;
    }
  }

  return {
    write: async bytes => {
      await writeAll(handle, cipher.update(bytes), size);
      size += bytes.length;
    },
    size: () => size,
    read: (start, end) => Readable.from(pieces(start, end), { objectMode: false }),
    close: async () => {
      key.fill(0);
      await handle.close();
      await rm(file, { force: true });
    },
  };
}

/** What earlier runs left of them. Only while none is in use. */
export const clearScratch = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
