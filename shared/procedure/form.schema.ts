import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { FieldKey } from './field.schema.ts';
import { FormBlock, Sign } from './form.blocks.ts';

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
    /** Name of the signature in the catalogue. */
    sign_key: FieldKey.optional(),
    /** A text with blanks, as in a letter. */
    text: Text.optional(),
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
    const kinds = [cell.label, cell.field, cell.fields, cell.sign, cell.text];
    if (kinds.filter(kind => kind !== undefined).length !== 1) {
      context.addIssue({
        code: 'custom',
        message: 'a cell has exactly one of label, field, fields, sign, text',
      });
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

const shared = {
  id: z.string().regex(/^[A-Z0-9]+-[0-9A-Z]+$/, 'a form id is like PHX-01'),
  name: Text,
  /** May hold {office}, {number}, {doc_no}, {today}, {setting:key}, {field_key}. */
  title: Text,
  /**
   * `register`: it bears the number of the case. The id of a document series: a number of its own, given when it is
   * first set. Left out: no number.
   */
  number: z.string().optional(),
  notes: z.array(Text).default([]),
  /** Who gets a copy; one print job each. */
  copies: z.array(Text).default([]),
  /** Fields that stand on the paper for the hand only; the catalogue names them. */
  by_hand: z.array(FieldKey).default([]),
  /** For people who must not learn who a sealed case comes from: the code is printed in place of the person. */
  hides_identity: z.boolean().default(false),
  /** Comes from outside and is kept, not issued: an authorisation, a letter of the complainant. */
  received: z.boolean().default(false),
  source: Text.optional(),
  unverified: z.boolean().default(false),
};

/** 登记表: a table of label and value cells. */
export const TableForm = z
  .strictObject({
    ...shared,
    sheet: z.literal('form'),
    above: z.strictObject({ left: Text, right: Text }).optional(),
    /** Widths of the columns in mm; they fill 156 mm. */
    columns: z.array(z.number().positive()).min(2),
    rows: z.array(FormRow).min(1),
    /** Under the table, before the notes. */
    below: z.array(FormBlock).default([]),
  })
  .readonly();
export type TableForm = z.infer<typeof TableForm>;

/** 告知书, 决定书, 通知书: a letter on the page of GB/T 9704, with room for the seal. */
export const LetterForm = z
  .strictObject({
    ...shared,
    sheet: z.literal('letter'),
    addressee: Text.optional(),
    body: z.array(FormBlock).min(1),
    attachments: Text.optional(),
    /** Unit and date at the end; `seal`: the space the seal needs. */
    closing: z
      .strictObject({ unit: Text, date: Text, seal: z.boolean().default(true) })
      .nullable()
      .default({
        unit: { zh: '{office}', en: '{office}' },
        date: { zh: '{today}', en: '{today}' },
        seal: true,
      }),
  })
  .readonly();
export type LetterForm = z.infer<typeof LetterForm>;

/** 笔录, 报告: text with signatures, optionally signed on every page. */
export const RecordForm = z
  .strictObject({
    ...shared,
    sheet: z.literal('record'),
    above: z.strictObject({ left: Text, right: Text }).optional(),
    body: z.array(FormBlock).min(1),
    /** Signed at the foot of every page. */
    every_page: z.array(Sign).default([]),
  })
  .readonly();
export type RecordForm = z.infer<typeof RecordForm>;

/** A column of a register or a report: what stands in it for each case. */
export const ListColumn = z
  .strictObject({
    label: Text,
    field: FieldKey.optional(),
    /** What the program knows of the case itself. */
    of: z.enum(['serial', 'number', 'received', 'state', 'handler', 'due', 'closed', 'severity']).optional(),
    /** Left empty, to be written by hand. */
    key: FieldKey.optional(),
    /** At the foot: how often each choice was made. Numbers and money are added up in any case. */
    total: z.literal('tally').optional(),
    width: z.number().positive(),
  })
  .readonly();
export type ListColumn = z.infer<typeof ListColumn>;

/** 登记簿, 汇总表: one line a case of a period, A4 across. A paper of the procedure, never of one case. */
export const ListForm = z
  .strictObject({
    ...shared,
    sheet: z.literal('register'),
    above: z.strictObject({ left: Text, right: Text }).optional(),
    columns: z.array(ListColumn).min(2),
    signatures: z.array(Sign).default([]),
  })
  .readonly();
export type ListForm = z.infer<typeof ListForm>;

export const Form = z.discriminatedUnion('sheet', [TableForm, LetterForm, RecordForm, ListForm]);
export type Form = z.infer<typeof Form>;

/** A form that is filled from one case. */
export type CaseForm = Exclude<Form, ListForm>;

export const isCaseForm = (form: Form): form is CaseForm => form.sheet !== 'register';
