import { assertNever } from '#shared/core/assert.ts';
import { dateOf } from '#shared/core/instant.ts';
import {
  addDays,
  addMonths,
  addMonthsTo,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainDate,
} from '#shared/core/plain-date.ts';
import { countDays, type DayPlan } from './count-days.ts';
import { countTime } from './count-time.ts';
import { checkRequest } from './limit-bounds.ts';
import type { Counted, CountRequest } from './limit.types.ts';

const everyDay = (amount: number): DayPlan => ({ amount, counts: () => true });

/** Pauses move the day on by as many days as they take away, so a fixed day is a number of days like any other. */
const until = (start: PlainDate, target: PlainDate): DayPlan => everyDay(daysBetween(start, target));

/** When a limit ends, and the days or stretches that say why. Throws on amounts that are a bug. */
export function countLimit(request: CountRequest): Counted {
  const { start, amount, unit, extension } = request;
  checkRequest(request);
  const total = amount + extension;
  const startDate = dateOf(start);
  switch (unit) {
    case 'minutes':
      return countTime(request, total, false);
    case 'hours':
      return countTime(request, Math.round(total * 60), false);
    case 'office-hours':
      return countTime(request, Math.round(total * 60), true);
    case 'calendar-days':
      return countDays(request, everyDay(total));
    case 'working-days':
      return countDays(request, {
        amount: total,
        counts: (date, calendar) => calendar.isWorkingDay(date),
      });
    case 'weeks':
      return countDays(request, everyDay(7 * total));
    case 'months':
      return countDays(request, until(startDate, addMonths(startDate, total)));
    case 'years':
      return countDays(request, until(startDate, addMonths(startDate, 12 * total)));
    case 'day-of-month':
      return countDays(request, until(startDate, addDays(dayOfNextMonth(startDate, amount), extension)));
    case 'working-day-of-month':
      return countDays(request, workingDayOfNextMonth(startDate, total));
    case 'same-day':
      return countDays(request, everyDay(extension));
    case 'at-once':
      return {
        due: start,
        dueDate: startDate,
        precision: 'minute',
        days: [],
        times: [],
        unknownYears: [],
      };
    default:
      return assertNever(unit);
  }
}

function dayOfNextMonth(start: PlainDate, day: number): PlainDate {
  const month = addMonthsTo(monthOf(start), 1);
  const date = addDays(firstDayOf(month), day - 1);
  const last = lastDayOf(month);
  return date < last ? date : last;
}

/** Counts on into the month after where the month has fewer working days. */
function workingDayOfNextMonth(start: PlainDate, amount: number): DayPlan {
  const first = firstDayOf(addMonthsTo(monthOf(start), 1));
  return { amount, counts: (date, calendar) => date >= first && calendar.isWorkingDay(date) };
}
