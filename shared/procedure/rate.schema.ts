import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { FieldKey } from './field.schema.ts';
import { COUNTS } from './measure.ts';

/** A figure of a month that stands in no case and is entered by the office: what was sold, how many live there. */
export const BaseFigure = z
  .strictObject({
    key: FieldKey,
    label: Text,
    /** What is counted: 件, 户. */
    unit: Text,
    note: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type BaseFigure = z.infer<typeof BaseFigure>;

/** Which cases are counted, and what of them. */
const Counted = { count: z.enum(COUNTS), only_if: Condition.optional() };

/** Counted cases over other counted cases or over a figure the office enters. */
export const Rate = z
  .strictObject({
    key: FieldKey,
    name: Text,
    ...Counted,
    /** What is counted, in words: 产品质量投诉. */
    of: Text,
    over: z.union([z.strictObject({ figure: FieldKey }), z.strictObject({ ...Counted, of: Text })]),
    /** 100 is a percentage. */
    per: z.literal([100, 1000, 10_000]).default(100),
    source: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Rate = z.infer<typeof Rate>;
