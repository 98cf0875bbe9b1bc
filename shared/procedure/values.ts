import { z } from 'zod';

/** What a field can hold. Dates and instants are their ISO text, enum values their keys; null is empty. */
export type FieldValue = string | number | boolean | readonly string[] | null;

export const FieldValue: z.ZodType<FieldValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.null(),
]);

export type Values = Readonly<Record<string, FieldValue>>;

export const Values = z.record(z.string(), FieldValue);

export const isFilled = (value: FieldValue | undefined): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
