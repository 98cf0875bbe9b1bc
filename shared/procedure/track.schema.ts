import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Condition } from './condition.ts';
import { FieldKey } from './field.schema.ts';
import { Role } from './role.ts';

export const State = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    /** `done` ends the track with its aim reached, `ended` without it (withdrawn, terminated). */
    kind: z.enum(['open', 'done', 'ended']).default('open'),
  })
  .readonly();
export type State = z.infer<typeof State>;

export const Track = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    /** Where the track stands when it opens; without `opens_at_registration` a step must open it. */
    initial: z.string(),
    opens_at_registration: z.boolean().default(true),
    /** Opens at registration only if this holds: the report of a paper that is both. */
    opens_if: Condition.optional(),
    states: z.array(State).min(2),
  })
  .readonly();
export type Track = z.infer<typeof Track>;

/** One numbered ground a step chooses from; the paper prints all of them or the chosen one. */
export const Ground = z
  .strictObject({ no: z.string(), text: Text, unverified: z.boolean().optional() })
  .readonly();
export type Ground = z.infer<typeof Ground>;

export const GroundList = z
  .strictObject({
    /** Keeps the number of the chosen one, for papers and statistics. */
    field: FieldKey,
    items: z.array(Ground).min(1),
    source: Text.optional(),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type GroundList = z.infer<typeof GroundList>;

export const StepField = z.strictObject({ field: FieldKey, required: z.boolean().default(false) }).readonly();

export const Step = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    track: z.string(),
    /** `open`: any state of the track that is not an end. */
    from: z.union([z.literal('open'), z.array(z.string()).min(1)]),
    /** A step that changes no state (a pause, a note of progress) leaves it out. */
    to: z.string().optional(),
    role: Role,
    /** The person takes the matter back: only what a bool field answers with yes, asked whether the wish is free. */
    withdrawal: z.boolean().default(false),
    /** Shown big: the likely way on from its first `from` state. */
    likely: z.boolean().default(false),
    /** One line under the button: what it does to paper and clock. */
    effect: Text.optional(),
    fields: z.array(StepField).default([]),
    grounds: z.string().optional(),
    reason: z.enum(['none', 'optional', 'required']).default('none'),
    only_if: z.strictObject({ condition: Condition, why: Text }).optional(),
    /** Must hold with what the step itself is told: withdrawn of free will. */
    requires: z.strictObject({ condition: Condition, why: Text }).optional(),
    /** Who must approve; somebody who holds that role approves by taking the step. */
    approval: Role.optional(),
    /** Forms that must have been printed before. */
    needs_printed: z.array(z.string()).default([]),
    /** Forms that must have come back signed before. */
    needs_signed: z.array(z.string()).default([]),
    /** Puts the case away: everything its file must hold is there. */
    files_away: z.boolean().default(false),
    /** Forms this step owes. */
    owes: z.array(z.string()).default([]),
    opens: z.array(z.string()).default([]),
    /** Tracks that end in the named state with this step. */
    closes: z.array(z.strictObject({ track: z.string(), to: z.string() })).default([]),
    /** Fields the step fills by itself. */
    sets: z.record(FieldKey, z.union([z.string(), z.number(), z.boolean()])).default({}),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type Step = z.infer<typeof Step>;
