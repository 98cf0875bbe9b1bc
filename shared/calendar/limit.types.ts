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

/** Opening hours of a weekday (1 Monday … 7 Sunday) as `HH:MM` intervals; make-up days take Monday's. */
export type OfficeHours = Readonly<Record<number, readonly { readonly from: string; readonly to: string }[]>>;

/** Time that is not counted: in days, from the day after `from` to the day of `to`; in hours, exactly. */
export interface Pause {
  readonly from: Instant;
  /** null while the pause lasts. */
  readonly to: Instant | null;
  readonly label: Text;
}

export interface CountRequest {
  readonly start: Instant;
  readonly amount: number;
  readonly unit: LimitUnit;
  /** `next-working-day`: a last day that is a rest day moves on (民法典 art. 203). */
  readonly roll: 'none' | 'next-working-day';
  /** In time order, not overlapping. */
  readonly pauses: readonly Pause[];
  /** Sum of granted extensions, in the unit of the limit. */
  readonly extension: number;
  readonly calendar: WorkingCalendar;
  readonly officeHours: OfficeHours;
}

/** One day of the explanation: counted as the n-th, or why not. */
export interface DayNote {
  readonly date: PlainDate;
  readonly day: DayKind;
  readonly state: 'start' | 'counted' | 'skipped' | 'paused' | 'rolled';
  /** 1, 2, 3 … for counted days. */
  readonly nth?: number;
  /** Which pause, for paused days. */
  readonly pause?: Text;
}

/** One stretch of the explanation of a limit in minutes or hours. */
export interface TimeNote {
  readonly from: Instant;
  readonly to: Instant;
  readonly state: 'counted' | 'closed' | 'paused';
  readonly minutes: number;
  readonly pause?: Text;
}

export interface Counted {
  /** The last moment in time; null while a pause is open, for then nobody can know. */
  readonly due: Instant | null;
  /** The civil date of `due` (for a limit in days: its last day, which ends at 24:00). */
  readonly dueDate: PlainDate | null;
  readonly precision: 'day' | 'minute';
  /** From the start to the due day (or to the open pause): for limits in days, weeks, months, years. */
  readonly days: readonly DayNote[];
  /** For limits in minutes and hours. */
  readonly times: readonly TimeNote[];
  /** Years that were touched and have no table: the date is provisional then. */
  readonly unknownYears: readonly number[];
}
