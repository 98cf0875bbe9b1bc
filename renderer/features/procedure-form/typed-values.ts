import { dateOf, instantAt, Instant, timeOf } from '#shared/core/instant.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { scalarText, type FieldValue, type TableRow, type Values } from '#shared/procedure/values.ts';

/** What stands in the controls while somebody types: text for everything but ticks. */
export type Typed = Record<string, string | boolean | string[] | TableRow[]>;

/** Marks that turn the direction of what follows: nobody types them, and a heading would read backwards. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;

const DATE_TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/;

/** A value as its control shows it. */
export function typedFrom(field: Field, value: FieldValue | undefined): Typed[string] {
  if (field.type === 'bool' && field.required) return typeof value === 'boolean' ? (value ? YES : NO) : '';
  if (field.type === 'bool') return value === true;
  if (field.type === 'multi') return Array.isArray(value) ? [...(value as readonly string[])] : [];
  if (field.type === 'table') return Array.isArray(value) ? [...(value as readonly TableRow[])] : [];
  if (value === null || value === undefined) return '';
  if (field.type === 'datetime') {
    const instant = Instant.safeParse(value);
    return instant.success ? `${dateOf(instant.data)} ${timeOf(instant.data)}` : scalarText(value);
  }
  return scalarText(value);
}

/** A yes or no that must be answered is a choice of two: an empty box would not tell no from not asked. */
export const YES = 'yes';
export const NO = 'no';
const ANSWERS: Readonly<Record<string, boolean>> = { [YES]: true, [NO]: false };

/** A row in which nothing stands is no row. */
function filledEntries(typed: string[] | TableRow[]): FieldValue {
  const entries = typed.filter(
    entry => typeof entry === 'string' || Object.values(entry).some(text => text.trim() !== ''),
  ) as string[] | TableRow[];
  return entries.length > 0 ? entries : null;
}

/** What was typed as a value; text that is no date or number stays text, and the decision refuses it. */
export function valueFrom(field: Field, typed: Typed[string] | undefined): FieldValue {
  if (field.type === 'bool' && typeof typed === 'string') return ANSWERS[typed] ?? null;
  if (typeof typed === 'boolean') return typed ? true : null;
  if (Array.isArray(typed)) return filledEntries(typed);
  const text = (typed ?? '').replace(DIRECTIONS, '').trim();
  if (text === '') return null;
  if (field.type === 'datetime') {
    const [, day = '', time = ''] = DATE_TIME.exec(text) ?? [];
    const date = parsePlainDate(day);
    return date === undefined ? text : instantAt(date, time);
  }
  if (field.type === 'number' || field.type === 'money') {
    const amount = Number(text.replace(/[,，]/g, ''));
    return Number.isFinite(amount) ? amount : text;
  }
  return text;
}

/**
 * Everything typed into these fields, without what is empty; but a field that stood filled at first and was emptied
 * says so, or what stood there would come back.
 */
export function valuesFrom(fields: readonly Field[], typed: Typed): Values {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = valueFrom(field, typed[field.key]);
    if (value !== null) values[field.key] = value;
    else if (field.default !== undefined) values[field.key] = field.type === 'bool' ? false : null;
  }
  return values;
}

const givenOrDefault = (field: Field, values: Values): FieldValue | undefined =>
  field.key in values ? values[field.key] : field.default;

export const typedValues = (fields: readonly Field[], values: Values): Typed =>
  Object.fromEntries(fields.map(field => [field.key, typedFrom(field, givenOrDefault(field, values))]));

/** What was typed over that which stood there, and nothing else; null where it was emptied. */
export const changesFrom = (fields: readonly Field[], stood: Values, typed: Typed): Values =>
  Object.fromEntries(
    fields
      .map(field => [field.key, valueFrom(field, typed[field.key])] as const)
      .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(stood[key] ?? null)),
  );
