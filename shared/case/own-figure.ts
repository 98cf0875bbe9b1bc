import { z } from 'zod';
import { isPossibleFigure } from '#shared/calendar/limit-bounds.ts';
import { LIMIT_UNITS, type LimitUnit } from '#shared/calendar/limit.types.ts';
import { assertNever } from '#shared/core/assert.ts';
import { DutyDue } from '#shared/procedure/duty.schema.ts';

export const Figure = z.strictObject({ amount: z.number().nonnegative(), unit: z.enum(LIMIT_UNITS) });
export type Figure = z.infer<typeof Figure>;

/** What a rule of severity asks for: a span of time, or a number of something. */
export const OwnThreshold = z.strictObject({
  amount: z.number().nonnegative(),
  unit: z.enum(LIMIT_UNITS).optional(),
});
export type OwnThreshold = z.infer<typeof OwnThreshold>;

/** A figure of a pack that the office sets in its own way; null gives it back to the pack. */
export const OwnFigure = z.discriminatedUnion('of', [
  /** How long a level of the ladder waits. */
  z.strictObject({ of: z.literal('level'), id: z.string(), figure: Figure.nullable() }),
  /** A part of a rule of severity, as `thresholdsOf` names it. */
  z.strictObject({
    of: z.literal('threshold'),
    id: z.string(),
    part: z.string(),
    figure: OwnThreshold.nullable(),
  }),
  /** The day on which a duty of the calendar is due. */
  z.strictObject({ of: z.literal('duty'), id: z.string(), figure: DutyDue.nullable() }),
]);
export type OwnFigure = z.infer<typeof OwnFigure>;

/** Units of a span of time that has a length of its own. */
export const SPAN_UNITS = [
  'minutes',
  'hours',
  'office-hours',
  'calendar-days',
  'working-days',
  'weeks',
  'months',
  'years',
] as const satisfies readonly LimitUnit[];

const isSpanUnit = (unit: LimitUnit): boolean => (SPAN_UNITS as readonly LimitUnit[]).includes(unit);

/** More is a slip of the finger, also where money is counted. */
const MOST = 1_000_000_000;

function isPossibleThreshold({ amount, unit }: OwnThreshold): boolean {
  if (unit === undefined) return Number.isFinite(amount) && amount <= MOST;
  return isSpanUnit(unit) && Number.isInteger(amount) && amount >= 1 && isPossibleFigure(amount, unit);
}

/** Whether something can be counted by it. A count of cases that repeat begins with two: one repeats nothing. */
export function isPossibleOwn(own: OwnFigure): boolean {
  if (own.figure === null) return true;
  switch (own.of) {
    case 'level':
      return isPossibleFigure(own.figure.amount, own.figure.unit);
    case 'threshold': {
      const { amount } = own.figure;
      const least = own.part === 'at-least' ? Number.isInteger(amount) && amount >= 2 : true;
      return least && isPossibleThreshold(own.figure);
    }
    case 'duty':
      return DutyDue.safeParse(own.figure).success;
    default:
      return assertNever(own);
  }
}
