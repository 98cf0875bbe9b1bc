import { z } from 'zod';
import type { Brand } from './brand.ts';

/** A civil date `YYYY-MM-DD` of Asia/Shanghai (GB/T 7408): never a moment, never in the PC's zone. */
export type PlainDate = Brand<'PlainDate'>;

/** A civil month `YYYY-MM`. */
export type PlainMonth = Brand<'PlainMonth'>;

const DAY_MS = 86_400_000;

const toMs = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);
const fromMs = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate;

/** Reads `YYYY-MM-DD`; a date that does not exist (2026-02-30) is undefined. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || fromMs(ms) !== text) return undefined;
  return text as PlainDate;
}

export const PlainDate = z.string().transform((text, context) => {
  const date = parsePlainDate(text);
  if (date === undefined) {
    context.addIssue({ code: 'custom', message: 'not a date of the form YYYY-MM-DD' });
    return z.NEVER;
  }
  return date;
});

export const PlainMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month of the form YYYY-MM')
  .transform(text => text as PlainMonth);

/** For literals in tests and tables; throws on anything else. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromMs(toMs(date) + days * DAY_MS);

export const daysBetween = (from: PlainDate, to: PlainDate): number => (toMs(to) - toMs(from)) / DAY_MS;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekday = (date: PlainDate): number => new Date(toMs(date)).getUTCDay() || 7;

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

export const monthOf = (date: PlainDate): PlainMonth => date.slice(0, 7) as PlainMonth;

export const firstDayOf = (month: PlainMonth): PlainDate => `${month}-01` as PlainDate;

export const lastDayOf = (month: PlainMonth): PlainDate => addDays(addMonths(firstDayOf(month), 1), -1);

/** The same day of a later month, or its last day where there is no such day (民法典 art. 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const year = yearOf(date);
  const zeroBased = Number(date.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(year, zeroBased + 1, 0)).getUTCDate();
  return fromMs(Date.UTC(year, zeroBased, Math.min(Number(date.slice(8)), lastDay)));
}

export const addMonthsTo = (month: PlainMonth, months: number): PlainMonth =>
  monthOf(addMonths(firstDayOf(month), months));
