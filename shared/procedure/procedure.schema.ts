import { z } from 'zod';
import { PlainDate } from '#shared/core/plain-date.ts';
import { Text } from '#shared/core/text.ts';
import { Archive } from './archive.schema.ts';
import { Condition } from './condition.ts';
import { Duty, ReportSpec } from './duty.schema.ts';
import { Escalation } from './escalation.schema.ts';
import { Field, FieldKey } from './field.schema.ts';
import type { Form } from './form.schema.ts';
import type { GuidanceCard } from './guidance.schema.ts';
import { Indicators } from './indicators.schema.ts';
import { Limit } from './limit.schema.ts';
import { NumberSeries } from './numbering.ts';
import { BaseFigure, Rate } from './rate.schema.ts';
import { Role } from './role.ts';
import { Setting } from './setting.schema.ts';
import { Severity, Span } from './severity.schema.ts';
import { GroundList, Step, Track } from './track.schema.ts';
import { ValueCheck } from './value-check.schema.ts';

/** Who is hidden from whom: the listed fields are covered on the screen and go to headquarters under its second key. */
const Confidentiality = z
  .strictObject({
    sealed_if: Condition,
    fields: z.array(FieldKey).min(1),
    code: Text,
    /** Who may look at them in the office, with a reason that is written down first. */
    opened_by: z.array(Role).min(1).default(['handler', 'supervisor']),
  })
  .readonly();

/** Whoever is named in one of these fields takes no step on the case. */
const Recusal = z.strictObject({ fields: z.array(FieldKey).min(1), why: Text }).readonly();

/** When an earlier case is taken for the same matter, and what follows. */
const RepeatRule = z
  .strictObject({
    /** Equal in all of these, as far as they are filled. */
    same: z.array(FieldKey).min(1),
    within: Span.optional(),
    /** What the person at the counter is told. */
    told: Text,
    /** In place of it while the earlier case is open, and once it is closed. */
    while_open: Text.optional(),
    once_closed: Text.optional(),
    source: Text.optional(),
  })
  .readonly();

export const CATALOGUE_KINDS = ['public-body', 'organisation', 'guidance'] as const;

export const ProcedureFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    version: z.number().int().positive(),
    code: z.string().regex(/^[A-Z0-9]{2,6}$/),
    name: Text,
    sector: Text,
    kind: z.enum(CATALOGUE_KINDS).default('public-body'),
    source: Text,
    /** What the source leaves open, for whoever has to confirm it. */
    open_questions: z.array(Text).default([]),
    /** Chosen by the day a case is received. */
    valid_from: PlainDate,
    valid_to: PlainDate.nullable(),
    settings: z.array(Setting).default([]),
    fields: z.array(Field).min(1),
    /** What the answers to several fields owe each other. */
    checks: z.array(ValueCheck).default([]),
    /** What the registrar fills in, and the form it is registered and printed on. */
    registration: z.strictObject({
      form: z.string(),
      /** Another form where the case is of another kind: a report in place of a complaint. */
      forms: z.array(z.strictObject({ if: Condition, form: z.string() })).default([]),
      fields: z.array(FieldKey).min(1),
      /** One line that names the matter in lists: the beginning of this field. */
      matter: FieldKey,
      /** Who it is about, in lists. */
      person: FieldKey,
      anonymous_if: Condition.optional(),
      category: FieldKey.optional(),
      respondent: FieldKey.optional(),
      phone: FieldKey.optional(),
      /** Which answers count as satisfied. */
      satisfaction: z.strictObject({ field: FieldKey, satisfied_by: z.array(z.string()).min(1) }).optional(),
    }),
    /** Register numbers of its cases. */
    numbering: NumberSeries,
    /** Series its papers take numbers from. */
    documents: z.array(NumberSeries).default([]),
    tracks: z.array(Track).min(1),
    steps: z.array(Step).min(1),
    grounds: z.record(z.string(), GroundList).default({}),
    limits: z.array(Limit).default([]),
    severity: Severity.optional(),
    escalation: Escalation.optional(),
    duties: z.array(Duty).default([]),
    /** What the office enters each month for its rates, and the rates. */
    figures: z.array(BaseFigure).default([]),
    rates: z.array(Rate).default([]),
    reports: z.array(ReportSpec).default([]),
    indicators: Indicators.optional(),
    repeats: RepeatRule.optional(),
    recusal: Recusal.optional(),
    archive: Archive.optional(),
    confidentiality: Confidentiality.optional(),
  })
  .readonly();
export type ProcedureFile = z.infer<typeof ProcedureFile>;

/** One procedure as the engine uses it: its file, its forms and cards, and the hash of what governs a case. */
export interface Procedure extends ProcedureFile {
  readonly forms: readonly Form[];
  readonly guidance: readonly GuidanceCard[];
  /** SHA-256 of the pack without its examples and cards, hex: a case keeps the version it began with. */
  readonly hash: string;
}
