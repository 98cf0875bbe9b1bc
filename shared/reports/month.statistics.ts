import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, wasLate, type ClockContext } from '#shared/case/clocks.ts';
import type { MonthRemark } from '#shared/case/office.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText } from '#shared/procedure/values.ts';
import { isOpen } from './counted-case.ts';
import { countedCases, reportedCases, type MonthBooks } from './month.books.ts';
import type { MonthCorrection } from './month.corrections.ts';

/** How many of something, by the key of its value; `none` for cases without one. */
export interface Tally {
  readonly key: string;
  readonly label: Text;
  readonly registered: number;
  readonly closed: number;
  readonly late: number;
}

/** The figures of one month. Every figure counts cases, and says which base it is taken from. */
export interface MonthStatistics {
  readonly period: PlainMonth;
  /** Counting in the month: received in it, or written down after the month of receipt was locked. */
  readonly registered: number;
  /** Their closing counts in the month, whenever they were received. */
  readonly closed: number;
  /** Of those closed: none of their limits was met late. */
  readonly onTime: number;
  /** Open at the moment of counting, of this month and those before. */
  readonly open: number;
  /** Of those open: a limit has run out. */
  readonly overdue: number;
  /** Closed in the month with a satisfaction on record, and how many of those were satisfied or fairly so. */
  readonly asked: number;
  readonly satisfied: number;
  readonly byCategory: readonly Tally[];
  /** No case to tell headquarters of: the bundle of the month has none either. */
  readonly zeroReport: boolean;
  /** What this month carries of locked ones; their own figures stay. Absent where there is nothing. */
  readonly corrections?: readonly MonthCorrection[];
  /** To the open questions of the check list. Absent where there are none, and while the month is open. */
  readonly remarks?: readonly MonthRemark[];
}

const NONE: Text = { zh: '未分类', en: 'Unclassified' };

function tallyLabel(procedures: readonly Procedure[], key: string): Text {
  for (const procedure of procedures) {
    const field = procedure.fields.find(({ key: name }) => name === procedure.registration.category);
    const option = field?.options?.find(({ value }) => value === key);
    if (option) return option.label;
  }
  return NONE;
}

/** What is counted of the month, and what of one category. */
const FIGURES = ['registered', 'closed', 'onTime', 'open', 'overdue', 'asked', 'satisfied'] as const;
const TALLIED = ['registered', 'closed', 'late'] as const;
type Behind<Key extends string> = Readonly<Record<Key, readonly CaseId[]>>;

/** The cases behind each figure; of those by category under the key of the tally. */
export interface MonthCases extends Behind<(typeof FIGURES)[number]> {
  readonly byCategory: Readonly<Record<string, Behind<(typeof TALLIED)[number]>>>;
}

const emptyLists = <Key extends string>(keys: readonly Key[]): Record<Key, CaseId[]> =>
  Object.fromEntries(keys.map(key => [key, []])) as unknown as Record<Key, CaseId[]>;

const lengths = <Key extends string>(lists: Behind<Key>): Record<Key, number> =>
  Object.fromEntries(
    Object.entries<readonly CaseId[]>(lists).map(([key, ids]) => [key, ids.length]),
  ) as Record<Key, number>;

/**
 * Counts a month over all cases of the office. The same books and the same moment give the same figures, so those
 * of a locked month are counted from the books and at the moment of its lock.
 */
export function countMonth(
  books: MonthBooks,
  procedureOf: (state: CaseState) => Procedure,
  context: ClockContext,
): { readonly statistics: MonthStatistics; readonly cases: MonthCases } {
  const { period } = books;
  const lists = emptyLists(FIGURES);
  const tallies = new Map<string, ReturnType<typeof emptyLists<(typeof TALLIED)[number]>>>();
  const procedures = new Set<Procedure>();

  for (const { state, registeredIn, closedIn } of countedCases(books)) {
    const { id } = state;
    const procedure = procedureOf(state);
    procedures.add(procedure);
    const { category, satisfaction } = procedure.registration;
    const value = category === undefined ? null : (state.values[category] ?? null);
    const key = typeof value === 'string' && value !== '' ? value : 'none';
    const tally = tallies.get(key) ?? emptyLists(TALLIED);

    const registeredNow = registeredIn === period;
    const open = registeredIn <= period && isOpen(procedure, state);
    const closedNow = closedIn === period;
    if (registeredNow || open || closedNow) {
      const clocks = clocksOf(procedure, state, context);
      const late = wasLate(clocks);
      if (registeredNow) {
        lists.registered.push(id);
        tally.registered.push(id);
      }
      if (open) {
        lists.open.push(id);
        if (clocks.some(clock => clock.status === 'overdue')) lists.overdue.push(id);
      }
      if (closedNow) {
        lists.closed.push(id);
        tally.closed.push(id);
        (late ? tally.late : lists.onTime).push(id);
        const opinion = satisfaction === undefined ? null : (state.values[satisfaction.field] ?? null);
        if (opinion !== null) {
          lists.asked.push(id);
          if (satisfaction?.satisfied_by.includes(scalarText(opinion))) lists.satisfied.push(id);
        }
      }
      tallies.set(key, tally);
    }
  }
  const inUse = [...tallies].filter(([, tally]) => tally.registered.length > 0 || tally.closed.length > 0);
  const byCategory = inUse
    .map(([key, tally]) => ({ key, label: tallyLabel([...procedures], key), ...lengths(tally) }))
    .sort((a, b) => b.registered - a.registered || (a.key < b.key ? -1 : 1));
  const corrections = books.corrections?.filter(each => each.in === period) ?? [];
  const { remarks = [] } = books;
  return {
    statistics: {
      ...{ period, ...lengths(lists), byCategory, zeroReport: reportedCases(books).length === 0 },
      ...(corrections.length > 0 ? { corrections } : {}),
      ...(remarks.length > 0 ? { remarks } : {}),
    },
    cases: { ...lists, byCategory: Object.fromEntries(inUse) },
  };
}
