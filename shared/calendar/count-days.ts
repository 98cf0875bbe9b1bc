import { dateOf, instantAt } from '#shared/core/instant.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import type { Counted, CountRequest, DayNote } from './limit.types.ts';
import { pausedDays } from './pauses.ts';
import { watchCalendar, type WatchedCalendar } from './working-calendar.ts';

/** What a limit that ends with a day comes down to: so many days of a certain sort after the start day. */
export interface DayPlan {
  readonly amount: number;
  readonly counts: (date: PlainDate, calendar: WatchedCalendar) => boolean;
}

/** The start day is not counted, and the last day ends at 24:00 (民法典 arts. 201, 203). */
export function countDays(request: CountRequest, plan: DayPlan): Counted {
  const { calendar, roll } = request;
  const watched = watchCalendar(calendar);
  const pauses = pausedDays(request.pauses);
  const days: DayNote[] = [];
  let date = dateOf(request.start);

  const note = (rest: Omit<DayNote, 'date' | 'day'>): void => {
    days.push({ date, day: calendar.dayKind(date), ...rest });
  };
  const heldUp = (): boolean => pauses.knownUntil !== undefined && date >= pauses.knownUntil;
  const result = (due: PlainDate | null): Counted => ({
    due: due === null ? null : instantAt(due, '24:00'),
    dueDate: due,
    precision: 'day',
    days,
    times: [],
    unknownYears: watched.unknownYears(),
  });

  note({ state: 'start' });
  for (let counted = 0; counted < plan.amount;) {
    if (heldUp()) return result(null);
    date = addDays(date, 1);
    const pause = pauses.labelOn(date);
    if (!plan.counts(date, watched)) note({ state: 'skipped' });
    else if (pause !== undefined) note({ state: 'paused', pause });
    else note({ state: 'counted', nth: ++counted });
  }

  // A limit never ends on a paused day, so a pause inside the roll is sat out too.
  for (let settled = roll === 'none' || watched.isWorkingDay(date); !settled;) {
    if (heldUp()) return result(null);
    date = addDays(date, 1);
    const pause = pauses.labelOn(date);
    const working = watched.isWorkingDay(date);
    if (working && pause !== undefined) note({ state: 'paused', pause });
    else note({ state: 'rolled' });
    settled = working && pause === undefined;
  }
  return result(date);
}
