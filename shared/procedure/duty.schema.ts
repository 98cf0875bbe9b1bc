import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Breakdown, Trend } from './breakdown.schema.ts';
import { FieldKey } from './field.schema.ts';
import { MEASURES } from './measure.ts';

export const PERIODS = ['week', 'half-month', 'month', 'quarter', 'half-year', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** When a duty of a period is due. Days that a month does not have are its last day. */
export const DutyDue = z.union([
  /** The n-th day of the month that ends the period, or of the month after it. */
  z.strictObject({ day: z.number().int().min(1).max(31), month: z.enum(['last', 'next']) }),
  /** The n-th working day of the month after the period. */
  z.strictObject({ working_day: z.number().int().min(1).max(20) }),
  /** The last day of the period. */
  z.strictObject({ last_day: z.literal(true) }),
]);
export type DutyDue = z.infer<typeof DutyDue>;

/** Work that comes back with the calendar and hangs on no case: a monthly report. */
export const Duty = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    period: z.enum(PERIODS),
    due: DutyDue,
    /** Days before, from which it is near. */
    warn: z.number().int().nonnegative().default(3),
    /** Id of the report it produces. */
    report: z.string().optional(),
    actor: Text.optional(),
    rule: Text,
    source: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Duty = z.infer<typeof Duty>;

/** What is told, to whom, and when. The figures are those of `shared/reports`; here stands which report wants them. */
export const ReportSpec = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    /** `case`: once for a case; `open`: at no fixed time. */
    period: z.enum([...PERIODS, 'case', 'open']),
    due: Text.optional(),
    from: Text.optional(),
    to: Text.optional(),
    content: Text,
    /** With nothing received and nothing closed it is sent all the same, and says so. */
    zero_report: z.boolean().default(false),
    /** Which cases it lists: those received in the period, or those open at its end. */
    lists: z.enum(['received', 'open']).default('received'),
    /** Counted above the list. */
    measures: z.array(z.enum(MEASURES)).default([]),
    /** Keys of `rates` it works out. */
    rates: z.array(FieldKey).default([]),
    /** A table of its own: a line a person or department. */
    by: Breakdown.optional(),
    /** A table of its own: a line a month. */
    trend: Trend.optional(),
    /** Form it is printed on. */
    form: z.string().optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type ReportSpec = z.infer<typeof ReportSpec>;
