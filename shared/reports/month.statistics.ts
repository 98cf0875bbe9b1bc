import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, type ClockContext } from '#shared/case/clocks.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText } from '#shared/procedure/values.ts';
import { isOpen } from './counted-case.ts';
import { countedCases, reportedCases, type MonthBooks } from './month.books.ts';

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

/**
 * Counts a month over all cases of the office. The same books and the same moment give the same figures, so those
 * of a locked month are counted from the books and at the moment of its lock.
 */
export function monthStatistics(
  books: MonthBooks,
  procedureOf: (state: CaseState) => Procedure,
  context: ClockContext,
): MonthStatistics {
  const { period } = books;
  const sum = { registered: 0, closed: 0, onTime: 0, open: 0, overdue: 0, asked: 0, satisfied: 0 };
  const tallies = new Map<string, { registered: number; closed: number; late: number }>();
  const procedures = new Set<Procedure>();

  for (const { state, registeredIn, closedIn } of countedCases(books)) {
    const procedure = procedureOf(state);
    procedures.add(procedure);
    const { category, satisfaction } = procedure.registration;
    const value = category === undefined ? null : (state.values[category] ?? null);
    const key = typeof value === 'string' && value !== '' ? value : 'none';
    const tally = tallies.get(key) ?? { registered: 0, closed: 0, late: 0 };

    const registeredNow = registeredIn === period;
    const open = registeredIn <= period && isOpen(procedure, state);
    const closedNow = closedIn === period;
    if (registeredNow || open || closedNow) {
      const clocks = clocksOf(procedure, state, context);
      const late = clocks.some(clock => clock.status === 'met-late');
      if (registeredNow) {
        sum.registered++;
        tally.registered++;
      }
      if (open) {
        sum.open++;
        if (clocks.some(clock => clock.status === 'overdue')) sum.overdue++;
      }
      if (closedNow) {
        sum.closed++;
        tally.closed++;
        if (late) tally.late++;
        else sum.onTime++;
        const opinion = satisfaction === undefined ? null : (state.values[satisfaction.field] ?? null);
        if (opinion !== null) {
          sum.asked++;
          if (satisfaction?.satisfied_by.includes(scalarText(opinion))) sum.satisfied++;
        }
      }
      tallies.set(key, tally);
    }
  }
  const byCategory = [...tallies]
    .filter(([, tally]) => tally.registered > 0 || tally.closed > 0)
    .map(([key, tally]) => ({ key, label: tallyLabel([...procedures], key), ...tally }))
    .sort((a, b) => b.registered - a.registered || (a.key < b.key ? -1 : 1));
  return { period, ...sum, byCategory, zeroReport: reportedCases(books).length === 0 };
}
