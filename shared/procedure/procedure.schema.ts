import { z } from 'zod';
import { PlainDate } from '#shared/core/plain-date.ts';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { Field, FieldKey } from './field.schema.ts';
import type { Form } from './form.schema.ts';
import { Limit } from './limit.schema.ts';
import { NumberSeries } from './numbering.ts';
import { Ground, Step, Track } from './track.schema.ts';

/** A value the office sets once and papers print. */
const Setting = z
  .strictObject({
    key: FieldKey,
    label: Text,
    /** Taken from the name of the office, without the first of these endings that it has. */
    office_name_without: z.array(z.string()).default([]),
  })
  .readonly();

/** Who is hidden from whom: the listed fields go to headquarters under its second key. */
const Confidentiality = z
  .strictObject({ sealed_if: Condition, fields: z.array(FieldKey).min(1), code: Text })
  .readonly();

export const ProcedureFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    version: z.number().int().positive(),
    code: z.string().regex(/^[A-Z0-9]{2,6}$/),
    name: Text,
    sector: Text,
    source: Text,
    valid_from: PlainDate,
    valid_to: PlainDate.nullable(),
    settings: z.array(Setting).default([]),
    fields: z.array(Field).min(1),
    /** What the registrar fills in, and the form it is registered and printed on. */
    registration: z.strictObject({
      form: z.string(),
      fields: z.array(FieldKey).min(1),
      /** One line that names the matter in lists: the beginning of this field. */
      matter: FieldKey,
      /** Who it is about, in lists. */
      person: FieldKey,
      anonymous_if: Condition.optional(),
      category: FieldKey.optional(),
      respondent: FieldKey.optional(),
      phone: FieldKey.optional(),
      /** Which answers count as satisfied. */
      satisfaction: z.strictObject({ field: FieldKey, satisfied_by: z.array(z.string()).min(1) }).optional(),
    }),
    numbering: NumberSeries,
    tracks: z.array(Track).min(1),
    steps: z.array(Step).min(1),
    grounds: z.record(z.string(), z.array(Ground).min(1)).default({}),
    limits: z.array(Limit).default([]),
    confidentiality: Confidentiality.optional(),
  })
  .readonly();
export type ProcedureFile = z.infer<typeof ProcedureFile>;

/** One procedure as the engine uses it: its file, its forms, and the hash of all its files. */
export interface Procedure extends ProcedureFile {
  readonly forms: readonly Form[];
  /** SHA-256 of the pack, hex: a case keeps the version it began with. */
  readonly hash: string;
}
