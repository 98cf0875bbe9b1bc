import { z } from 'zod';
import { FieldKey } from './field.schema.ts';
import { RULE_WORDS } from './value-rule.schema.ts';

/** How a number stands to the rows of a table or to another number: heads told and people listed. */
export const ValueCheck = z
  .strictObject({
    id: z.string().min(1),
    /** The number; what is told stands there. */
    field: FieldKey,
    is: z.enum(['equal', 'at-least', 'at-most']),
    to: z.union([
      z.strictObject({ rows: FieldKey, plus: z.number().int().default(0) }),
      z.strictObject({ field: FieldKey, plus: z.number().default(0) }),
    ]),
    ...RULE_WORDS,
  })
  .readonly();
export type ValueCheck = z.infer<typeof ValueCheck>;
