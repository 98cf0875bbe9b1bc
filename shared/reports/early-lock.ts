import { dateOf, type Instant } from '#shared/core/instant.ts';
import { lastDayOf, type PlainMonth } from '#shared/core/plain-date.ts';

/** The remark that says why a month is locked before it is over; without it such a lock is refused. */
export const EARLY_LOCK = 'early';

/** Whether the last day of the month is still to come or not over. */
export const isEarlyLock = (period: PlainMonth, now: Instant): boolean => dateOf(now) <= lastDayOf(period);
