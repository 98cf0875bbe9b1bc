import { clocksDueOn, dutyClocks, type DueClock } from '#shared/agenda/case.agenda.ts';
import { owedClocks, type ClockContext } from '#shared/case/clocks.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { CaseStore } from '../case-store.ts';
import { atHand, dueContext, rowsOnOthers, type CasesAtHand, type OfficeRules } from './on-others.ts';
import type { CaseOfProcedure } from './other-cases.ts';

/** Cases that may have something on the desk by that day; all others are not opened. */
export async function awakeCases(
  store: CaseStore,
  today: PlainDate,
  office: OfficeRules,
): Promise<CasesAtHand> {
  // The empty text of those that sleep sorts before every date.
  const rows = await store.db.cases.where('wakes').between('0', today, true, true).toArray();
  return atHand(store, rows, office);
}

/**
 * How many cases have a limit that ends on each day; days without any are left out. By keys only, but for cases whose
 * days hang on others.
 */
export async function dueCounts(
  store: CaseStore,
  from: PlainDate,
  to: PlainDate,
  office: OfficeRules,
): Promise<ReadonlyMap<PlainDate, number>> {
  const counts = new Map<PlainDate, number>();
  const add = (day: PlainDate, more: number): void => {
    const count = (counts.get(day) ?? 0) + more;
    if (count === 0) counts.delete(day);
    else counts.set(day, count);
  };
  const isIn = (day: PlainDate): boolean => from <= day && day <= to;
  await store.db.cases
    .where('dues')
    .between(from, to, true, true)
    .eachKey(key => add(key as PlainDate, 1));
  const rows = await rowsOnOthers(store);
  for (const day of rows.flatMap(({ dues }) => dues)) if (isIn(day)) add(day, -1);
  const { cases, others } = await atHand(store, rows, office);
  for (const { state, procedure } of cases) {
    const clocks = dutyClocks(owedClocks(procedure, state, dueContext(store, state, office, others)));
    const days = new Set(clocks.flatMap(({ counted }) => counted?.dueDate ?? []));
    for (const day of days) if (isIn(day)) add(day, 1);
  }
  return counts;
}

/** Cases that may have a limit that ends on that day, in the order of their numbers. */
export async function casesDueOn(
  store: CaseStore,
  day: PlainDate,
  office: OfficeRules,
): Promise<CasesAtHand> {
  const found = await store.db.cases.where('dues').equals(day).toArray();
  const rows = [...new Map([...found, ...(await rowsOnOthers(store))].map(row => [row.id, row])).values()];
  return atHand(
    store,
    rows.toSorted((a, b) => (a.order < b.order ? -1 : 1)),
    office,
  );
}

export interface DueCase extends CaseOfProcedure {
  readonly due: DueClock;
}

/** The limits that end on that day. */
export const duesOn = (
  { cases, others }: CasesAtHand,
  day: PlainDate,
  context: Omit<ClockContext, 'others'>,
): readonly DueCase[] =>
  cases.flatMap(({ state, procedure }) =>
    clocksDueOn(procedure, state, { ...context, others }, day).map(due => ({ due, state, procedure })),
  );
