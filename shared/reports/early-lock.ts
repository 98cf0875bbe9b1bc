import { dateOf, type Instant } from '#shared/core/instant.ts';
import { lastDayOf, type PlainDate, type PlainMonth } from '#shared/core/plain-date.ts';

/** The remark that says why a month or period is closed before it is over; without it that is refused. */
export const EARLY_LOCK = 'early';

/** Whether the last day is still to come or not over. */
export const isEarlyClose = (lastDay: PlainDate, now: Instant): boolean => dateOf(now) <= lastDay;

export const isEarlyLock = (period: PlainMonth, now: Instant): boolean =>
  isEarlyClose(lastDayOf(period), now);
