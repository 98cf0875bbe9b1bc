import type { Pause } from '#shared/calendar/limit.types.ts';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import type { Limit, Trigger } from '#shared/procedure/limit.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { ClockTrace } from './clock.trace.ts';

type Extended = Extract<ClockTrace, { kind: 'extended' }>;

/** One run of a limit: from what started it to what ended it. */
export interface ClockRun {
  readonly start: Instant;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Pick<Extended, 'amount' | 'at' | 'by' | 'askedBy' | 'reason'>[];
  readonly end?: { readonly at: Instant; readonly met: boolean };
}

function matches(trigger: Trigger, trace: ClockTrace): boolean {
  switch (trace.kind) {
    case 'registered':
      return 'registered' in trigger;
    case 'step':
      return 'step' in trigger && trigger.step === trace.step;
    case 'printed':
      return 'printed' in trigger && trigger.printed === trace.form;
    case 'signed':
      return 'signed' in trigger && trigger.signed === trace.form;
    case 'opened':
      return 'opened' in trigger && trigger.opened === trace.track;
    case 'severity':
      return 'severity' in trigger && trigger.severity.includes(trace.class);
    case 'level':
      return 'level' in trigger && trigger.level === trace.level;
    case 'noted':
      return 'noted' in trigger;
    case 'closed':
      return 'closed' in trigger;
    case 'entered':
    case 'fields':
    case 'waived':
    case 'printed-void':
    case 'extended':
    case 'escalated':
      return false;
  }
}

const anyMatches = (triggers: readonly Trigger[], trace: ClockTrace): boolean =>
  triggers.some(trigger => matches(trigger, trace));

/** The day written in a field. */
export function dayIn(key: string, values: Values): Instant | undefined {
  const value = values[key];
  const date = typeof value === 'string' ? parsePlainDate(value.slice(0, 10)) : undefined;
  return date === undefined ? undefined : instantAt(date, '00:00');
}

/** The moment written in a date field that starts or ends the limit. */
function dateIn(triggers: readonly Trigger[], values: Values): Instant | undefined {
  for (const trigger of triggers) {
    const written = 'date_in' in trigger ? dayIn(trigger.date_in, values) : undefined;
    if (written !== undefined) return written;
  }
  return undefined;
}

/** The signature that was waited for will not come. */
const isGivenUp = (triggers: readonly Trigger[], trace: ClockTrace): boolean =>
  trace.kind === 'waived' && triggers.some(trigger => 'signed' in trigger && trigger.signed === trace.form);

function applyTrace(run: ClockRun, limit: Limit, trace: ClockTrace): ClockRun {
  if (trace.kind === 'extended') {
    const { limit: of, amount, at, by, askedBy, reason } = trace;
    const granted = { amount, at, by, reason, ...(askedBy ? { askedBy } : {}) };
    return of === limit.id ? { ...run, extensions: [...run.extensions, granted] } : run;
  }
  const over = limit.repeats && trace.kind === 'closed';
  if (!over && anyMatches(limit.ends, trace)) return { ...run, end: { at: trace.at, met: true } };
  if (over || anyMatches(limit.stops, trace) || isGivenUp(limit.ends, trace))
    return { ...run, end: { at: trace.at, met: false } };
  const open = run.pauses.at(-1);
  if (open?.to === null) {
    const ends = limit.pauses.map(pause => pause.to);
    const goesOn = anyMatches(ends, trace) || isGivenUp(ends, trace);
    return goesOn ? { ...run, pauses: [...run.pauses.slice(0, -1), { ...open, to: trace.at }] } : run;
  }
  const begun = limit.pauses.find(pause => matches(pause.from, trace));
  return begun ? { ...run, pauses: [...run.pauses, { from: trace.at, to: null, label: begun.label }] } : run;
}

const runFrom = (start: Instant): ClockRun => ({ start, pauses: [], extensions: [] });

/**
 * The last time the limit began to run: a case that is handed over again starts it again. A limit that repeats
 * begins anew with what met it, until something stops it or the case is closed.
 */
export function lastRun(limit: Limit, trace: readonly ClockTrace[], values: Values): ClockRun | undefined {
  const written = dateIn(limit.starts, values);
  let run: ClockRun | undefined = written === undefined ? undefined : runFrom(written);
  for (const each of trace) {
    if ((run === undefined || run.end) && anyMatches(limit.starts, each)) run = runFrom(each.at);
    else if (run !== undefined && !run.end) {
      run = applyTrace(run, limit, each);
      if (limit.repeats && run.end?.met) run = runFrom(run.end.at);
    }
  }
  const ended = dateIn(limit.ends, values);
  return run && !run.end && ended !== undefined ? { ...run, end: { at: ended, met: true } } : run;
}
