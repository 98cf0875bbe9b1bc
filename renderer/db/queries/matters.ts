import type { Matter } from '#shared/case/matter.ts';
import { dateOf, instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { openCaseRow, type CaseStore } from '../case-store.ts';

/** Longer than any span in which a procedure takes two cases for the same matter. */
const LOOK_BACK_MS = 800 * 86_400_000;

/** Opened between two strokes of a key: a few milliseconds. */
const PORTION = 40;

/** Lets whatever was pressed meanwhile go first. */
export const nextTurn = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/**
 * Reads the cases of the last two years into the store's memory of matters, the latest first, a portion at a time,
 * so that whoever types meanwhile notices nothing. Once: afterwards projections keep it current.
 */
export async function readMatters(store: CaseStore, now: Instant): Promise<void> {
  const { db, matters, context } = store;
  await matters.fill(async take => {
    const from = dateOf(instantFromMs(msOf(now) - LOOK_BACK_MS));
    const ids = await db.cases.where('received').aboveOrEqual(from).reverse().primaryKeys();
    for (let at = 0; at < ids.length; at += PORTION) {
      const rows = await db.cases.bulkGet(ids.slice(at, at + PORTION));
      const states = await Promise.all(rows.flatMap(row => (row ? [openCaseRow(store, row)] : [])));
      if (!take(states)) return;
      await nextTurn();
    }
  }, context.procedures);
}

/** As far as they have been read. */
export const mattersOf = ({ matters }: CaseStore): Iterable<Matter> => matters.all;
