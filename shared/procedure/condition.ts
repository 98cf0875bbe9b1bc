import { z } from 'zod';
import { assertNever } from '#shared/core/assert.ts';
import { isFilled, type FieldValue, type Values } from './values.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

export const RECEIVED_TIMES = ['office-hours', 'after-hours', 'rest-day'] as const;
export type ReceivedTime = (typeof RECEIVED_TIMES)[number];

/** What a condition may ask about a case besides its fields. It is computed, never entered. */
export interface Circumstances {
  /** Class that counts, by the rules of the procedure. */
  readonly severity?: string;
  /** Whether the office was open when it came in. */
  readonly received?: ReceivedTime;
  /** Linked to an earlier case as its repetition. */
  readonly repeat?: boolean;
}

/** Plain data, never code: `{field: intake_channel, is: visit}`, joined by all, any, not. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly field: string; readonly gte: number }
  | { readonly severity: readonly string[] }
  | { readonly received: readonly ReceivedTime[] }
  | { readonly repeat: boolean };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ field: z.string(), is: Scalar }),
    z.strictObject({ field: z.string(), in: z.array(Scalar).min(1) }),
    z.strictObject({ field: z.string(), filled: z.boolean() }),
    z.strictObject({ field: z.string(), gte: z.number() }),
    z.strictObject({ severity: z.array(z.string()).min(1) }),
    z.strictObject({ received: z.array(z.enum(RECEIVED_TIMES)).min(1) }),
    z.strictObject({ repeat: z.boolean() }),
  ]),
);

const holdsValue = (value: FieldValue, wanted: string | number | boolean): boolean =>
  Array.isArray(value) ? value.includes(String(wanted)) : (value ?? false) === wanted;

/**
 * An empty bool counts as false, a multiple choice holds each of its chosen values. What is not known of the
 * circumstances does not hold.
 */
export function holds(condition: Condition, values: Values, facts: Circumstances = {}): boolean {
  if ('all' in condition) return condition.all.every(part => holds(part, values, facts));
  if ('any' in condition) return condition.any.some(part => holds(part, values, facts));
  if ('not' in condition) return !holds(condition.not, values, facts);
  if ('severity' in condition)
    return facts.severity !== undefined && condition.severity.includes(facts.severity);
  if ('received' in condition)
    return facts.received !== undefined && condition.received.includes(facts.received);
  if ('repeat' in condition) return (facts.repeat ?? false) === condition.repeat;
  const value = values[condition.field] ?? null;
  if ('is' in condition) return holdsValue(value, condition.is);
  if ('in' in condition) return condition.in.some(wanted => holdsValue(value, wanted));
  if ('filled' in condition) return isFilled(value) === condition.filled;
  if ('gte' in condition) return typeof value === 'number' && value >= condition.gte;
  return assertNever(condition);
}

/** Fields that must be answered with yes for the condition to hold, whatever else is the case. */
export function demandsYes(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(demandsYes);
  return 'is' in condition && condition.is === true ? [condition.field] : [];
}

/** Whether it looks at fields alone, and at nothing else of the case. */
export function demandsNoFact(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(demandsNoFact);
  if ('any' in condition) return condition.any.every(demandsNoFact);
  if ('not' in condition) return demandsNoFact(condition.not);
  return 'field' in condition;
}

/** Every field a condition looks at. */
export function fieldsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return 'field' in condition ? [condition.field] : [];
}

/** Whether a condition asks for the class of a case, which takes a look at the cases beside it. */
export function asksForClass(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksForClass);
  if ('any' in condition) return condition.any.some(asksForClass);
  if ('not' in condition) return asksForClass(condition.not);
  return 'severity' in condition;
}
