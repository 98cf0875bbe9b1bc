import { z } from 'zod';
import { addDays, daysBetween, PlainDate, weekday, yearOf } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { Text } from '#shared/core/text.ts';

const Holiday = z
  .strictObject({
    name: Text,
    /** First and last day off. */
    from: PlainDate,
    to: PlainDate,
    /** Weekend days worked in exchange. */
    makeUp: z.array(PlainDate).readonly().default([]),
  })
  .readonly();

/** The days off of one civil year and the weekend days worked instead, as the State Council announced them. */
export const CalendarYear = z
  .strictObject({
    year: z.int().min(1949).max(2999),
    notice: z
      .strictObject({ title: Text, number: z.string().min(1).optional(), issued: PlainDate.optional() })
      .readonly(),
    holidays: z.array(Holiday).min(1).readonly(),
  })
  .readonly();
export type CalendarYear = z.infer<typeof CalendarYear>;

export type CalendarYearFault =
  'not-a-year-table' | 'backwards' | 'outside-year' | 'listed-twice' | 'make-up-on-a-workday';

/** `sentence` names the entry at fault, for the person who keeps the table. */
export interface CalendarYearRefusal {
  readonly code: CalendarYearFault;
  readonly sentence: string;
}

/** The days off of one holiday, first to last. */
export const daysOff = (holiday: CalendarYear['holidays'][number]): readonly PlainDate[] =>
  Array.from({ length: daysBetween(holiday.from, holiday.to) + 1 }, (_, index) =>
    addDays(holiday.from, index),
  );

/** Reads a table from plain data (a parsed file); the first fault found is the refusal. */
export function readCalendarYear(data: unknown): Result<CalendarYear, CalendarYearRefusal> {
  const parsed = CalendarYear.safeParse(data);
  if (!parsed.success) {
    const sentence = `This is not a holiday table: ${z.prettifyError(parsed.error)}`;
    return err({ code: 'not-a-year-table', sentence });
  }
  const refusal = findFault(parsed.data);
  return refusal === undefined ? ok(parsed.data) : err(refusal);
}

function findFault(table: CalendarYear): CalendarYearRefusal | undefined {
  const seen = new Map<PlainDate, string>();
  for (const holiday of table.holidays) {
    const name = holiday.name.zh;
    for (const date of [holiday.from, holiday.to, ...holiday.makeUp]) {
      if (yearOf(date) !== table.year) {
        return {
          code: 'outside-year',
          sentence: `${date} (${name}) stands in the table of ${table.year}; it belongs in the table of ${yearOf(date)}.`,
        };
      }
    }
    if (holiday.to < holiday.from) {
      return {
        code: 'backwards',
        sentence: `${name} ends on ${holiday.to}, before it begins on ${holiday.from}.`,
      };
    }
    for (const date of [...daysOff(holiday), ...holiday.makeUp]) {
      const other = seen.get(date);
      if (other !== undefined) {
        return { code: 'listed-twice', sentence: `${date} is listed twice: for ${other} and for ${name}.` };
      }
      seen.set(date, name);
    }
    const workday = holiday.makeUp.find(date => weekday(date) <= 5);
    if (workday !== undefined) {
      return {
        code: 'make-up-on-a-workday',
        sentence: `${workday} cannot make up for ${name}: it is no Saturday or Sunday.`,
      };
    }
  }
  return undefined;
}
