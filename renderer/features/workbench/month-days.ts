import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  weekday,
  type PlainDate,
} from '#shared/core/plain-date.ts';

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf(day: PlainDate): readonly (readonly PlainDate[])[] {
  const first = firstDayOf(monthOf(day));
  const last = lastDayOf(monthOf(day));
  const weeks: PlainDate[][] = [];
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, nth) => addDays(monday, nth)));
  return weeks;
}

/** Where a key leads from a day; undefined for keys that lead nowhere. */
export function dayAfterKey(key: string, day: PlainDate): PlainDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, 1 - weekday(day));
    case 'End':
      return addDays(day, 7 - weekday(day));
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return undefined;
  }
}
