import type { CaseState } from '#shared/case/case.state.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { openCaseRow, type CaseStore } from '../case-store.ts';

/** Cases that may have something on the desk by that day; all others are not opened. */
export async function awakeCases(store: CaseStore, today: PlainDate): Promise<readonly CaseState[]> {
  // The empty text of those that sleep sorts before every date.
  const rows = await store.db.cases.where('wakes').between('0', today, true, true).toArray();
  return Promise.all(rows.map(row => openCaseRow(store, row)));
}

/** How many cases have a limit that ends on each day; days without any are left out. Keys only: no case is opened. */
export async function dueCounts(
  store: CaseStore,
  from: PlainDate,
  to: PlainDate,
): Promise<ReadonlyMap<PlainDate, number>> {
  const counts = new Map<PlainDate, number>();
  await store.db.cases
    .where('dues')
    .between(from, to, true, true)
    .eachKey(key => {
      const day = key as PlainDate;
      counts.set(day, (counts.get(day) ?? 0) + 1);
    });
  return counts;
}

/** The cases with a limit that ends on that day, in the order of their numbers. */
export async function casesDueOn(store: CaseStore, day: PlainDate): Promise<readonly CaseState[]> {
  const rows = await store.db.cases.where('dues').equals(day).toArray();
  const inOrder = rows.toSorted((a, b) => (a.order < b.order ? -1 : 1));
  return Promise.all(inOrder.map(row => openCaseRow(store, row)));
}
