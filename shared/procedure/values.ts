import { z } from 'zod';

/** What a field can hold. Dates and instants are their ISO text, enum values their keys; null is empty. */
export type FieldValue = string | number | boolean | readonly string[] | readonly TableRow[] | null;

/** One row of a table: what stands in each column, by its key. */
export type TableRow = Readonly<Record<string, string>>;

export const FieldValue: z.ZodType<FieldValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.record(z.string(), z.string())),
  z.null(),
]);

export type Values = Readonly<Record<string, FieldValue>>;

export const Values = z.record(z.string(), FieldValue);

/** A value that is one word or figure, as text; empty for lists and nothing. */
export const scalarText = (value: FieldValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

export const isTable = (value: FieldValue | undefined): value is readonly TableRow[] =>
  Array.isArray(value) && value.every(entry => typeof entry === 'object');

export const isFilled = (value: FieldValue | undefined): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A text without what two people write differently though they mean the same: spaces, marks, width, capitals. */
export const essence = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase();

/** The same answer to a field; of two texts not letter for letter, for people seldom write one thing alike. */
export function isSameAnswer(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (typeof one === 'string' && typeof other === 'string')
    return one === other || (essence(one) !== '' && essence(one) === essence(other));
  return one === other;
}
