import { open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as Threads from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { newAgeIdentity, recipientOf } from './age.identity.ts';
import { decryptAge, encryptAge, hasNativeCipher } from './age.stream.ts';
import { gather } from './forged-bag.fixture.ts';

const threads = vi.hoisted(() => ({ begun: [] as Threads.Worker[] }));
vi.mock('node:worker_threads', async original => {
  const real = await original<typeof Threads>();
  class Known extends real.Worker {
    constructor(...given: ConstructorParameters<typeof Threads.Worker>) {
      super(...given);
      threads.begun.push(this);
    }
  }
  return { ...real, Worker: Known };
});

const MIB = 1024 * 1024;
const plain = Buffer.alloc(5 * MIB + 7, 'phoenix');

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < plain.length; at += MIB) yield await Promise.resolve(plain.subarray(at, at + MIB));
}

async function endLast(): Promise<void> {
  await threads.begun.at(-1)?.terminate();
}

/** Goes through it, and has the thread end once some of it is there. */
async function endedUnder(stream: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of stream) {
    const before = bytes;
    bytes += piece.length;
    if (before < MIB && bytes >= MIB) await endLast();
  }
  return bytes;
}

describe.skipIf(!hasNativeCipher)('a payload whose thread ends under it', () => {
  it('fails instead of waiting for ever, sealed or opened; the next one has a thread again', async () => {
    const identity = await newAgeIdentity();
    const recipients = [await recipientOf(identity)];
    await expect(endedUnder(encryptAge(pieces(), recipients))).rejects.toThrow('ended');

    const file = path.join(await tempFolder(), 'x.age');
    await writeFile(file, await gather(encryptAge(pieces(), recipients)));
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const opened = () => decryptAge({ handle, size }, [identity]);
      await expect(endedUnder(opened())).rejects.toThrow('ended');
      expect((await gather(opened())).equals(plain)).toBe(true);
    } finally {
      await handle.close();
    }
  });

  it('may be left in the middle: nothing is unhandled, and others go on', async () => {
    const identity = await newAgeIdentity();
    const recipients = [await recipientOf(identity)];
    for await (const piece of encryptAge(pieces(), recipients)) if (piece.length > MIB) break;
    await endLast();
    const whole = await gather(encryptAge(pieces(), recipients));
    expect(whole.length).toBeGreaterThan(plain.length);
  });
});
