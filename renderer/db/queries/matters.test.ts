import { describe, expect, it } from 'vitest';
import { at } from '#shared/fixtures/community.ts';
import { closeStore } from '../case-store.ts';
import { beginAgain } from '../opening/begin-again.ts';
import { projectRecords } from '../projection/project-records.ts';
import { Chain, complaint } from '../testing/chain.fixture.ts';
import { emptyStore } from '../testing/store.fixture.ts';
import { mattersOf, readMatters } from './matters.ts';

const NOW = at('2026-10-20T10:00');

async function withCases(count: number) {
  const chain = new Chain().found();
  const ids = Array.from({ length: count }, () => chain.register(complaint, at('2026-10-08T09:30')));
  const store = await emptyStore();
  await projectRecords(store, chain.records);
  const known = () => [...mattersOf(store)].map(({ id }) => id);
  return { chain, ids, store, known };
}

describe('what new registrations are compared with', () => {
  it('is read when somebody asks for it, in more than one portion', async () => {
    const { ids, store, known } = await withCases(95);
    expect(known()).toEqual([]);
    await readMatters(store, NOW);
    expect(new Set(known())).toEqual(new Set(ids));
  });

  it('follows what is saved afterwards, and forgets what was merged', async () => {
    const { chain, ids, store, known } = await withCases(2);
    await readMatters(store, NOW);
    const later = chain.register(complaint, at('2026-10-19T09:30'));
    const [first, second] = ids;
    chain.act(
      second!,
      { type: 'merge', into: first!, number: '凤社〔2026〕0001号', reason: '同一件' },
      at('2026-10-19T10:00'),
    );
    await projectRecords(store, chain.records);
    expect(new Set(known())).toEqual(new Set([first, later]));
  });

  it('leaves out what came in years ago', async () => {
    const { store, known } = await withCases(1);
    await readMatters(store, at('2029-10-20T10:00'));
    expect(known()).toEqual([]);
  });

  it('is gone when the store is closed or made anew, though it was being read', async () => {
    const one = await withCases(95);
    const reading = readMatters(one.store, NOW);
    await beginAgain(one.store, 'store-2', 0);
    await reading;
    expect(one.known()).toEqual([]);
    const two = await withCases(3);
    await readMatters(two.store, NOW);
    closeStore(two.store);
    expect(two.known()).toEqual([]);
  });
});
