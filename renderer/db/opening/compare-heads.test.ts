import { describe, expect, it } from 'vitest';
import type { StoreMarkAnswer } from '#shared/ipc/answers.ts';
import type { StoreMeta } from '../store-rows.ts';
import { compareHeads, type FoundStore } from './compare-heads.ts';

const meta: StoreMeta = {
  id: 'store',
  storeId: 'S1',
  seq: 10,
  hash: 'h10',
  projection: 'p',
  cases: 3,
  events: 12,
};
const marked = (overrides: Partial<Extract<StoreMarkAnswer, { state: 'present' }>['mark']> = {}) =>
  ({ state: 'present', mark: { storeId: 'S1', seq: 10, hash: 'h10', cases: 3, ...overrides } }) as const;
const found = (overrides: Partial<FoundStore> = {}): FoundStore => ({
  meta,
  cases: 3,
  events: 12,
  wiped: false,
  readable: true,
  ...overrides,
});
const gone = found({ meta: undefined, cases: 0, events: 0 });
const journal = { seq: 10, hash: 'h10' };
const missing: StoreMarkAnswer = { state: 'missing' };

describe('comparing the store with the journal', () => {
  it.each<[string, StoreMarkAnswer, FoundStore, { seq: number; hash: string }, unknown]>([
    ['the same head', marked(), found(), journal, { kind: 'current' }],
    ['a mark that lags behind', marked({ seq: 7, cases: 2 }), found(), journal, { kind: 'current' }],
    ['no mark', missing, found(), journal, { kind: 'current' }],
    ['a damaged mark', { state: 'damaged' }, found(), journal, { kind: 'current' }],
    ['a longer journal', marked(), found(), { seq: 12, hash: 'h12' }, { kind: 'replay' }],
    ['nothing yet', missing, gone, journal, { kind: 'rebuild', reason: 'new' }],
    ['nothing, but a mark', marked(), gone, journal, { kind: 'rebuild', reason: 'lost' }],
    [
      'nothing, and Chromium says so',
      missing,
      { ...gone, wiped: true },
      journal,
      { kind: 'rebuild', reason: 'lost' },
    ],
    [
      'another store than marked',
      marked({ storeId: 'S2' }),
      found(),
      journal,
      { kind: 'rebuild', reason: 'other-store' },
    ],
    [
      'a store older than its mark',
      marked({ seq: 11 }),
      found(),
      { seq: 12, hash: 'h12' },
      { kind: 'rebuild', reason: 'went-back' },
    ],
    ['a case too few', marked(), found({ cases: 2 }), journal, { kind: 'rebuild', reason: 'rows-missing' }],
    [
      'an event too few',
      marked(),
      found({ events: 11 }),
      journal,
      { kind: 'rebuild', reason: 'rows-missing' },
    ],
    [
      'rows that do not open',
      marked(),
      found({ readable: false }),
      journal,
      { kind: 'rebuild', reason: 'unreadable' },
    ],
    [
      'rows made with other packs',
      marked(),
      found({ meta: { ...meta, projection: 'q' } }),
      journal,
      { kind: 'rebuild', reason: 'outdated' },
    ],
    [
      'another record of that number',
      marked(),
      found(),
      { seq: 10, hash: 'x' },
      { kind: 'rebuild', reason: 'forked' },
    ],
    ['a store ahead', marked(), found(), { seq: 9, hash: 'h9' }, { kind: 'ahead', seen: 10 }],
    ['a mark ahead of all', marked({ seq: 14 }), found(), journal, { kind: 'ahead', seen: 14 }],
  ])('%s', (_name, mark, store, head, verdict) => {
    expect(compareHeads(mark, store, head, 'p')).toEqual(verdict);
  });

  it.each<[string, FoundStore, unknown]>([
    ['knows more than the journal', found(), { kind: 'keep' }],
    ['knows less', found({ meta: { ...meta, seq: 4, hash: 'h4' } }), { kind: 'replay' }],
    ['is gone', gone, { kind: 'rebuild', reason: 'lost' }],
    ['is not whole', found({ cases: 2 }), { kind: 'rebuild', reason: 'rows-missing' }],
    ['does not open', found({ readable: false }), { kind: 'rebuild', reason: 'unreadable' }],
  ])('beside a damaged journal, when the store %s', (_name, store, verdict) => {
    const mark = store.meta?.seq === 4 ? missing : marked();
    expect(compareHeads(mark, store, { seq: 6, hash: 'h6' }, 'p', true)).toEqual(verdict);
  });

  it('takes an empty store and an empty journal for the same, whatever stands for nothing', () => {
    const empty = found({ meta: { ...meta, seq: 0, hash: '', cases: 0, events: 0 }, cases: 0, events: 0 });
    expect(compareHeads(missing, empty, { seq: 0, hash: '000' }, 'p')).toEqual({ kind: 'current' });
  });
});
