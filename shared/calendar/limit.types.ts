import type { Instant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';

/** What a civil day is, and why. A year without a table knows weekends only, and says so. */
export type DayKind =
  | { readonly kind: 'workday' }
  | { readonly kind: 'make-up'; readonly holiday: Text }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: Text };

export interface WorkingCalendar {
  /** Whether the official table of that year is present. */
  readonly knows: (year: number) => boolean;
  readonly dayKind: (date: PlainDate) => DayKind;
  /** Where the table of that year comes from, for the explanation of a date. */
  readonly sourceOf: (year: number) => Text | undefined;
}

export const LIMIT_UNITS = [
  'minutes',
  'hours',
  'office-hours',
  'calendar-days',
  'working-days',
  'weeks',
  'months',
  'years',
  'day-of-month',
  'working-day-of-month',
  'same-day',
  'at-once',
] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** From `HH:MM` to `HH:MM`; `24:00` ends the day. */
export interface Opening {
  readonly from: string;
  readonly to: string;
}

/**
 * When an office is open: by weekday (`1` Monday … `7` Sunday), and by date (`2026-12-31`) where a day is unlike its
 * weekday. Make-up days take Monday's hours; holidays are closed unless their date says otherwise.
 */
export type OfficeHours = Readonly<Record<string, readonly Opening[]>>;

/** Time that is not counted: in days, from the day after `from` to the day of `to`; in hours, exactly. */
export interface Pause {
  readonly from: Instant;
  /** null while the pause lasts. */
  readonly to: Instant | null;
  readonly label: Text;
}

export interface CountRequest {
  readonly start: Instant;
  /** Whole, but for hours. Not looked at for `same-day` and `at-once`. */
  readonly amount: number;
  readonly unit: LimitUnit;
  /** `next-working-day`: a last day that is a rest day moves on (民法典 art. 203). Minutes and hours never roll. */
  readonly roll: 'none' | 'next-working-day';
  /** In time order, not overlapping. */
  readonly pauses: readonly Pause[];
  /**
   * Sum of granted extensions, in the unit of the limit; in days for `day-of-month` and `same-day`, in working
   * days for `working-day-of-month`. What is due at once cannot be extended.
   */
  readonly extension: number;
  readonly calendar: WorkingCalendar;
  readonly officeHours: OfficeHours;
}

/**
 * One day of the explanation: counted as the n-th, or why not. `skipped`: a rest day, or a working day before
 * the month in which the count runs. `paused`: would have been counted, but for the pause; so a holiday inside
 * a pause is skipped where working days are counted, and paused where all days are. `rolled`: after the last
 * counted day, up to and including the working day it moves on to.
 */
export interface DayNote {
  readonly date: PlainDate;
  readonly day: DayKind;
  readonly state: 'start' | 'counted' | 'skipped' | 'paused' | 'rolled';
  /** 1, 2, 3 … for counted days. */
  readonly nth?: number;
  /** Which pause, for paused days. */
  readonly pause?: Text;
}

/**
 * One stretch of the explanation of a limit in minutes or hours. Whole minutes, shared out so that the counted
 * ones add up to the amount even where a stretch begins or ends between two minutes.
 */
export interface TimeNote {
  readonly from: Instant;
  readonly to: Instant;
  readonly state: 'counted' | 'closed' | 'paused';
  readonly minutes: number;
  readonly pause?: Text;
}

export interface Counted {
  /**
   * The last moment in time; null while an open pause holds it up, for then nobody can know. A pause that
   * begins when all has been counted holds nothing up.
   */
  readonly due: Instant | null;
  /** The civil date of `due` (for a limit in days: its last day, which ends at 24:00). */
  readonly dueDate: PlainDate | null;
  readonly precision: 'day' | 'minute';
  /** From the start to the due day (or to the open pause): for limits in days, weeks, months, years. */
  readonly days: readonly DayNote[];
  /** For limits in minutes and hours. */
  readonly times: readonly TimeNote[];
  /**
   * Years without a table whose rest days the result depends on: the date is provisional then. Calendar days
   * that do not roll depend on none.
   */
  readonly unknownYears: readonly number[];
}
