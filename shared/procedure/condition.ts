import { z } from 'zod';
import { assertNever } from '#shared/core/assert.ts';
import { isFilled, type FieldValue, type Values } from './values.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Plain data, never code: `{field: intake_channel, is: visit}`, joined by all, any, not. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly field: string; readonly gte: number };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ field: z.string(), is: Scalar }),
    z.strictObject({ field: z.string(), in: z.array(Scalar).min(1) }),
    z.strictObject({ field: z.string(), filled: z.boolean() }),
    z.strictObject({ field: z.string(), gte: z.number() }),
  ]),
);

const holdsValue = (value: FieldValue, wanted: string | number | boolean): boolean =>
  Array.isArray(value) ? value.includes(String(wanted)) : (value ?? false) === wanted;

/** An empty bool counts as false, a multiple choice holds each of its chosen values. */
export function holds(condition: Condition, values: Values): boolean {
  if ('all' in condition) return condition.all.every(part => holds(part, values));
  if ('any' in condition) return condition.any.some(part => holds(part, values));
  if ('not' in condition) return !holds(condition.not, values);
  const value = values[condition.field] ?? null;
  if ('is' in condition) return holdsValue(value, condition.is);
  if ('in' in condition) return condition.in.some(wanted => holdsValue(value, wanted));
  if ('filled' in condition) return isFilled(value) === condition.filled;
  if ('gte' in condition) return typeof value === 'number' && value >= condition.gte;
  return assertNever(condition);
}

/** Every field a condition looks at, for the cross-reference check. */
export function fieldsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
}
