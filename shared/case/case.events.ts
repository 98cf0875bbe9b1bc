import { z } from 'zod';
import { CaseId, DocumentId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { Values } from '#shared/procedure/values.ts';
import { headerShape } from './event.header.ts';

/** A case stays with the version of the procedure it began with; the hash proves which text that was. */
export const ProcedureRef = z
  .strictObject({ id: z.string(), version: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .readonly();
export type ProcedureRef = z.infer<typeof ProcedureRef>;

const shape = { ...headerShape, stream: z.literal('case'), case: CaseId, seq: z.number().int().positive() };
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Registered = z.strictObject({
  ...shape,
  type: z.literal('registered'),
  procedure: ProcedureRef,
  number: z.string().min(1),
  received_at: Instant,
  values: Values,
});

export const FieldsChanged = z.strictObject({
  ...shape,
  type: z.literal('fields-changed'),
  values: Values,
  reason: z.string().max(500).optional(),
});

export const StepTaken = z.strictObject({
  ...shape,
  type: z.literal('step-taken'),
  step: z.string(),
  track: z.string(),
  from: z.string(),
  to: z.string(),
  ground: z.string().optional(),
  values: Values,
  reason: z.string().max(2000).optional(),
});

export const TrackOpened = z.strictObject({
  ...shape,
  type: z.literal('track-opened'),
  track: z.string(),
  state: z.string(),
});

export const ClockExtended = z.strictObject({
  ...shape,
  type: z.literal('clock-extended'),
  limit: z.string(),
  amount: z.number().int().positive(),
  reason: z.string().min(1).max(2000),
});

export const NoteAdded = z.strictObject({
  ...shape,
  type: z.literal('note-added'),
  text: z.string().min(1).max(20_000),
});

/** One canonical PDF was made and kept in the vault; `mark` is the short hash printed at its foot. */
export const DocumentMade = z.strictObject({
  ...shape,
  type: z.literal('document-made'),
  document: DocumentId,
  form: z.string(),
  sha256: Sha256,
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  mark: z.string().regex(/^[0-9A-F]{8}$/),
});

/** It came out of a printer; `nth` counts the prints of this document, from 1. */
export const DocumentPrinted = z.strictObject({
  ...shape,
  type: z.literal('document-printed'),
  document: DocumentId,
  form: z.string(),
  printer: z.string().max(200),
  copies: z.number().int().min(1).max(99),
  nth: z.number().int().positive(),
});

export const CaseEvent = z.discriminatedUnion('type', [
  Registered,
  FieldsChanged,
  StepTaken,
  TrackOpened,
  ClockExtended,
  NoteAdded,
  DocumentMade,
  DocumentPrinted,
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
