import { z } from 'zod';
import { LIMIT_UNITS } from '#shared/calendar/limit.types.ts';
import { Text } from '#shared/core/text.ts';
import { FieldKey } from './field.schema.ts';
import { Role } from './role.ts';

/** What starts, ends, pauses or stops a clock: something that is told by the events of a case. */
export const Trigger = z.union([
  z.strictObject({ registered: z.literal(true) }),
  z.strictObject({ step: z.string() }),
  z.strictObject({ printed: z.string() }),
  z.strictObject({ date_in: FieldKey }),
]);
export type Trigger = z.infer<typeof Trigger>;

export const Limit = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    starts: z.array(Trigger).min(1),
    /** Meets the limit. */
    ends: z.array(Trigger).min(1),
    /** Ends the clock without meeting it: withdrawn, terminated. */
    stops: z.array(Trigger).default([]),
    amount: z.number().int().nonnegative(),
    unit: z.enum(LIMIT_UNITS),
    roll: z.enum(['none', 'next-working-day']).default('none'),
    /** How long before the end it is near, in the unit of the limit. */
    warn: z.number().int().nonnegative().default(0),
    tone: z.enum(['hard', 'soft']).default('hard'),
    pauses: z.array(z.strictObject({ from: Trigger, to: Trigger, label: Text })).default([]),
    extension: z
      .strictObject({ times: z.number().int().positive(), amount: z.number().int().positive(), role: Role })
      .optional(),
    consequence: Text.optional(),
    rule: Text,
    source: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Limit = z.infer<typeof Limit>;
