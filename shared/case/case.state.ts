import type { AttachmentKind, MediaType } from '#shared/attachments/attachment.media.ts';
import type { ORDER_KINDS, OrderDue } from '#shared/bundle/order.schema.ts';
import type { AttachmentId, CaseId, DocumentId, EventId, OrderId, PersonId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { ApprovalMatter, UnsignedCause } from './approval.matter.ts';
import type { Brought, ProcedureRef, Transferred } from './case.events.ts';
import type { Actor } from './event.header.ts';
import type { SentTransfer } from './transfer.evolve.ts';

export interface TrackState {
  readonly state: string;
  readonly since: Instant;
}

/** The picture of a page that came back. */
export interface ScannedPage {
  /** From 1. */
  readonly page: number;
  readonly sha256: string;
  readonly at: Instant;
  readonly by: string;
  readonly byHand: boolean;
}

/** Signed on the screen, at one place of the paper. */
export interface PadSignature {
  readonly place: string;
  readonly signer: string;
  /** The signature in the vault. */
  readonly image: string;
  readonly at: Instant;
  readonly by: string;
}

export interface PrintState {
  readonly nth: number;
  readonly at: Instant;
  readonly by: string;
  readonly copies: number;
  readonly printer: string;
  readonly preprinted?: true;
  readonly job?: string;
}

/** The case went on although the paper was not signed. */
export interface WaivedSignature {
  readonly cause: UnsignedCause;
  readonly reason: string;
  /** Who approved it. */
  readonly by: Actor;
  readonly askedBy?: Actor;
  readonly at: Instant;
}

export interface DocumentState {
  readonly id: DocumentId;
  readonly form: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly mark: string;
  readonly madeAt: Instant;
  /** 外来文件: not made by this program, in the place of another paper of its form. */
  readonly outside?: { readonly replaces: DocumentId; readonly reason: string; readonly by: string };
  /** When it came back signed. */
  readonly signedAt?: Instant;
  /** It was, on the screen: what is set after it has to be signed again. */
  readonly signedOnPad?: true;
  /** In the order in which they were given; absent where there is none. */
  readonly padSignatures?: readonly PadSignature[];
  /** Stays when it comes back signed after all. */
  readonly waived?: WaivedSignature;
  /** In the order of its pages. */
  readonly scans: readonly ScannedPage[];
  readonly voided?: { readonly at: Instant; readonly reason: string };
  /** What came out. */
  readonly prints: readonly PrintState[];
  /** What did not, although it had been taken for printed. */
  readonly withdrawn: readonly PrintState[];
}

/** A file that belongs to the case and is none of its papers. */
export interface AttachmentState {
  readonly id: AttachmentId;
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly remark: string;
  readonly media: MediaType;
  readonly sha256: string;
  readonly bytes: number;
  readonly madeAt?: Instant;
  readonly recorded?: true;
  readonly at: Instant;
  readonly by: string;
  readonly removed?: { readonly at: Instant; readonly by: string; readonly reason: string };
}

/** 督办: what headquarters asked about the case, and what it was answered. */
export interface OrderState {
  readonly id: OrderId;
  readonly kind: (typeof ORDER_KINDS)[number];
  readonly headquarters: string;
  readonly text: string;
  readonly issuedAt: Instant;
  /** When the office got it. */
  readonly takenAt: Instant;
  readonly due: OrderDue;
  /** Whether the answer may come before the day it is due. */
  readonly answerEarly: boolean;
  readonly answered?: { readonly at: Instant; readonly by: string; readonly text: string };
}

interface OfPaper {
  readonly form: string;
  readonly document: DocumentId;
  readonly at: Instant;
}

/** What clocks are computed from: the moments that start, end, pause or stop them. */
export type Trace =
  | { readonly kind: 'registered'; readonly at: Instant }
  | { readonly kind: 'step'; readonly step: string; readonly at: Instant }
  | ({ readonly kind: 'printed'; readonly nth: number } & OfPaper)
  /** It came out, and counts no more. */
  | ({ readonly kind: 'printed-void'; readonly nth: number } & OfPaper)
  | ({ readonly kind: 'signed' } & OfPaper)
  /** Nobody waits for the signature any more. */
  | ({ readonly kind: 'waived' } & OfPaper)
  | { readonly kind: 'opened'; readonly track: string; readonly at: Instant }
  /** A track came into another state. */
  | { readonly kind: 'entered'; readonly track: string; readonly state: string; readonly at: Instant }
  /** Fields were changed; `before` is what stood in them. */
  | { readonly kind: 'fields'; readonly before: Values; readonly at: Instant }
  | { readonly kind: 'escalated'; readonly level: string; readonly at: Instant }
  | { readonly kind: 'noted'; readonly text: string; readonly at: Instant }
  | {
      readonly kind: 'extended';
      readonly limit: string;
      readonly amount: number;
      readonly reason: string;
      /** Who granted it. */
      readonly by: Actor;
      /** Who had asked for it. */
      readonly askedBy?: Actor;
      readonly at: Instant;
    };

/** Something that waits for somebody's approval. */
export interface AskedApproval {
  readonly id: EventId;
  readonly matter: ApprovalMatter;
  readonly reason: string;
  readonly at: Instant;
  readonly by: Actor;
  /** What stood then in the fields it would fill; null where nothing did. */
  readonly stood: Values;
}

/** A case as its events leave it. Everything here can be computed again from them. */
export interface CaseState {
  readonly id: CaseId;
  readonly procedure: ProcedureRef;
  readonly number: string;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly registeredBy: Actor;
  /** Who last did something about it; who approves something does not take it over. */
  readonly lastBy: Actor;
  readonly lastAt: Instant;
  readonly values: Values;
  readonly tracks: Readonly<Record<string, TrackState>>;
  readonly documents: readonly DocumentState[];
  /** In the order in which they came; absent where there is none. */
  readonly attachments?: readonly AttachmentState[];
  /** In the order in which they came; absent where there is none. */
  readonly orders?: readonly OrderState[];
  readonly trace: readonly Trace[];
  /** Asked for and not answered yet. */
  readonly asked: readonly AskedApproval[];
  /** Number of the event in which an approval was given last: what was approved follows it. */
  readonly givenSeq?: number;
  /** Numbers its papers were given, by form; of a voided paper no more. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Class a person put it into. */
  readonly severity?: {
    readonly class: string;
    readonly reason: string;
    readonly at: Instant;
    readonly by: string;
  };
  readonly repeatOf?: { readonly id: CaseId; readonly number: string };
  readonly mergedInto?: { readonly id: CaseId; readonly number: string; readonly at: Instant };
  /** Items of the archive list that a person looked for and found. */
  readonly confirmed: readonly string[];
  /** Who opened the sealed identity, once each; absent where nobody did. */
  readonly identityOpenedBy?: readonly PersonId[];
  /** It comes from an old ledger: `registeredAt` is when it was brought along. */
  readonly brought?: Brought;
  /** In the order in which they were sent; absent where there is none. */
  readonly transfers?: readonly SentTransfer[];
  /** It was sent here by another office. */
  readonly transferred?: Transferred;
  /** It was brought along by mistake: no list and no figure knows it. */
  readonly withdrawn?: true;
  /** Number of its last event. */
  readonly seq: number;
}
