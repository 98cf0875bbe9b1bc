import { openCaseRow, type CaseStore } from '../case-store.ts';
import { nextTurn } from './matters.ts';

/** Opened between two strokes of a key; fewer where the machine is so slow that somebody would notice. */
const [FEWEST, MOST] = [15, 60] as const;
const NOTICED_MS = 40;

/**
 * Reads every case into the store's memory of what can be found, the latest first, a portion at a time, so that whoever
 * works meanwhile notices nothing. Once: afterwards projections keep it current.
 */
export async function indexCases(store: CaseStore): Promise<void> {
  const { db, search, context } = store;
  await search.fill(async take => {
    const ids = await db.cases.orderBy('received').reverse().primaryKeys();
    search.expect(ids.length);
    let portion: number = MOST;
    for (let at = 0; at < ids.length;) {
      const began = performance.now();
      const rows = await db.cases.bulkGet(ids.slice(at, at + portion));
      const states = await Promise.all(rows.flatMap(row => (row ? [openCaseRow(store, row)] : [])));
      if (!take(states)) return;
      at += portion;
      const slow = performance.now() - began > NOTICED_MS;
      portion = slow ? Math.max(FEWEST, Math.floor(portion / 2)) : Math.min(MOST, portion + FEWEST);
      await nextTurn();
    }
  }, context.procedures);
}
