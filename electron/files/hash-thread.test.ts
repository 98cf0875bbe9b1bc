import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type * as Threads from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { PassingHash } from './hash-thread.ts';

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

const KIB = 1024;

const filled = (length: number, seed: number): Uint8Array =>
  createHash('shake256', { outputLength: Math.max(1, length) })
    .update(String(seed))
    .digest()
    .subarray(0, length);

async function passing(pieces: readonly Uint8Array[]): Promise<string> {
  const hash = new PassingHash();
  for (const piece of pieces) {
    await hash.update(piece);
    // Who reads a file uses the same memory for the next piece.
    piece.fill(0);
  }
  return hash.digest();
}

const atOnce = (pieces: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

describe('a hash of what goes by', () => {
  it('is that of the whole, however it is cut', async () => {
    const lengths = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 700 * KIB })),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(lengths, async each => {
        const pieces = each.map(filled);
        const expected = atOnce(pieces);
        expect(await passing(pieces)).toBe(expected);
      }),
      { numRuns: 60, seed: 20261127 },
    );
  });

  it.each([0, 1, 256 * KIB - 1, 256 * KIB, 256 * KIB + 1, 512 * KIB, 768 * KIB + 1])(
    'is right at %i bytes, round the length of a block',
    async length => {
      const expected = atOnce([filled(length, 1)]);
      expect(await passing([filled(length, 1)])).toBe(expected);
    },
  );

  it('is not mixed with others that go by at the same time, nor with one that is dropped', async () => {
    const dropped = new PassingHash();
    const many = Array.from({ length: 12 }, (_, seed) => [
      filled(900 * KIB, seed),
      filled(300 * KIB, seed + 50),
    ]);
    const expected = many.map(atOnce);
    await dropped.update(filled(2048 * KIB, 99));
    const found = Promise.all(many.map(passing));
    await dropped.update(filled(600 * KIB, 98));
    dropped.drop();
    expect(await found).toEqual(expected);
  });

  it('fails where the thread ended under it, instead of waiting for ever; the next one has a thread again', async () => {
    const hash = new PassingHash();
    await hash.update(filled(900 * KIB, 1));
    const [thread] = threads.begun.slice(-1);
    await thread?.terminate();
    await expect(hash.update(filled(900 * KIB, 2))).rejects.toThrow('ended');
    await expect(hash.digest()).rejects.toThrow('ended');
    const expected = atOnce([filled(900 * KIB, 3)]);
    expect(await passing([filled(900 * KIB, 3)])).toBe(expected);
  });
});
