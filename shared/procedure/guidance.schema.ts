import { z } from 'zod';
import { Text } from '#shared/core/text.ts';
import { Field } from './field.schema.ts';
import { Limit } from './limit.schema.ts';

export const CARD_KINDS = ['principle', 'ask', 'say', 'forbidden', 'checklist', 'type', 'word-list'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** What a procedure calls by these names in its `registration`, for lines that do not know its fields. */
export const ANSWERED_PARTS = ['person', 'phone', 'respondent', 'matter', 'category'] as const;

/** One line of a card. */
export const GuidanceLine = z
  .strictObject({
    zh: z.string().min(1),
    en: z.string().min(1).optional(),
    /** Ticked while somebody types: when all of these stand in the form. Fields, or parts of the registration. */
    filled_by: z.array(z.string().min(1)).min(1).optional(),
  })
  .readonly();
export type GuidanceLine = z.infer<typeof GuidanceLine>;

/** A card for the person who receives; never printed and never part of a case. */
export const GuidanceCard = z
  .strictObject({
    id: z.string().min(1),
    title: Text,
    kind: z.enum(CARD_KINDS),
    /** Steps it stands beside; empty: reception. */
    steps: z.array(z.string()).default([]),
    lines: z.array(GuidanceLine),
    /** The office writes its own; the source leaves it open. */
    editable: z.boolean().default(false),
    source: Text.optional(),
  })
  .readonly();
export type GuidanceCard = z.infer<typeof GuidanceCard>;

export const GuidanceFile = z.strictObject({ cards: z.array(GuidanceCard).min(1) }).readonly();
export type GuidanceFile = z.infer<typeof GuidanceFile>;

/**
 * Guidance without a procedure of its own: cards, and what an office that wants it adds to each of its procedures.
 */
export const GuidancePackFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    version: z.number().int().positive(),
    code: z.string().regex(/^[A-Z0-9]{2,6}$/),
    name: Text,
    sector: Text,
    source: Text,
    open_questions: z.array(Text).default([]),
    cards: z.array(GuidanceCard).min(1),
    /** Shown by every office until it chooses; such a pack asks and counts nothing. */
    at_first: z.boolean().default(false),
    /** Asked at registration, in addition to what the procedure asks. */
    fields: z.array(Field).default([]),
    limits: z.array(Limit).default([]),
  })
  .readonly();
export type GuidancePackFile = z.infer<typeof GuidancePackFile>;

export interface GuidancePack extends GuidancePackFile {
  readonly hash: string;
}
