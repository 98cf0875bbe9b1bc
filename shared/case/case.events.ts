import { z } from 'zod';
import { ATTACHMENT_KINDS, MediaType, MOST_NAME, MOST_REMARK } from '#shared/attachments/attachment.media.ts';
import { MOST_ORDER_TEXT, orderShape } from '#shared/bundle/order.schema.ts';
import {
  AttachmentId,
  CaseId,
  DocumentId,
  EventId,
  ImportId,
  OrderId,
  TransferId,
} from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { Values } from '#shared/procedure/values.ts';
import { answerShape } from '#shared/transfer/transfer-answer.schema.ts';
import { Along, Party, TRANSFER_KINDS, TransferReason } from '#shared/transfer/transfer.schema.ts';
import { ExtensionMatter, UnsignedCause, UnsignedMatter } from './approval.matter.ts';
import { Actor, headerShape } from './event.header.ts';

/** A case stays with the version of the procedure it began with; the hash proves which text that was. */
export const ProcedureRef = z
  .strictObject({ id: z.string(), version: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .readonly();
export type ProcedureRef = z.infer<typeof ProcedureRef>;

const shape = { ...headerShape, stream: z.literal('case'), case: CaseId, seq: z.number().int().positive() };
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where a case of an old ledger comes from. The file itself is known by its hash in `cases-imported`. */
export const Brought = z
  .strictObject({
    import: ImportId,
    /** Of the sheet, from 1, as a person counts them. */
    row: z.number().int().positive(),
    /** It was over already: when, and the state each track is put in. */
    closed: z.strictObject({ at: Instant, states: z.record(z.string(), z.string()) }).optional(),
    /** What stood in columns that have no field here. */
    rest: z.string().min(1).max(20_000).optional(),
  })
  .readonly();
export type Brought = z.infer<typeof Brought>;

/** Which case of another office it is here. */
export const Transferred = z
  .strictObject({ transfer: TransferId, from: Party, number: z.string().min(1).max(200) })
  .readonly();
export type Transferred = z.infer<typeof Transferred>;

export const Registered = z.strictObject({
  ...shape,
  type: z.literal('registered'),
  procedure: ProcedureRef,
  number: z.string().min(1),
  received_at: Instant,
  values: Values,
  /** When it was read out to the person, who said that it is right. */
  read_back_at: Instant.optional(),
  brought: Brought.optional(),
  transferred: Transferred.optional(),
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
  /** Where the step needs somebody's approval: whose. */
  approved_by: Actor.optional(),
});

export const TrackOpened = z.strictObject({
  ...shape,
  type: z.literal('track-opened'),
  track: z.string(),
  state: z.string(),
});

export const TrackClosed = z.strictObject({
  ...shape,
  type: z.literal('track-closed'),
  track: z.string(),
  from: z.string(),
  to: z.string(),
});

/** A step that needs approval, as it is to be taken. */
export const ApprovalAsked = z.strictObject({
  ...shape,
  type: z.literal('approval-asked'),
  step: z.string(),
  values: Values,
  ground: z.string().optional(),
  reason: z.string().min(1).max(2000),
});

/** Approval of anything but a step is asked for by this. */
export const ApprovalSought = z.strictObject({
  ...shape,
  type: z.literal('approval-sought'),
  matter: z.discriminatedUnion('about', [ExtensionMatter, UnsignedMatter]),
  reason: z.string().min(1).max(2000),
});

/** Given: what was asked for follows in the same record. */
export const ApprovalAnswered = z.strictObject({
  ...shape,
  type: z.literal('approval-answered'),
  asked: EventId,
  answer: z.enum(['given', 'refused']),
  reason: z.string().max(2000).optional(),
});

/** A person put the case into another class than the rules do; both are kept. */
export const SeverityOverridden = z.strictObject({
  ...shape,
  type: z.literal('severity-overridden'),
  class: z.string(),
  reason: z.string().min(1).max(2000),
});

export const EscalationTaken = z.strictObject({
  ...shape,
  type: z.literal('escalation-taken'),
  level: z.string(),
});

export const LinkedAsRepeat = z.strictObject({
  ...shape,
  type: z.literal('linked-as-repeat'),
  of: CaseId,
  number: z.string().min(1),
});

/** It goes on in another case; nothing more is done here. */
export const Merged = z.strictObject({
  ...shape,
  type: z.literal('merged'),
  into: CaseId,
  number: z.string().min(1),
  reason: z.string().min(1).max(2000),
});

/** Something a complete file holds was looked for and found. */
export const ArchiveItemConfirmed = z.strictObject({
  ...shape,
  type: z.literal('archive-item-confirmed'),
  item: z.string(),
});

export const ClockExtended = z.strictObject({
  ...shape,
  type: z.literal('clock-extended'),
  limit: z.string(),
  amount: z.number().int().positive(),
  reason: z.string().min(1).max(2000),
  /** Of extensions before this was written down, `by` says it. */
  approved_by: Actor.optional(),
  /** Where it had been asked for. */
  asked_by: Actor.optional(),
});

export const NoteAdded = z.strictObject({
  ...shape,
  type: z.literal('note-added'),
  text: z.string().min(1).max(20_000),
});

/**
 * One canonical PDF was made and kept in the vault; `mark` is the short hash printed at its foot. With `outside` it
 * came from another program, in the place of that paper: nothing is printed at its foot, and `mark` is of its bytes.
 */
export const DocumentMade = z.strictObject({
  ...shape,
  type: z.literal('document-made'),
  document: DocumentId,
  form: z.string(),
  sha256: Sha256,
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  mark: z.string().regex(/^[0-9A-F]{8}$/),
  outside: z.strictObject({ replaces: DocumentId, reason: z.string().min(1).max(2000) }).optional(),
});

/** It came out of a printer; `nth` counts the prints of this document, from 1, and is never given twice. */
export const DocumentPrinted = z.strictObject({
  ...shape,
  type: z.literal('document-printed'),
  document: DocumentId,
  form: z.string(),
  printer: z.string().max(200),
  copies: z.number().int().min(1).max(99),
  nth: z.number().int().positive(),
  /** 套打: only what was filled in, on paper that had the form on it already. */
  preprinted: z.literal(true).optional(),
  /** Under which name the job was handed over: it is written down once, whoever answers for it and when. */
  job: z.string().max(26).optional(),
});

/** That print did not come out after all, and counts as none. */
export const PrintWithdrawn = z.strictObject({
  ...shape,
  type: z.literal('print-withdrawn'),
  document: DocumentId,
  form: z.string(),
  nth: z.number().int().positive(),
});

/** A number of its own for the paper of a form; a paper that is set again keeps it. */
export const DocumentNumbered = z.strictObject({
  ...shape,
  type: z.literal('document-numbered'),
  form: z.string(),
  number: z.string().min(1),
});

/** Signed by hand and back in the office. */
export const DocumentSigned = z.strictObject({
  ...shape,
  type: z.literal('document-signed'),
  document: DocumentId,
  form: z.string(),
  /** On the screen: it holds for this file alone, and no sheet came back. */
  on_pad: z.literal(true).optional(),
});

/**
 * Signed on the screen at one of its places. `sha256` and `mark` are those of the very PDF that was shown and signed;
 * `image` is the signature in the vault. With the last place, or when a person says that it is complete,
 * `document-signed` follows in the same batch.
 */
export const SignedOnPad = z.strictObject({
  ...shape,
  type: z.literal('signed-on-pad'),
  document: DocumentId,
  form: z.string(),
  /** Of the form's places for signatures. */
  place: z.string(),
  signer: z.string().min(1).max(60),
  sha256: Sha256,
  mark: z.string().regex(/^[0-9A-F]{8}$/),
  image: Sha256,
  bytes: z.number().int().positive(),
});

/** The case goes on without a signature on this document. One that comes back all the same is filed as usual. */
export const SignatureWaived = z.strictObject({
  ...shape,
  type: z.literal('signature-waived'),
  document: DocumentId,
  form: z.string(),
  cause: UnsignedCause,
  reason: z.string().min(1).max(2000),
  approved_by: Actor,
  /** Where it had been asked for. */
  asked_by: Actor.optional(),
});

/**
 * A picture of one of its pages came into the vault. Another one of the same page takes its place; the first stays
 * in the vault. When all pages are there, `document-signed` follows in the same batch.
 */
export const ScanFiled = z.strictObject({
  ...shape,
  type: z.literal('scan-filed'),
  document: DocumentId,
  form: z.string(),
  page: z.number().int().positive(),
  sha256: Sha256,
  bytes: z.number().int().positive(),
  /** Its code could not be read: a person said which page it is. */
  by_hand: z.boolean().optional(),
});

/**
 * A file that belongs to the case came into the vault, byte for byte as it was handed in. Its name may tell who
 * somebody is and stands nowhere else.
 */
export const AttachmentAdded = z.strictObject({
  ...shape,
  type: z.literal('attachment-added'),
  attachment: AttachmentId,
  kind: z.enum(ATTACHMENT_KINDS),
  name: z.string().min(1).max(MOST_NAME),
  remark: z.string().max(MOST_REMARK).optional(),
  media: MediaType,
  sha256: Sha256,
  bytes: z.number().int().positive(),
  /** As a camera says, or when the recording here began. */
  made_at: Instant.optional(),
  /** Recorded by this program. */
  recorded: z.literal(true).optional(),
});

export const AttachmentDescribed = z.strictObject({
  ...shape,
  type: z.literal('attachment-described'),
  attachment: AttachmentId,
  name: z.string().min(1).max(MOST_NAME),
  remark: z.string().max(MOST_REMARK),
});

/** It belongs to the case no more. The file stays in the vault. */
export const AttachmentRemoved = z.strictObject({
  ...shape,
  type: z.literal('attachment-removed'),
  attachment: AttachmentId,
  reason: z.string().min(1).max(2000),
});

/** The paper counts no more. Its number stays used. */
export const DocumentVoided = z.strictObject({
  ...shape,
  type: z.literal('document-voided'),
  document: DocumentId,
  form: z.string(),
  reason: z.string().min(1).max(2000),
});

/** Somebody looked at who a sealed case comes from. What they saw is not in it. */
export const IdentityOpened = z.strictObject({
  ...shape,
  type: z.literal('identity-opened'),
  reason: z.string().min(1).max(500),
});

/** It was brought along by mistake and counts no more. Its number is free again. */
export const ImportWithdrawn = z.strictObject({
  ...shape,
  type: z.literal('import-withdrawn'),
  import: ImportId,
});

/** 督办: headquarters asks something about the case, by an order whose signature was found genuine. */
export const SupervisionOrdered = z.strictObject({
  ...shape,
  type: z.literal('supervision-ordered'),
  order: OrderId,
  ...orderShape,
});

/** Travels to headquarters with the next bundle. */
export const SupervisionAnswered = z.strictObject({
  ...shape,
  type: z.literal('supervision-answered'),
  order: OrderId,
  text: z.string().min(1).max(MOST_ORDER_TEXT),
});

/** 转办, 分送: sealed for another office, to be carried there. */
export const TransferSent = z.strictObject({
  ...shape,
  type: z.literal('transfer-sent'),
  transfer: TransferId,
  kind: z.enum(TRANSFER_KINDS),
  to: Party,
  reason: TransferReason,
  /** Of the sealed file: an answer is about exactly this one. */
  sha256: Sha256,
  /** Of somebody the case hides; absent where nothing of them went along. */
  along: Along.optional(),
});

/** The other office took it on or sent it back, by an answer whose signature was found genuine. */
export const TransferAnswered = z.strictObject({
  ...shape,
  type: z.literal('transfer-answered'),
  transfer: TransferId,
  ...answerShape,
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
  TrackClosed,
  ApprovalAsked,
  ApprovalAnswered,
  SeverityOverridden,
  EscalationTaken,
  LinkedAsRepeat,
  Merged,
  ArchiveItemConfirmed,
  DocumentNumbered,
  DocumentSigned,
  SignedOnPad,
  ScanFiled,
  DocumentVoided,
  PrintWithdrawn,
  IdentityOpened,
  ApprovalSought,
  SignatureWaived,
  AttachmentAdded,
  AttachmentDescribed,
  AttachmentRemoved,
  ImportWithdrawn,
  SupervisionOrdered,
  SupervisionAnswered,
  TransferSent,
  TransferAnswered,
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
