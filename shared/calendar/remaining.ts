import { assertNever } from '#shared/core/assert.ts';
import { dateOf, msOf, type Instant } from '#shared/core/instant.ts';
import { addDays, daysBetween, type PlainDate } from '#shared/core/plain-date.ts';
import { MINUTE_MS } from './count-time.ts';
import type { Counted, LimitUnit, WorkingCalendar } from './limit.types.ts';
import { isWorkingDay, workingDaysBetween } from './working-calendar.ts';

/** What a limit is spoken of in. */
export type SpokenUnit = 'working-days' | 'days' | 'minutes';

export type Remaining =
  | { readonly kind: 'left'; readonly amount: number; readonly unit: SpokenUnit }
  /** A limit in days whose last day is today. */
  | { readonly kind: 'today' }
  | { readonly kind: 'late'; readonly amount: number; readonly unit: SpokenUnit }
  /** An open pause holds the limit up. */
  | { readonly kind: 'paused' };

export function spokenUnit(unit: LimitUnit): SpokenUnit {
  switch (unit) {
    case 'working-days':
    case 'working-day-of-month':
      return 'working-days';
    case 'calendar-days':
    case 'weeks':
    case 'months':
    case 'years':
    case 'day-of-month':
    case 'same-day':
      return 'days';
    case 'minutes':
    case 'hours':
    case 'office-hours':
    case 'at-once':
      return 'minutes';
    default:
      return assertNever(unit);
  }
}

/**
 * How much of a limit is left, or how late it is, in the unit the rule counts in: working days and days after
 * today up to and including the last one, or minutes still to be counted, a minute begun being a whole one.
 * Being late is counted in working days where one has passed, else in days; minutes late run by the clock.
 */
export function remaining(
  counted: Counted,
  now: Instant,
  unit: LimitUnit,
  calendar: WorkingCalendar,
): Remaining {
  if (counted.due === null || counted.dueDate === null) return { kind: 'paused' };
  const spoken = spokenUnit(unit);
  if (spoken === 'minutes') return remainingMinutes(counted, msOf(now), msOf(counted.due));
  const today = dateOf(now);
  if (today === counted.dueDate) return { kind: 'today' };
  if (today < counted.dueDate) return daysLeft(counted, counted.dueDate, today, spoken, calendar);
  return daysLate(counted.dueDate, today, spoken, calendar);
}

/**
 * Whether the last moment was over by then. The 24:00 that ends a last day is the 00:00 of the next date, and
 * belongs to it: what is dated the day after is late, though its instant may equal `due`.
 */
export function isPast(counted: Counted, at: Instant): boolean {
  if (counted.due === null || counted.dueDate === null) return false;
  return counted.precision === 'day' ? dateOf(at) > counted.dueDate : msOf(at) > msOf(counted.due);
}

function remainingMinutes(counted: Counted, now: number, due: number): Remaining {
  if (now > due) return { kind: 'late', amount: Math.ceil((now - due) / MINUTE_MS), unit: 'minutes' };
  let left = due - now;
  for (const { from, to, state } of counted.times) {
    if (state !== 'counted') left -= Math.max(0, msOf(to) - Math.max(msOf(from), now));
  }
  return { kind: 'left', amount: Math.ceil(left / MINUTE_MS), unit: 'minutes' };
}

function daysLeft(
  counted: Counted,
  dueDate: PlainDate,
  today: PlainDate,
  unit: 'working-days' | 'days',
  calendar: WorkingCalendar,
): Remaining {
  const paused = new Set(counted.days.filter(day => day.state === 'paused').map(day => day.date));
  let amount = 0;
  for (let date = addDays(today, 1); date <= dueDate; date = addDays(date, 1)) {
    if (paused.has(date)) continue;
    if (unit === 'days' || isWorkingDay(calendar.dayKind(date))) amount += 1;
  }
  return { kind: 'left', amount, unit };
}

function daysLate(
  dueDate: PlainDate,
  today: PlainDate,
  unit: 'working-days' | 'days',
  calendar: WorkingCalendar,
): Remaining {
  const working = unit === 'working-days' ? workingDaysBetween(dueDate, today, calendar) : 0;
  if (working > 0) return { kind: 'late', amount: working, unit };
  return { kind: 'late', amount: daysBetween(dueDate, today), unit: 'days' };
}
