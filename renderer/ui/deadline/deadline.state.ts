import type { LimitUnit } from '#shared/calendar/limit.types.ts';

/** The units a person says; the rest of the limits (a day of the month, at once) are spoken of in days. */
export type SpokenUnit = Extract<
  LimitUnit,
  'minutes' | 'hours' | 'office-hours' | 'calendar-days' | 'working-days' | 'weeks' | 'months' | 'years'
>;

export interface Span {
  readonly amount: number;
  readonly unit: SpokenUnit;
}

/** Where a clock of a case stands today. `near` begins at the limit's own warn-ahead. */
export type DeadlineState =
  | { readonly kind: 'far'; readonly left: Span }
  | { readonly kind: 'near'; readonly left: Span }
  | { readonly kind: 'today'; readonly time?: string }
  | { readonly kind: 'overdue'; readonly by: Span }
  | { readonly kind: 'paused' }
  | { readonly kind: 'met' }
  | { readonly kind: 'late'; readonly by: Span }
  | { readonly kind: 'not-begun' }
  /** Begun, without a figure. */
  | { readonly kind: 'reminder' }
  /** A right that was not used in time. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'none' };

export type DeadlineKind = DeadlineState['kind'];
