import type { CaseStore } from '../case-store.ts';
import type { OrphanRow, StoreMeta } from '../store-rows.ts';

/**
 * Empties the store for a rebuild, in one transaction, under a new name of its own.
 *
 * Events of records after `keepAfter` are put aside and not deleted: the journal has lost them, and somebody may
 * hold the paper. They stay sealed.
 */
export async function beginAgain(store: CaseStore, storeId: string, keepAfter: number): Promise<StoreMeta> {
  const { db } = store;
  const meta: StoreMeta = {
    id: 'store',
    storeId,
    seq: 0,
    hash: '',
    projection: store.context.fingerprint,
    cases: 0,
    events: 0,
  };
  await db.transaction('rw', [db.cases, db.events, db.orphans, db.office, db.meta], async () => {
    const before = await db.meta.get('store');
    if (before !== undefined && before.seq > keepAfter) {
      const rows = await db.events.filter(row => row.record > keepAfter).toArray();
      await db.orphans.bulkAdd(rows.map((row): OrphanRow => ({ ...row, after: keepAfter })));
    }
    await Promise.all([db.cases.clear(), db.events.clear(), db.office.clear()]);
    await db.meta.put(meta);
  });
  store.states.clear();
  store.matters.clear();
  store.search.clear();
  return meta;
}
