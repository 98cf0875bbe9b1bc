import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { FieldKey } from './field.schema.ts';
import { MEASURES, SHARES, SMALLEST_BASE } from './measure.ts';

/** A line for each person or department a field of the cases names: 每名专员. */
export const Breakdown = z
  .strictObject({
    field: FieldKey,
    /** Which cases count; all of them where it is left out. */
    only_if: Condition.optional(),
    columns: z
      .array(z.strictObject({ measure: z.enum(MEASURES), label: Text.optional() }))
      .min(1)
      .max(6),
    /** The best first. Whoever has fewer cases than `rank_from` behind the share stands in no rank. */
    rank_by: z.enum(SHARES).optional(),
    rank_from: z.number().int().min(SMALLEST_BASE).default(SMALLEST_BASE),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Breakdown = z.infer<typeof Breakdown>;

export const TREND_MONTHS = [6, 12] as const;
export type TrendMonths = (typeof TREND_MONTHS)[number];

/** The same measures month by month, up to the last month of the period. */
export const Trend = z
  .strictObject({
    months: z.literal(TREND_MONTHS).default(12),
    measures: z.array(z.enum(MEASURES)).min(1).max(6),
    /** Keys of `rates`. */
    rates: z.array(FieldKey).default([]),
    /** A field with choices: how many were received of each. */
    by: FieldKey.optional(),
  })
  .readonly();
export type Trend = z.infer<typeof Trend>;
