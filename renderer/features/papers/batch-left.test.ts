import { describe, expect, it } from 'vitest';
import type { BatchEnd } from '#renderer/features/paper/index.ts';
import { countBatch, leftOfLock } from './batch-left.ts';

const run = (begun: number, ends: readonly BatchEnd['kind'][]) => ({
  rows: Array.from({ length: 10 }),
  begun,
  ends: new Map(ends.map((kind, index) => [index, { kind } as BatchEnd])),
});

describe('the account of a batch', () => {
  it('counts every paper once: out, not out, or not known', () => {
    const ended = run(8, [
      'printed',
      'printed',
      'unknown',
      'not-recorded',
      'fault',
      'taken-back',
      'left',
      'covered',
    ]);
    expect(countBatch(ended)).toEqual({ total: 10, printed: 2, open: 2, unprinted: 6 });
  });

  it('takes what was begun when the ledger was locked for not known, and keeps it until it is read', () => {
    const shell = {};
    leftOfLock(shell).set(run(4, ['printed']));
    expect(leftOfLock(shell).get()).toEqual({ total: 10, printed: 1, open: 3, unprinted: 6 });
    leftOfLock(shell).forget();
    expect(leftOfLock(shell).get()).toBeNull();
  });
});
