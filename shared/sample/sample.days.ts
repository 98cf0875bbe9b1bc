import { isWorkingDay } from '#shared/calendar/working-calendar.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';

/** Nothing in the data is later in a day. */
const DAY_IS_OVER = '18:00';

/** The working day so many before the last one that is over: whatever the hour, nothing lies in the future. */
export function workingDayBack(now: Instant, back: number, calendar: WorkingCalendar): PlainDate {
  const works = (date: PlainDate): boolean => isWorkingDay(calendar.dayKind(date));
  let date = dateOf(now);
  if (timeOf(now) < DAY_IS_OVER) date = addDays(date, -1);
  while (!works(date)) date = addDays(date, -1);
  for (let left = back; left > 0; left--) {
    date = addDays(date, -1);
    while (!works(date)) date = addDays(date, -1);
  }
  return date;
}
