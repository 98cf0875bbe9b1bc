import { describe, expect, it } from 'vitest';
import { at } from '#shared/fixtures/community.ts';
import { closeStore } from '../case-store.ts';
import { beginAgain } from '../opening/begin-again.ts';
import { projectRecords } from '../projection/project-records.ts';
import { Chain, complaint } from '../testing/chain.fixture.ts';
import { emptyStore, everyByte } from '../testing/store.fixture.ts';
import { indexCases } from './index-cases.ts';

async function withCases(count: number) {
  const chain = new Chain().found();
  const ids = Array.from({ length: count }, () => chain.register(complaint, at('2026-10-08T09:30')));
  const store = await emptyStore();
  await projectRecords(store, chain.records);
  const found = (typed: string) => new Set(store.search.search(typed));
  return { chain, ids, store, found };
}

describe('the memory of what can be found', () => {
  it('is filled from the store in the background, and finds what is there by then', async () => {
    const { ids, store, found } = await withCases(150);
    const sizes: number[] = [];
    expect(found('李样本')).toEqual(new Set());
    const reading = indexCases(store);
    expect(store.search.building).toBe(true);
    store.search.subscribe(() => sizes.push(store.search.size));
    await reading;
    expect(store.search.building).toBe(false);
    expect(found('lyb')).toEqual(new Set(ids));
    expect(sizes.at(-1)).toBe(150);
  });

  it('follows every change that is committed, also while it is being filled', async () => {
    const { chain, ids, store, found } = await withCases(90);
    const reading = indexCases(store);
    const later = chain.register({ ...complaint, complainant_name: '周范例' }, at('2026-10-19T09:30'));
    chain.act(ids[0]!, { type: 'add-note', text: '等配件到货' }, at('2026-10-19T10:00'));
    await projectRecords(store, chain.records);
    await reading;
    expect(found('zfl')).toEqual(new Set([later]));
    expect(found('配件')).toEqual(new Set([ids[0]]));
    chain.act(
      later,
      { type: 'change-fields', values: { complainant_name: '周试填' }, reason: '写错了' },
      at('2026-10-19T11:00'),
    );
    await projectRecords(store, chain.records);
    expect(found('周范例')).toEqual(new Set());
    expect(found('周试填')).toEqual(new Set([later]));
  });

  it('is gone when the store is closed or made anew, though it was being filled', async () => {
    const one = await withCases(90);
    const reading = indexCases(one.store);
    await beginAgain(one.store, 'store-2', 0);
    await reading;
    expect(one.store.search.size).toBe(0);
    const two = await withCases(3);
    await indexCases(two.store);
    closeStore(two.store);
    expect(two.found('李样本')).toEqual(new Set());
    expect(two.store.search.size).toBe(0);
  });

  it('leaves nothing readable in the tables', async () => {
    const { store } = await withCases(3);
    await indexCases(store);
    expect(await everyByte(store.db)).not.toMatch(/李样本|liyangben|lyb|8000|楼道灯/);
  });
});
