import { countLimit } from '#shared/calendar/count-limit.ts';
import { hoursAt } from '#shared/calendar/hours-timeline.ts';
import type { Counted, Pause } from '#shared/calendar/limit.types.ts';
import { nextOpening } from '#shared/calendar/next-opening.ts';
import { isPast, remaining, type Remaining } from '#shared/calendar/remaining.ts';
import type { OrderId } from '#shared/core/ids.ts';
import { dateOf, msOf, type Instant } from '#shared/core/instant.ts';
import { daysBetween } from '#shared/core/plain-date.ts';
import { holds, type Circumstances } from '#shared/procedure/condition.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState } from './case.state.ts';
import { circumstancesOf } from './circumstances.ts';
import { dayIn, lastRun, type ClockRun } from './clock.run.ts';
import { courseOf, type ClockTrace } from './clock.trace.ts';
import type { Actor } from './event.header.ts';
import { orderClocks } from './order.clocks.ts';
import type { SeverityContext } from './severity.ts';
import { standingOf } from './standing.ts';

export const CLOCK_STATUSES = [
  'not-begun',
  'running',
  'paused',
  'overdue',
  'met',
  'met-late',
  'stopped',
  /** Begun, without a figure: to be thought of, never late. */
  'reminder',
  /** A right that was not used in time. */
  'lapsed',
] as const;
export type ClockStatus = (typeof CLOCK_STATUSES)[number];

/** More time that was granted; `by` and what follows are known of a case, not of a mere reckoning. */
export interface GrantedExtension {
  readonly amount: number;
  readonly unit: Limit['unit'];
  /** When it would have been due without this one; null where a pause left that open. */
  readonly before: Instant | null;
  readonly by?: Actor;
  readonly askedBy?: Actor;
  readonly at?: Instant;
  readonly reason?: string;
}

/** One limit of the procedure on one case, computed from its events. */
export interface Clock {
  readonly limit: Limit;
  readonly status: ClockStatus;
  readonly start?: Instant;
  /** Whether what began it waited for the office to open. */
  readonly waited: boolean;
  /** What is counted; undefined for a reminder. */
  readonly figure?: { readonly amount: number; readonly unit: Limit['unit'] };
  readonly pauses: readonly Pause[];
  readonly extensions: readonly GrantedExtension[];
  /** When it was met or stopped. */
  readonly ended?: Instant;
  /** The counting with its explanation, extensions included. */
  readonly counted?: Counted;
  /** The counting without extensions, when there were any. */
  readonly original?: Counted;
  readonly remaining?: Remaining;
  /** Within the limit's own warn-ahead. */
  readonly near: boolean;
  /** Not of the procedure: headquarters waits for an answer to this order. */
  readonly order?: OrderId;
}

export type ClockContext = SeverityContext;

/** How much is counted: the figure of the limit, or the days to the one that is written on the case. */
function amountOf(limit: Limit, run: ClockRun, state: CaseState): Pick<Limit, 'amount' | 'unit'> {
  if (limit.due_in === undefined) return limit;
  const written = dayIn(limit.due_in, state.values);
  if (written === undefined) return { amount: undefined, unit: 'calendar-days' };
  return { amount: Math.max(0, daysBetween(dateOf(run.start), dateOf(written))), unit: 'calendar-days' };
}

/** At once names no minute: it is late when the day is over. */
export const isLate = (counted: Counted, unit: Limit['unit'], at: Instant): boolean =>
  unit === 'at-once' && counted.dueDate !== null ? dateOf(at) > counted.dueDate : isPast(counted, at);

function endedClock(run: ClockRun, late: boolean): Pick<Clock, 'status' | 'ended' | 'near'> {
  const { end } = run;
  const status = !end?.met ? 'stopped' : late ? 'met-late' : 'met';
  return { status, near: false, ...(end ? { ended: end.at } : {}) };
}

function clockOf(limit: Limit, state: CaseState, trace: readonly ClockTrace[], context: ClockContext): Clock {
  const run = lastRun(limit, trace, state.values);
  const nothing = { limit, waited: false, pauses: [], extensions: [] } as const;
  if (run === undefined) return { ...nothing, status: 'not-begun', near: false };
  const { amount, unit } = amountOf(limit, run, state);
  if (amount === undefined) {
    const base = { ...nothing, start: run.start };
    return run.end ? { ...base, ...endedClock(run, false) } : { ...base, status: 'reminder', near: false };
  }

  const { calendar } = context;
  const officeHours = hoursAt(context.officeHours, run.start);
  const start =
    limit.counted_from === 'next-opening' ? nextOpening(run.start, officeHours, calendar) : run.start;
  const count = (extension: number): Counted =>
    countLimit({
      ...{ start, amount, unit, roll: limit.roll, pauses: run.pauses, extension },
      ...{ calendar, officeHours },
    });
  const amounts = run.extensions.map(each => each.amount);
  const upTo = (nth: number): Counted => count(amounts.slice(0, nth).reduce((sum, each) => sum + each, 0));
  const counted = upTo(amounts.length);
  const base = {
    ...{ limit, start, counted, pauses: run.pauses, waited: start !== run.start },
    figure: { amount, unit },
    extensions: run.extensions.map((each, nth) => ({ ...each, unit, before: upTo(nth).due })),
    ...(amounts.length > 0 ? { original: count(0) } : {}),
  };
  if (run.end) {
    const late = isLate(counted, unit, run.end.at);
    return {
      ...base,
      ...endedClock(run, late),
      ...(late ? { remaining: remaining(counted, run.end.at, unit, calendar) } : {}),
    };
  }
  if (counted.due === null) return { ...base, status: 'paused', near: false };
  const left = remaining(counted, context.now, unit, calendar);
  const over = isLate(counted, unit, context.now);
  const soon = left.kind === 'today' || (left.kind === 'left' && left.amount <= limit.warn);
  const near = !over && (unit === 'at-once' || soon);
  const status = !over ? 'running' : limit.kind === 'right' ? 'lapsed' : 'overdue';
  return { ...base, status, remaining: left, near };
}

const applies = (limit: Limit, state: CaseState, facts: Circumstances): boolean =>
  limit.applies_if === undefined || holds(limit.applies_if, state.values, facts);

/**
 * Of a case from an old ledger nobody knows here which steps were taken on paper. A clock that had run out before it
 * was brought along would only accuse somebody of what may have been done; one that still runs is counted from the
 * day of receipt.
 */
function isOfPaper({ brought, registeredAt }: CaseState, { counted }: Clock): boolean {
  return brought !== undefined && counted?.due != null && msOf(counted.due) < msOf(registeredAt);
}

/** Every limit of the procedure that applies to this case, in the order of the pack. */
function limitClocksOf(procedure: Procedure, state: CaseState, context: ClockContext): readonly Clock[] {
  const course = courseOf(procedure, state, context);
  const facts = circumstancesOf(state, context, course.severity);
  return procedure.limits
    .filter(limit => applies(limit, state, facts))
    .map(limit => clockOf(limit, state, course.trace, context))
    .filter(clock => !isOfPaper(state, clock));
}

/** Those of the procedure, then those of orders of headquarters. */
export const clocksOf = (procedure: Procedure, state: CaseState, context: ClockContext): readonly Clock[] => [
  ...limitClocksOf(procedure, state, context),
  ...orderClocks(state, context),
];

/** Whether a limit was met late. Answers to headquarters say nothing of how a case was handled. */
export const wasLate = (clocks: readonly Clock[]): boolean =>
  clocks.some(({ status, order }) => status === 'met-late' && order === undefined);

/** What is owed as the case stands: of one that is over, answers to headquarters alone. */
export const owedClocks = (
  procedure: Procedure,
  state: CaseState,
  context: ClockContext,
): readonly Clock[] =>
  standingOf(procedure, state).status === 'open'
    ? clocksOf(procedure, state, context)
    : orderClocks(state, context);

/** The clock a list shows: the one that runs out first, then a paused one. Rights of a party make nobody late. */
export function nextClock(clocks: readonly Clock[]): Clock | undefined {
  const due = (clock: Clock): number => (clock.counted?.due ? msOf(clock.counted.due) : Infinity);
  return clocks
    .filter(({ limit }) => limit.kind === 'duty')
    .filter(({ status }) => status === 'running' || status === 'overdue' || status === 'paused')
    .sort((a, b) => due(a) - due(b))[0];
}
