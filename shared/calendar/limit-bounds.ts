import { msOf } from '#shared/core/instant.ts';
import type { CountRequest, LimitUnit } from './limit.types.ts';

/** 100 years: beyond it an amount is a slip of the pen, and counting day by day would freeze the window. */
export const MAX_DAYS = 36_600;

/** At most so many days are in one unit; an office is taken to open one hour a week or more. */
const DAYS_IN: Record<LimitUnit, number> = {
  minutes: 1 / 1440,
  hours: 1 / 24,
  'office-hours': 7,
  'calendar-days': 1,
  'working-days': 1,
  weeks: 7,
  months: 30.5,
  years: 366,
  'day-of-month': 1,
  'working-day-of-month': 1,
  'same-day': 1,
  'at-once': 0,
};

const DAY_MS = 86_400_000;

/** Only hours may be broken. */
const isWhole = (amount: number, unit: LimitUnit): boolean =>
  unit === 'hours' || unit === 'office-hours' ? Number.isFinite(amount) : Number.isInteger(amount);

const isDayOfMonth = (unit: LimitUnit): boolean => unit === 'day-of-month' || unit === 'working-day-of-month';

/** Why nothing can be counted by this figure; undefined where it can. */
function impossible(amount: number, unit: LimitUnit, extension = 0): string | undefined {
  if (!isWhole(amount, unit) || !isWhole(extension, unit) || amount < 0 || amount + extension < 0)
    return 'not an amount of time';
  if ((amount + extension) * DAYS_IN[unit] > MAX_DAYS) return 'a limit of more than 100 years';
  return isDayOfMonth(unit) && (amount < 1 || amount > 31) ? 'no such day of a month' : undefined;
}

/** Whether a limit can have this figure. */
export const isPossibleFigure = (amount: number, unit: LimitUnit): boolean =>
  impossible(amount, unit) === undefined;

/** Throws on what no rule can mean; packs and events are checked long before, so this would be a bug. */
export function checkRequest({ unit, amount, extension, pauses }: CountRequest): void {
  const why = impossible(amount, unit, extension);
  if (why !== undefined) throw new RangeError(`${why}: ${amount} + ${extension} ${unit}`);
  for (const { from, to } of pauses) {
    if (to !== null && msOf(to) - msOf(from) > MAX_DAYS * DAY_MS) {
      throw new RangeError(`a pause of more than 100 years: ${from} to ${to}`);
    }
  }
}
