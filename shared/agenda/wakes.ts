import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { spokenUnit } from '#shared/calendar/remaining.ts';
import { isWorkingDay } from '#shared/calendar/working-calendar.ts';
import { dateOf, msOf } from '#shared/core/instant.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { owedClocks, type Clock, type ClockContext } from '#shared/case/clocks.ts';
import { escalationOf } from '#shared/case/escalation.ts';
import { severityOf } from '#shared/case/severity.ts';
import { standingOf } from '#shared/case/standing.ts';
import { asksForClass } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { dutyClocks, openLevel } from './case.agenda.ts';
import { papersOut } from './papers.out.ts';
import { transferWakes } from './transfers.out.ts';

/** When a case comes on the desk, and on which days its limits end: found without opening the case. */
export interface Wakes {
  /** No later than the first day on which it has an entry; undefined while nothing can come of itself. */
  readonly from: PlainDate | undefined;
  /** The last days of its limits that run. */
  readonly dues: readonly PlainDate[];
}

const MINUTE_MS = 60_000;

/** The last day before which more than `warn` is left. */
function nearFrom(
  { limit, counted, figure, start }: Clock,
  calendar: WorkingCalendar,
): PlainDate | undefined {
  if (!counted?.dueDate || !counted.due || !figure || !start) return undefined;
  if (figure.unit === 'at-once') return dateOf(start);
  const unit = spokenUnit(figure.unit);
  if (unit === 'days') return addDays(counted.dueDate, -limit.warn);
  if (unit === 'working-days') {
    let date = counted.dueDate;
    for (let left = 0; ; date = addDays(date, -1)) {
      left += isWorkingDay(calendar.dayKind(date)) ? 1 : 0;
      if (left > limit.warn) return date;
      if (date <= dateOf(start)) return date;
    }
  }
  let left = limit.warn;
  for (const { from, to, state } of counted.times.toReversed()) {
    if (state !== 'counted') continue;
    left -= (msOf(to) - msOf(from)) / MINUTE_MS;
    if (left < 0) return dateOf(from);
  }
  return dateOf(start);
}

/**
 * Whether time alone moves a case into another class, on which limits or levels hang: then nothing that is computed
 * now tells what begins later.
 */
function hangsOnTime(procedure: Procedure): boolean {
  const moves = procedure.severity?.rules.some(rule => rule.open_for !== undefined) ?? false;
  return (moves && hangsOnClass(procedure)) || hangsOnOthers(procedure);
}

const hangsOnClass = ({ limits, escalation }: Procedure): boolean =>
  limits.some(
    ({ starts, ends, stops, pauses, applies_if: appliesIf }) =>
      (appliesIf !== undefined && asksForClass(appliesIf)) ||
      [...starts, ...ends, ...stops, ...pauses.flatMap(({ from, to }) => [from, to])].some(
        trigger => 'severity' in trigger,
      ),
  ) ||
  (escalation?.levels.some(({ only_if: onlyIf }) => onlyIf !== undefined && asksForClass(onlyIf)) ?? false);

/**
 * Whether other people's cases move a case into another class, on which limits or levels hang. What its row says of
 * days was reckoned without those others, and stays as it was when one of them changes.
 */
export const hangsOnOthers = (procedure: Procedure): boolean =>
  (procedure.severity?.rules.some(({ repeats }) => repeats !== undefined) ?? false) &&
  hangsOnClass(procedure);

const earliest = (dates: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  dates.filter(date => date !== undefined).sort()[0];

/** Reckoned from the last event on: until the next one nothing else can bring the case on the desk earlier. */
export function wakesOf(procedure: Procedure, state: CaseState, context: Omit<ClockContext, 'now'>): Wakes {
  const now = state.lastAt;
  const waiting = [
    ...(state.mergedInto === undefined ? state.asked.map(({ at }) => dateOf(at)) : []),
    ...papersOut(procedure, state).map(({ since }) => dateOf(since)),
    ...transferWakes(state, context.calendar),
  ];
  const at = { ...context, now };
  const clocks = dutyClocks(owedClocks(procedure, state, at));
  const dues = [...new Set(clocks.flatMap(({ counted }) => counted?.dueDate ?? []))].sort();
  const owed = [
    ...waiting,
    ...clocks.map(clock =>
      clock.limit.contact && clock.start ? dateOf(clock.start) : nearFrom(clock, context.calendar),
    ),
  ];
  if (standingOf(procedure, state).status !== 'open') return { from: earliest(owed), dues };
  const { reached, next } = escalationOf(procedure, state, at, severityOf(procedure, state, at)?.effective);
  const level = openLevel(procedure, state, reached);
  return {
    dues,
    from: earliest([
      ...owed,
      level && dateOf(level.reachedAt),
      next?.counted.dueDate ?? undefined,
      hangsOnTime(procedure) ? dateOf(state.receivedAt) : undefined,
    ]),
  };
}
