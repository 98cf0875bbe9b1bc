import { z } from 'zod';
import type { OfficeHours } from '#shared/calendar/limit.types.ts';
import { dayInText, WEEKDAYS } from '#shared/calendar/office-hours.ts';
import { openingsInFigures, readOpenings } from '#shared/calendar/opening.words.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Text } from '#shared/core/text.ts';
import { readDateTime } from '#renderer/ui/paper-form/date-time.reader.ts';

/** A day that is unlike its weekday, as it is typed. */
const TypedDay = z.strictObject({ date: z.string(), times: z.string() }).readonly();
export type TypedDay = z.infer<typeof TypedDay>;

/** A table of opening hours as it stands in the form. */
const TypedHours = z
  .strictObject({ week: z.record(z.string(), z.string()).readonly(), days: z.array(TypedDay).readonly() })
  .readonly();
export type TypedHours = z.infer<typeof TypedHours>;

/** From a draft; undefined where that is no table. */
export function readTypedHours(text: string): TypedHours | undefined {
  try {
    return TypedHours.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON.
    return undefined;
  }
}

export const typedHours = (hours: OfficeHours, today: string): TypedHours => ({
  week: Object.fromEntries(WEEKDAYS.map(day => [day, openingsInFigures(hours[day] ?? [])])),
  days: Object.entries(hours)
    .filter(([key]) => parsePlainDate(key) !== undefined && key >= today)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, openings]) => ({ date, times: openingsInFigures(openings) })),
});

/** What cannot be read: the times of a day, or a date. */
export type Unread =
  | { readonly kind: 'times'; readonly day: Text; readonly typed: string }
  | { readonly kind: 'date'; readonly typed: string };

/** The table that was typed, or the first thing in it that cannot be read. `now` is `2026-10-08 09:30`. */
export function hoursFrom({ week, days }: TypedHours, now: string): Result<OfficeHours, Unread> {
  const hours: Record<string, OfficeHours[string]> = {};
  for (const day of WEEKDAYS) {
    const typed = week[day] ?? '';
    const openings = readOpenings(typed);
    if (openings === undefined) return err({ kind: 'times', day: dayInText(day), typed });
    if (openings.length > 0) hours[day] = openings;
  }
  for (const { date, times } of days) {
    if (date.trim() === '' && times.trim() === '') continue;
    const read = readDateTime(date, 'day', now);
    if (read === undefined || read === '') return err({ kind: 'date', typed: date });
    const openings = readOpenings(times);
    if (openings === undefined) return err({ kind: 'times', day: dayInText(read), typed: times });
    hours[read] = openings;
  }
  return ok(hours);
}
