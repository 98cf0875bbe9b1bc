import { z } from 'zod';
import { LIMIT_UNITS } from '#shared/calendar/limit.types.ts';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { Role } from './role.ts';

const Level = z
  .strictObject({
    id: z.string().min(1),
    /** Who takes it on, in the words of the source: 值班经理. */
    to: Text,
    /** Who of the office may say that it was taken on. */
    role: Role,
    after: z.strictObject({ amount: z.number().int().nonnegative(), unit: z.enum(LIMIT_UNITS) }),
    only_if: Condition.optional(),
    /** Id of the limit in the catalogue. */
    limit: z.string().optional(),
    source: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type EscalationLevel = z.infer<typeof Level>;

/** Levels in order. Reaching one is computed; taking it on is an event, from which the next one counts. */
export const Escalation = z
  .strictObject({
    /** `hand-over`: each level has its own time since the one before was taken on; else all count from receipt. */
    counted_from: z.enum(['hand-over', 'receipt']).default('hand-over'),
    levels: z.array(Level).min(1),
    /** Steps that settle the matter: nothing goes further up after the first of them. The end of the case does too. */
    ends: z.array(z.string()).default([]),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Escalation = z.infer<typeof Escalation>;
