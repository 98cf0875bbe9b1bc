import { z } from 'zod';
import { LIMIT_UNITS } from '#shared/calendar/limit.types.ts';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { FieldKey } from './field.schema.ts';
import { Role } from './role.ts';

/** What starts, ends, pauses or stops a clock: something that is told by the events of a case. */
export const Trigger = z.union([
  z.strictObject({ registered: z.literal(true) }),
  z.strictObject({ step: z.string() }),
  z.strictObject({ printed: z.string() }),
  z.strictObject({ date_in: FieldKey }),
  /** A paper came back signed. */
  z.strictObject({ signed: z.string() }),
  z.strictObject({ opened: z.string() }),
  /** The case came into one of these classes. */
  z.strictObject({ severity: z.array(z.string()).min(1) }),
  /** A level of the ladder was reached. */
  z.strictObject({ level: z.string() }),
  z.strictObject({ noted: z.literal(true) }),
  /** Every track has ended. */
  z.strictObject({ closed: z.literal(true) }),
]);
export type Trigger = z.infer<typeof Trigger>;

export const Limit = z
  .strictObject({
    /** The catalogue's, where it has one: TL-044. */
    id: z.string().min(1),
    name: Text,
    /** Who has to act, in the words of the source. */
    actor: Text.optional(),
    /** `right`: of a party; it lapses and nobody is late. */
    kind: z.enum(['duty', 'right']).default('duty'),
    applies_if: Condition.optional(),
    starts: z.array(Trigger).min(1),
    /** Meets the limit. */
    ends: z.array(Trigger).min(1),
    /** Ends the clock without meeting it: withdrawn, terminated. */
    stops: z.array(Trigger).default([]),
    /** Left out: a reminder without a date, until the office sets a figure. */
    amount: z.number().nonnegative().optional(),
    unit: z.enum(LIMIT_UNITS).default('working-days'),
    /** The day is written in this field, in place of an amount. */
    due_in: FieldKey.optional(),
    /** `next-opening`: what comes in outside office hours counts from when the office opens again. */
    counted_from: z.enum(['moment', 'next-opening']).default('moment'),
    /** Begins again each time it was met, until it is stopped or the case is closed: every week while it is open. */
    repeats: z.boolean().default(false),
    /** Somebody waits to be visited or called: on the desk from the day it begins, so that a time can be agreed. */
    contact: z.boolean().default(false),
    roll: z.enum(['none', 'next-working-day']).default('none'),
    /** How long before the end it is near, in the unit of the limit. */
    warn: z.number().int().nonnegative().default(0),
    tone: z.enum(['hard', 'soft']).default('hard'),
    pauses: z.array(z.strictObject({ from: Trigger, to: Trigger, label: Text })).default([]),
    extension: z
      .strictObject({
        times: z.number().int().positive(),
        amount: z.number().int().positive(),
        role: Role,
        /** Who is told of it. */
        told: Text.optional(),
      })
      .optional(),
    consequence: Text.optional(),
    rule: Text,
    source: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly()
  .superRefine((limit, context) => {
    const wrong = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (limit.amount !== undefined && limit.due_in !== undefined)
      wrong('due_in', 'a limit has an amount or a day that is written in a field, not both');
    const byTime = limit.unit === 'hours' || limit.unit === 'office-hours';
    if (limit.amount !== undefined && !byTime && !Number.isInteger(limit.amount))
      wrong('amount', 'only hours may be broken');
  });
export type Limit = z.infer<typeof Limit>;
