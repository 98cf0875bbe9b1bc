import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, type ClockContext } from '#shared/case/clocks.ts';
import { dateOf } from '#shared/core/instant.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText } from '#shared/procedure/values.ts';

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
  /** Received in the month. */
  readonly registered: number;
  /** Closed in the month, whenever they were received. */
  readonly closed: number;
  /** Of those closed: none of their limits was met late. */
  readonly onTime: number;
  /** Open at this moment, whenever they were received. */
  readonly open: number;
  /** Open now with a limit that has run out. */
  readonly overdue: number;
  /** Closed in the month with a satisfaction on record, and how many of those were satisfied or fairly so. */
  readonly asked: number;
  readonly satisfied: number;
  readonly byCategory: readonly Tally[];
  readonly zeroReport: boolean;
}

const NONE: Text = { zh: '未分类', en: 'Unclassified' };

export const isOpen = (procedure: Procedure, state: CaseState): boolean =>
  Object.entries(state.tracks).some(
    ([id, { state: at }]) =>
      procedure.tracks.find(track => track.id === id)?.states.find(({ id: name }) => name === at)?.kind ===
      'open',
  );

const endedIn = (procedure: Procedure, state: CaseState): PlainMonth | undefined => {
  if (isOpen(procedure, state)) return undefined;
  const last = Object.values(state.tracks)
    .map(({ since }) => since)
    .sort()
    .at(-1);
  return last === undefined ? undefined : monthOf(dateOf(last));
};

function tallyLabel(procedures: readonly Procedure[], key: string): Text {
  for (const procedure of procedures) {
    const field = procedure.fields.find(({ key: name }) => name === procedure.registration.category);
    const option = field?.options?.find(({ value }) => value === key);
    if (option) return option.label;
  }
  return NONE;
}

/** Counts a month over all cases of the office. The same cases and the same moment give the same figures. */
export function monthStatistics(
  period: PlainMonth,
  cases: Iterable<CaseState>,
  procedureOf: (state: CaseState) => Procedure,
  context: ClockContext,
): MonthStatistics {
  const sum = { registered: 0, closed: 0, onTime: 0, open: 0, overdue: 0, asked: 0, satisfied: 0 };
  const tallies = new Map<string, { registered: number; closed: number; late: number }>();
  const procedures = new Set<Procedure>();

  for (const state of cases) {
    const procedure = procedureOf(state);
    procedures.add(procedure);
    const { category, satisfaction } = procedure.registration;
    const value = category === undefined ? null : (state.values[category] ?? null);
    const key = typeof value === 'string' && value !== '' ? value : 'none';
    const tally = tallies.get(key) ?? { registered: 0, closed: 0, late: 0 };

    const registeredNow = monthOf(dateOf(state.receivedAt)) === period;
    const open = isOpen(procedure, state);
    const closedNow = endedIn(procedure, state) === period;
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
  return { period, ...sum, byCategory, zeroReport: sum.registered === 0 };
}
