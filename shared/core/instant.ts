import { z } from 'zod';
import type { Brand } from './brand.ts';
import type { PlainDate } from './plain-date.ts';

/** A moment with its offset, `2026-10-12T09:41:05+08:00`: what a person saw on the clock, and when it was. */
export type Instant = Brand<'Instant'>;

/** All civil time here is that of Asia/Shanghai, which has had no other offset since 1992. */
const OFFSET_MS = 8 * 3_600_000;

export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?(Z|[+-]\d{2}:\d{2})$/, 'not an instant with offset')
  .refine(text => !Number.isNaN(Date.parse(text)), 'not an instant with offset')
  .transform(text => text as Instant);

/** Milliseconds since 1970 as an instant in the civil time of Asia/Shanghai, cut to the second. */
export const instantFromMs = (ms: number): Instant =>
  `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+08:00` as Instant;

export const msOf = (instant: Instant): number => Date.parse(instant);

/** The civil date in Asia/Shanghai at that moment. */
export const dateOf = (instant: Instant): PlainDate =>
  new Date(msOf(instant) + OFFSET_MS).toISOString().slice(0, 10) as PlainDate;

/** The civil time of day `HH:MM` in Asia/Shanghai. */
export const timeOf = (instant: Instant): string =>
  new Date(msOf(instant) + OFFSET_MS).toISOString().slice(11, 16);

/** The moment a civil date and time of day name in Asia/Shanghai; `time` is `HH:MM`, `24:00` ends the day. */
export function instantAt(date: PlainDate, time: string): Instant {
  const [hours = '0', minutes = '0'] = time.split(':');
  const midnight = Date.parse(`${date}T00:00:00+08:00`);
  return instantFromMs(midnight + (Number(hours) * 60 + Number(minutes)) * 60_000);
}
