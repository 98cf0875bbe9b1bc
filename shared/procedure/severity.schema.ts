import { z } from 'zod';
import { LIMIT_UNITS } from '#shared/calendar/limit.types.ts';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { FieldKey } from './field.schema.ts';

/** A span of time that a rule names: a month, 48 hours. */
export const Span = z
  .strictObject({ amount: z.number().int().positive(), unit: z.enum(LIMIT_UNITS) })
  .readonly();
export type Span = z.infer<typeof Span>;

const SeverityClass = z.strictObject({ id: z.string().min(1), name: Text, note: Text.optional() }).readonly();

/** Holds when all that it names holds. 以上 includes the figure itself. */
export const SeverityRule = z
  .strictObject({
    id: z.string().min(1),
    class: z.string(),
    /** In words, as the person reads it beside the class. */
    why: Text,
    when: Condition.optional(),
    /** Still open so long after it was received. */
    open_for: Span.optional(),
    /**
     * So many cases of the same procedure with the same values in `same`, this one included, received within the
     * span before this one; by people who differ in `different`.
     */
    repeats: z
      .strictObject({
        same: z.array(FieldKey).min(1),
        different: FieldKey.optional(),
        at_least: z.number().int().min(2),
        within: Span,
      })
      .optional(),
    /** Id of the limit in the catalogue, where the class is reached by time. */
    limit: z.string().optional(),
    unverified: z.boolean().default(false),
  })
  .readonly()
  .superRefine((rule, context) => {
    if (!rule.when && !rule.open_for && !rule.repeats)
      context.addIssue({ code: 'custom', message: 'a rule has at least one of when, open_for, repeats' });
  });
export type SeverityRule = z.infer<typeof SeverityRule>;

/** Classes from the lightest to the gravest; the gravest whose rule holds wins, the first is the usual one. */
export const Severity = z
  .strictObject({
    name: Text,
    classes: z.array(SeverityClass).min(2),
    rules: z.array(SeverityRule).min(1),
    /** Field that papers print it from; the program fills it in. */
    field: FieldKey.optional(),
  })
  .readonly();
export type Severity = z.infer<typeof Severity>;
