import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { FieldKey } from './field.schema.ts';

/** Room for a signature; `key` is its name in the catalogue. */
export const Sign = z
  .strictObject({
    label: Text,
    key: FieldKey.optional(),
    /** With a line for the date. */
    dated: z.boolean().default(true),
  })
  .readonly();
export type Sign = z.infer<typeof Sign>;

/**
 * A piece of a letter or a record. Texts may hold `{office}`, `{number}`, `{doc_no}`, `{today}`,
 * `{setting:key}` and `{field_key}`; what is not known is left as a rule to be written on.
 */
export const FormBlock = z.union([
  z.strictObject({
    para: Text,
    style: z.enum(['body', 'center', 'right', 'heading1', 'heading2', 'question']).default('body'),
  }),
  /** One at the left, one at the right. */
  z.strictObject({ line: z.strictObject({ left: Text, right: Text }) }),
  /** `标签：值`, a line each. */
  z.strictObject({ fields: z.array(FieldKey).min(1) }),
  /** A long text under its own heading. */
  z.strictObject({ long: FieldKey, heading: Text.optional() }),
  /** A list of grounds; all of them with the chosen one marked, or that one alone. */
  z.strictObject({ grounds: z.string(), show: z.enum(['all', 'chosen']).default('all') }),
  /** A field of type table, ruled; `blank_rows` leaves room to write. */
  z.strictObject({ rows_of: FieldKey, blank_rows: z.number().int().min(0).max(40).default(0) }),
  z.strictObject({ signatures: z.array(Sign).min(1), per_row: z.number().int().min(1).max(3).default(2) }),
]);
export type FormBlock = z.infer<typeof FormBlock>;
