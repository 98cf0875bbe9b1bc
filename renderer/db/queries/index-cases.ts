import { openCaseRow, type CaseStore } from '../case-store.ts';
import { nextTurn } from './matters.ts';

/** Opened between two strokes of a key: a few milliseconds. */
const PORTION = 60;

/**
 * Reads every case into the store's memory of what can be found, the latest first, a portion at a time, so that whoever
 * works meanwhile notices nothing. Once: afterwards projections keep it current.
 */
export async function indexCases(store: CaseStore): Promise<void> {
  const { db, search, context } = store;
  await search.fill(async take => {
    const ids = await db.cases.orderBy('received').reverse().primaryKeys();
    for (let at = 0; at < ids.length; at += PORTION) {
      const rows = await db.cases.bulkGet(ids.slice(at, at + PORTION));
      const states = await Promise.all(rows.flatMap(row => (row ? [openCaseRow(store, row)] : [])));
      if (!take(states)) return;
      await nextTurn();
    }
  }, context.procedures);
}
