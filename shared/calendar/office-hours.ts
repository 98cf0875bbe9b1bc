import { instantAt, msOf } from '#shared/core/instant.ts';
import { weekday, type PlainDate } from '#shared/core/plain-date.ts';
import type { OfficeHours, WorkingCalendar } from './limit.types.ts';
import type { WatchedCalendar } from './working-calendar.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const MONDAY = 1;

/** Throws unless each weekday's intervals are `HH:MM`, in order and apart, and some weekday is open at all. */
export function checkOfficeHours(hours: OfficeHours): void {
  let open = false;
  for (let day = 1; day <= 7; day++) {
    let last = '';
    for (const { from, to } of hours[day] ?? []) {
      if (!TIME.test(from) || !TIME.test(to) || from >= to || from < last) {
        throw new RangeError(`opening hours of weekday ${day} are not in order: ${from} to ${to}`);
      }
      last = to;
      if (day <= 5) open = true;
    }
  }
  if (!open) throw new RangeError('an office that never opens cannot count office hours');
}

/** The opening times of a day in milliseconds. Rest days are closed, whatever the table says of weekends. */
export function openingsOn(
  date: PlainDate,
  hours: OfficeHours,
  calendar: Pick<WorkingCalendar, 'dayKind'>,
  watched: WatchedCalendar,
): readonly { readonly from: number; readonly to: number }[] {
  if (!watched.isWorkingDay(date)) return [];
  const day = calendar.dayKind(date).kind === 'make-up' ? MONDAY : weekday(date);
  return (hours[day] ?? []).map(({ from, to }) => ({
    from: msOf(instantAt(date, from)),
    to: msOf(instantAt(date, to)),
  }));
}
