import { countLimit } from '#shared/calendar/count-limit.ts';
import type { Counted, OfficeHours, Pause, WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { isPast, remaining, type Remaining } from '#shared/calendar/remaining.ts';
import { instantAt, msOf, type Instant } from '#shared/core/instant.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import type { Limit, Trigger } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState, Trace } from './case.state.ts';

export type ClockStatus = 'not-begun' | 'running' | 'paused' | 'overdue' | 'met' | 'met-late' | 'stopped';

/** One limit of the procedure on one case, computed from its events. */
export interface Clock {
  readonly limit: Limit;
  readonly status: ClockStatus;
  readonly start?: Instant;
  /** When it was met or stopped. */
  readonly ended?: Instant;
  /** The counting with its explanation, extensions included. */
  readonly counted?: Counted;
  /** The counting without extensions, when there were any. */
  readonly original?: Counted;
  readonly remaining?: Remaining;
  /** Within the limit's own warn-ahead. */
  readonly near: boolean;
}

export interface ClockContext {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly officeHours: OfficeHours;
}

interface Run {
  readonly start: Instant;
  readonly pauses: readonly Pause[];
  readonly extension: number;
  readonly end?: { readonly at: Instant; readonly met: boolean };
}

const matches = (trigger: Trigger, trace: Trace): boolean =>
  ('registered' in trigger && trace.kind === 'registered') ||
  ('step' in trigger && trace.kind === 'step' && trace.step === trigger.step) ||
  ('printed' in trigger && trace.kind === 'printed' && trace.form === trigger.printed);

const anyMatches = (triggers: readonly Trigger[], trace: Trace): boolean =>
  triggers.some(trigger => matches(trigger, trace));

/** The moment written in a date field that starts or ends the limit. */
function dateIn(triggers: readonly Trigger[], state: CaseState): Instant | undefined {
  for (const trigger of triggers) {
    if (!('date_in' in trigger)) continue;
    const value = state.values[trigger.date_in];
    const date = typeof value === 'string' ? parsePlainDate(value.slice(0, 10)) : undefined;
    if (date !== undefined) return instantAt(date, '00:00');
  }
  return undefined;
}

function applyTrace(run: Run, limit: Limit, trace: Trace): Run {
  if (trace.kind === 'extended')
    return trace.limit === limit.id ? { ...run, extension: run.extension + trace.amount } : run;
  if (anyMatches(limit.ends, trace)) return { ...run, end: { at: trace.at, met: true } };
  if (anyMatches(limit.stops, trace)) return { ...run, end: { at: trace.at, met: false } };
  const open = run.pauses.at(-1);
  if (open?.to === null) {
    const over = limit.pauses.some(pause => matches(pause.to, trace));
    return over ? { ...run, pauses: [...run.pauses.slice(0, -1), { ...open, to: trace.at }] } : run;
  }
  const begun = limit.pauses.find(pause => matches(pause.from, trace));
  return begun ? { ...run, pauses: [...run.pauses, { from: trace.at, to: null, label: begun.label }] } : run;
}

/** The last time the limit began to run: a case that is handed over again starts it again. */
function lastRun(limit: Limit, state: CaseState): Run | undefined {
  const written = dateIn(limit.starts, state);
  let run: Run | undefined = written === undefined ? undefined : { start: written, pauses: [], extension: 0 };
  for (const trace of state.trace) {
    if ((run === undefined || run.end) && anyMatches(limit.starts, trace))
      run = { start: trace.at, pauses: [], extension: 0 };
    else if (run !== undefined && !run.end) run = applyTrace(run, limit, trace);
  }
  const ended = dateIn(limit.ends, state);
  return run && !run.end && ended !== undefined ? { ...run, end: { at: ended, met: true } } : run;
}

function clockOf(limit: Limit, state: CaseState, context: ClockContext): Clock {
  const run = lastRun(limit, state);
  if (run === undefined) return { limit, status: 'not-begun', near: false };

  const count = (extension: number): Counted =>
    countLimit({
      start: run.start,
      amount: limit.amount,
      unit: limit.unit,
      roll: limit.roll,
      pauses: run.pauses,
      extension,
      calendar: context.calendar,
      officeHours: context.officeHours,
    });
  const counted = count(run.extension);
  const base = {
    limit,
    start: run.start,
    counted,
    ...(run.extension > 0 ? { original: count(0) } : {}),
  };
  if (run.end) {
    const late = isPast(counted, run.end.at);
    const status = !run.end.met ? 'stopped' : late ? 'met-late' : 'met';
    return {
      ...base,
      status,
      ended: run.end.at,
      near: false,
      ...(late ? { remaining: remaining(counted, run.end.at, limit.unit, context.calendar) } : {}),
    };
  }
  if (counted.due === null) return { ...base, status: 'paused', near: false };
  const left = remaining(counted, context.now, limit.unit, context.calendar);
  const overdue = isPast(counted, context.now);
  const near = !overdue && (left.kind === 'today' || (left.kind === 'left' && left.amount <= limit.warn));
  return { ...base, status: overdue ? 'overdue' : 'running', remaining: left, near };
}

/** Every limit of the procedure on this case, in the order of the pack. */
export const clocksOf = (
  procedure: Pick<Procedure, 'limits'>,
  state: CaseState,
  context: ClockContext,
): readonly Clock[] => procedure.limits.map(limit => clockOf(limit, state, context));

/** The clock a list shows: the one that runs out first, then a paused one. */
export function nextClock(clocks: readonly Clock[]): Clock | undefined {
  const due = (clock: Clock): number => (clock.counted?.due ? msOf(clock.counted.due) : Infinity);
  return clocks
    .filter(clock => clock.status === 'running' || clock.status === 'overdue' || clock.status === 'paused')
    .sort((a, b) => due(a) - due(b))[0];
}
