import { z } from 'zod';
import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  PlainDate,
  weekday,
} from '../core/plain-date.ts';

/** Spans of time that move with the day they are looked at. */
export const RECEIVED_SPANS = [
  'today',
  'this-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
] as const;
export type ReceivedSpan = (typeof RECEIVED_SPANS)[number];

/** How the clock that runs out first stands. */
export const DEADLINE_STATES = ['overdue', 'today', 'soon', 'later', 'none'] as const;
export type DeadlineCondition = (typeof DEADLINE_STATES)[number];

/** Days after today that are soon. */
export const SOON_DAYS = 3;

const Key = z.string().min(1).max(100);
const Keys = z.array(Key).min(1).max(100);

/**
 * What a list of cases is cut by. Of one condition any value will do; all conditions must hold. Keys of packs and words
 * of this file only: nothing here was typed by anybody.
 */
export const CaseConditions = z.strictObject({
  procedure: Keys.optional(),
  state: Keys.optional(),
  category: Keys.optional(),
  received: z.union([z.enum(RECEIVED_SPANS), z.strictObject({ from: PlainDate, to: PlainDate })]).optional(),
  deadline: z.array(z.enum(DEADLINE_STATES)).min(1).max(DEADLINE_STATES.length).optional(),
});
export type CaseConditions = z.infer<typeof CaseConditions>;

export const CONDITION_KINDS = ['state', 'category', 'received', 'deadline', 'procedure'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export const kindsOf = (conditions: CaseConditions): readonly ConditionKind[] =>
  CONDITION_KINDS.filter(kind => conditions[kind] !== undefined);

/** The conditions without one of them. */
export const without = (conditions: CaseConditions, kind: ConditionKind): CaseConditions =>
  Object.fromEntries(Object.entries(conditions).filter(([key]) => key !== kind));

export interface DaySpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The days a condition on the day of receipt means today, both included. */
export function receivedDays(received: NonNullable<CaseConditions['received']>, today: PlainDate): DaySpan {
  if (typeof received === 'object') return received;
  const year = (of: string): DaySpan => ({
    from: `${of}-01-01` as PlainDate,
    to: `${of}-12-31` as PlainDate,
  });
  const month = (of: PlainDate): DaySpan => ({
    from: firstDayOf(monthOf(of)),
    to: lastDayOf(monthOf(of)),
  });
  switch (received) {
    case 'today':
      return { from: today, to: today };
    case 'this-week': {
      const monday = addDays(today, 1 - weekday(today));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'this-month':
      return month(today);
    case 'last-month':
      return month(addMonths(firstDayOf(monthOf(today)), -1));
    case 'this-year':
      return year(today.slice(0, 4));
    case 'last-year':
      return year(String(Number(today.slice(0, 4)) - 1).padStart(4, '0'));
  }
}
