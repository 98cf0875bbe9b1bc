import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { FieldKey } from './field.schema.ts';

/**
 * One cell of a table form. `label` and `sign` are printed as they stand; `field` prints the value of a field,
 * `fields` several in a row. Spans in columns; lengths in mm.
 */
export const FormCell = z
  .strictObject({
    label: Text.optional(),
    field: FieldKey.optional(),
    fields: z.array(FieldKey).min(2).optional(),
    sign: Text.optional(),
    cols: z.number().int().positive().default(1),
    rows: z.number().int().positive().default(1),
    /** A long text: may go on to an annex. */
    long: z.boolean().default(false),
    /** Enum and bool: every option with a tick, or the chosen one in words. */
    as: z.enum(['ticks', 'text']).default('ticks'),
    /** A line printed under the value, left to be written by hand: 经办人（签字）. */
    by_hand: Text.optional(),
  })
  .readonly()
  .superRefine((cell, context) => {
    const kinds = [cell.label, cell.field, cell.fields, cell.sign].filter(kind => kind !== undefined);
    if (kinds.length !== 1) {
      context.addIssue({ code: 'custom', message: 'a cell has exactly one of label, field, fields, sign' });
    }
  });
export type FormCell = z.infer<typeof FormCell>;

export const FormRow = z
  .strictObject({
    cells: z.array(FormCell).min(1),
    min: z.number().positive().optional(),
    group: z.string().optional(),
    sign: z.boolean().default(false),
  })
  .readonly();
export type FormRow = z.infer<typeof FormRow>;

export const Form = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9]+-[0-9A-Z]+$/, 'a form id is like PHX-01'),
    name: Text,
    /** May hold {office}, {number}, {setting:key}, {field_key}. */
    title: Text,
    sheet: z.literal('form'),
    above: z.strictObject({ left: Text, right: Text }).optional(),
    /** Widths of the columns in mm; they fill 156 mm. */
    columns: z.array(z.number().positive()).min(2),
    rows: z.array(FormRow).min(1),
    notes: z.array(Text).default([]),
    /** Who gets a copy; one print job each. */
    copies: z.array(Text).default([]),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Form = z.infer<typeof Form>;
