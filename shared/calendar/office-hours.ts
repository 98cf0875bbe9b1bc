import { z } from 'zod';
import { instantAt, msOf } from '#shared/core/instant.ts';
import { parsePlainDate, weekday, type PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import { writtenDate } from './chinese-date.ts';
import type { OfficeHours, WorkingCalendar } from './limit.types.ts';
import type { WatchedCalendar } from './working-calendar.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const MONDAY = 1;
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Less than an hour a week is a slip of the finger, and by it a limit of some days would take a lifetime. */
const LEAST_MINUTES = 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Why nothing can be counted by a table: times of a day that are not in order, or hardly any time in the week. */
export type HoursFault =
  | { readonly kind: 'order'; readonly day: string; readonly from: string; readonly to: string }
  | { readonly kind: 'few' };

export function hoursFault(hours: OfficeHours): HoursFault | undefined {
  for (const [day, openings] of Object.entries(hours)) {
    let last = '';
    for (const { from, to } of openings) {
      if (!TIME.test(from) || !TIME.test(to) || from >= to || from < last)
        return { kind: 'order', day, from, to };
      last = to;
    }
  }
  const minutes = WEEKDAYS.flatMap(day => hours[day] ?? []).reduce(
    (sum, { from, to }) => sum + minutesOf(to) - minutesOf(from),
    0,
  );
  return minutes < LEAST_MINUTES ? { kind: 'few' } : undefined;
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What a day of a table is called: 星期二, or its date. */
export function dayInText(key: string): Text {
  const date = parsePlainDate(key);
  if (date !== undefined) return { zh: writtenDate(date, 'zh-CN'), en: writtenDate(date, 'en') };
  return { zh: `星期${'一二三四五六日'[Number(key) - 1] ?? key}`, en: NAMES[Number(key) - 1] ?? key };
}

const DayKey = z
  .string()
  .refine(key => /^[1-7]$/.test(key) || parsePlainDate(key) !== undefined, 'neither a weekday nor a date');

/** Opening hours as an office states them: by them something can be counted. */
export const StatedHours = z
  .record(DayKey, z.array(z.strictObject({ from: z.string(), to: z.string() })).max(12))
  .refine(hours => hoursFault(hours) === undefined, 'nothing can be counted by these hours');
export type StatedHours = z.infer<typeof StatedHours>;

/** Throws on a table by which nothing can be counted; events are checked long before, so this would be a bug. */
export function checkOfficeHours(hours: OfficeHours): void {
  const fault = hoursFault(hours);
  if (fault?.kind === 'order')
    throw new RangeError(`opening hours of ${fault.day} are not in order: ${fault.from} to ${fault.to}`);
  if (fault) throw new RangeError('an office that never opens cannot count office hours');
}

/** The opening times of a day in milliseconds. */
export function openingsOn(
  date: PlainDate,
  hours: OfficeHours,
  calendar: Pick<WorkingCalendar, 'dayKind'>,
  watched: WatchedCalendar,
): readonly { readonly from: number; readonly to: number }[] {
  const inTime = (key: string | number) =>
    (hours[key] ?? []).map(({ from, to }) => ({
      from: msOf(instantAt(date, from)),
      to: msOf(instantAt(date, to)),
    }));
  if (hours[date] !== undefined) return inTime(date);
  const { kind } = calendar.dayKind(date);
  if (!watched.isWorkingDay(date) && kind !== 'weekend') return [];
  return inTime(kind === 'make-up' ? MONDAY : weekday(date));
}
