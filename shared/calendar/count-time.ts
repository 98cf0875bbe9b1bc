import { invariant } from '#shared/core/assert.ts';
import { dateOf, instantAt, instantFromMs, msOf } from '#shared/core/instant.ts';
import { daysBetween } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import { MAX_DAYS } from './limit-bounds.ts';
import type { Counted, CountRequest, TimeNote } from './limit.types.ts';
import { checkOfficeHours, openingsOn } from './office-hours.ts';
import { pausedTime, wholeSeconds } from './pauses.ts';
import { watchCalendar, type WatchedCalendar } from './working-calendar.ts';

export const MINUTE_MS = 60_000;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly state: TimeNote['state'];
  readonly pause?: Text;
}

/** Whether the clock may run at a moment, and until when that stays so. */
type Opening = (ms: number) => { readonly open: boolean; readonly until: number };

export const roundTheClock: Opening = () => ({ open: true, until: Infinity });

function insideOfficeHours(request: CountRequest, watched: WatchedCalendar): Opening {
  const { calendar, officeHours } = request;
  checkOfficeHours(officeHours);
  const start = dateOf(request.start);
  return ms => {
    const date = dateOf(instantFromMs(ms));
    invariant(daysBetween(start, date) <= 2 * MAX_DAYS, 'office hours are used up within 200 years');
    for (const { from, to } of openingsOn(date, officeHours, calendar, watched)) {
      if (ms < from) return { open: false, until: from };
      if (ms < to) return { open: true, until: to };
    }
    return { open: false, until: msOf(instantAt(date, '24:00')) };
  };
}

/** Counts so many minutes from the start on; `office` says inside opening hours only. */
export function countTime(request: CountRequest, minutes: number, office: boolean): Counted {
  const watched = watchCalendar(request.calendar);
  const opening = office ? insideOfficeHours(request, watched) : roundTheClock;
  const pauses = pausedTime(request.pauses);
  const stretches: Stretch[] = [];
  let now = wholeSeconds(msOf(request.start));
  let left = minutes * MINUTE_MS;

  while (left > 0 && now < pauses.knownUntil) {
    const { open, until } = opening(now);
    const pause = pauses.at(now);
    const state = !open ? 'closed' : pause !== undefined ? 'paused' : 'counted';
    const end =
      state === 'closed'
        ? until
        : state === 'paused'
          ? Math.min(until, pause?.until ?? until)
          : Math.min(until, pauses.nextAfter(now), now + left);
    const to = Math.min(end, pauses.knownUntil);
    stretches.push({
      from: now,
      to,
      state,
      ...(state === 'paused' && pause !== undefined && { pause: pause.label }),
    });
    if (state === 'counted') left -= to - now;
    now = to;
  }

  const due = left > 0 ? null : instantFromMs(now);
  return {
    due,
    dueDate: due === null ? null : dateOf(due),
    precision: 'minute',
    days: [],
    times: inMinutes(joined(stretches)),
    unknownYears: watched.unknownYears(),
  };
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches) {
    const last = result.at(-1);
    if (last?.state === next.state && last.pause === next.pause)
      result.splice(-1, 1, { ...last, to: next.to });
    else result.push(next);
  }
  return result;
}

/** Rounds the running sum of each state, not each stretch: only so do the counted minutes add up. */
function inMinutes(stretches: readonly Stretch[]): readonly TimeNote[] {
  const sums: Record<TimeNote['state'], number> = { counted: 0, closed: 0, paused: 0 };
  return stretches.map(({ from, to, state, ...rest }) => {
    const before = sums[state];
    const after = before + to - from;
    sums[state] = after;
    const minutes = Math.floor(after / MINUTE_MS) - Math.floor(before / MINUTE_MS);
    return { from: instantFromMs(from), to: instantFromMs(to), state, minutes, ...rest };
  });
}
