import { dateOf, instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { addDays } from '#shared/core/plain-date.ts';
import type { OfficeHours, WorkingCalendar } from './limit.types.ts';
import { checkOfficeHours, openingsOn } from './office-hours.ts';
import { watchCalendar } from './working-calendar.ts';

/** Longer than any holiday with the weekends around it. */
const MOST_DAYS = 60;

/** The moment itself while the office is open, else when it opens next. */
export function nextOpening(at: Instant, hours: OfficeHours, calendar: WorkingCalendar): Instant {
  checkOfficeHours(hours);
  const watched = watchCalendar(calendar);
  const ms = msOf(at);
  let date = dateOf(at);
  for (let day = 0; day < MOST_DAYS; day++, date = addDays(date, 1))
    for (const { from, to } of openingsOn(date, hours, calendar, watched)) {
      if (ms >= to) continue;
      return ms >= from ? at : instantFromMs(from);
    }
  throw new Error('an office opens again within two months');
}
