import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { RowRule } from './value-rule.schema.ts';
import { FieldValue } from './values.ts';

/** Field keys are the canonical names of the catalogue's union data model. */
export const FieldKey = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a field key is lower case with underscores');

export const FIELD_TYPES = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'datetime',
  'phone',
  'person',
  'id_document',
  'credit_code',
  'org',
  'address',
  'enum',
  'multi',
  'bool',
  'table',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export const Option = z
  .strictObject({ value: z.string().min(1), label: Text, unverified: z.boolean().optional() })
  .readonly();
export type Option = z.infer<typeof Option>;

/** One column of a table: co-complainants, pieces of evidence. */
export const Column = z
  .strictObject({
    key: FieldKey,
    label: Text,
    /** Relative width on paper. */
    width: z.number().positive().default(1),
    options: z.array(z.string()).min(1).optional(),
  })
  .readonly();
export type Column = z.infer<typeof Column>;

/** What the program itself fills in, when the case is registered. */
const System = z.enum(['received-at', 'registered-at', 'registered-by', 'register-number']);
export type SystemValue = z.infer<typeof System>;

export const Field = z
  .strictObject({
    key: FieldKey,
    type: z.enum(FIELD_TYPES),
    /** Word for word the label of the official form, without its typographic spaces. */
    label: Text,
    hint: Text.optional(),
    placeholder: Text.optional(),
    options: z.array(Option).min(1).optional(),
    columns: z.array(Column).min(1).optional(),
    /** How many rows a table has, where its procedure says so. */
    rows: z.array(RowRule).default([]),
    required: z.boolean().default(false),
    required_if: Condition.optional(),
    shown_if: Condition.optional(),
    default: FieldValue.optional(),
    system: System.optional(),
    /** Identifies a person: encrypted at rest like everything, left out of lists for other offices. */
    personal: z.boolean().default(false),
    /**
     * Helps whoever receives and is no fact of the case: shown while one registers, and kept nowhere. It is in no
     * journal, so in no list, paper or bundle.
     */
    advice_only: z.boolean().default(false),
    /** Not confirmed by the source: the procedure's page lists it and the office may change it. */
    unverified: z.boolean().default(false),
  })
  .readonly()
  .superRefine((field, context) => {
    const wantsOptions = field.type === 'enum' || field.type === 'multi';
    if (wantsOptions !== (field.options !== undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['options'],
        message: wantsOptions
          ? `a field of type ${field.type} needs options`
          : 'only enum and multi have options',
      });
    }
    if ((field.type === 'table') !== (field.columns !== undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: field.type === 'table' ? 'a table needs columns' : 'only a table has columns',
      });
    }
  });
export type Field = z.infer<typeof Field>;
