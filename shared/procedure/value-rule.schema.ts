import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';

/** What every rule about values says of itself. */
export const RULE_WORDS = {
  /** About fields alone: what the case is besides is not known while it is registered. */
  when: Condition.optional(),
  /** `block`: nothing is saved that breaks it. `warn`: the person is told and may save. */
  then: z.enum(['block', 'warn']),
  /** What stands at the field, word for word. */
  told: Text,
  source: Text.optional(),
  unverified: z.boolean().default(false),
};

/** How many rows a table that is filled has. */
export const RowRule = z
  .strictObject({
    min: z.number().int().positive().optional(),
    max: z.number().int().positive().optional(),
    ...RULE_WORDS,
  })
  .readonly()
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'a rule about rows has min or max');
export type RowRule = z.infer<typeof RowRule>;
