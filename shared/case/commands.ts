import type { MediaType } from '#shared/attachments/attachment.media.ts';
import type { AttachmentId, CaseId, DocumentId, EventId, OrderId, TransferId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { Along, Party, TransferKind } from '#shared/transfer/transfer.schema.ts';
import type { ApprovalMatter, UnsignedCause } from './approval.matter.ts';
import type { Transferred } from './case.events.ts';

/** A file that lies in the vault already, and what it will be called. */
export interface HandedFile {
  readonly name: string;
  readonly media: MediaType;
  readonly sha256: string;
  readonly bytes: number;
  readonly madeAt?: Instant | undefined;
  readonly recorded?: boolean | undefined;
}

/** What a person asks for. `decide` answers with events or a refusal. */
export type CaseCommand =
  | {
      readonly type: 'change-fields';
      readonly values: Values;
      readonly reason?: string;
      /** What these fields said when the change began; one that says something else by now is not changed over. */
      readonly seen?: Values;
    }
  | {
      readonly type: 'take-step';
      readonly step: string;
      readonly values: Values;
      readonly ground?: string;
      readonly reason?: string;
    }
  | { readonly type: 'ask-approval'; readonly matter: ApprovalMatter; readonly reason: string }
  | {
      readonly type: 'answer-approval';
      readonly asked: EventId;
      readonly answer: 'given' | 'refused';
      readonly reason?: string;
    }
  | { readonly type: 'override-severity'; readonly class: string; readonly reason: string }
  | { readonly type: 'take-escalation'; readonly level: string }
  | { readonly type: 'link-repeat'; readonly of: CaseId; readonly number: string }
  | { readonly type: 'merge'; readonly into: CaseId; readonly number: string; readonly reason: string }
  | { readonly type: 'confirm-item'; readonly item: string }
  | { readonly type: 'record-signed'; readonly document: DocumentId }
  | {
      readonly type: 'sign-on-pad';
      readonly document: DocumentId;
      readonly place: string;
      readonly signer: string;
      /** Of the PDF the signer was shown. */
      readonly sha256: string;
      readonly image: string;
      readonly bytes: number;
      /** Whoever records it says that all who must have signed. */
      readonly complete: boolean;
    }
  | {
      readonly type: 'file-scan';
      readonly document: DocumentId;
      readonly page: number;
      readonly sha256: string;
      readonly bytes: number;
      readonly byHand: boolean;
      /** It takes the place of one that is there. */
      readonly replaces: boolean;
    }
  | { readonly type: 'void-document'; readonly document: DocumentId; readonly reason: string }
  | { readonly type: 'extend-clock'; readonly limit: string; readonly reason: string }
  | {
      readonly type: 'waive-signature';
      readonly document: DocumentId;
      readonly cause: UnsignedCause;
      readonly reason: string;
    }
  | ({ readonly type: 'add-attachment'; readonly attachment: AttachmentId } & HandedFile)
  | {
      readonly type: 'describe-attachment';
      readonly attachment: AttachmentId;
      readonly name: string;
      readonly remark: string;
    }
  | { readonly type: 'remove-attachment'; readonly attachment: AttachmentId; readonly reason: string }
  | { readonly type: 'add-note'; readonly text: string }
  | { readonly type: 'answer-order'; readonly order: OrderId; readonly text: string }
  | {
      readonly type: 'send-transfer';
      readonly transfer: TransferId;
      readonly kind: TransferKind;
      readonly to: Party;
      readonly reason: string;
      readonly sha256: string;
      readonly along?: Along | undefined;
    }
  | { readonly type: 'open-identity'; readonly reason: string }
  | {
      readonly type: 'record-document';
      readonly document: DocumentId;
      readonly form: string;
      readonly sha256: string;
      readonly bytes: number;
      readonly pages: number;
      readonly mark: string;
    }
  | {
      readonly type: 'take-in-outside';
      readonly document: DocumentId;
      /** The paper in whose place it stands from now on. */
      readonly replaces: DocumentId;
      readonly reason: string;
      readonly sha256: string;
      readonly bytes: number;
      readonly pages: number;
      readonly mark: string;
      /** It is on paper already. */
      readonly printed?: { readonly printer: string; readonly copies: number };
    }
  | {
      readonly type: 'record-print';
      readonly document: DocumentId;
      readonly printer: string;
      readonly copies: number;
      readonly preprinted?: boolean;
      readonly job?: string;
    }
  | { readonly type: 'withdraw-print'; readonly document: DocumentId; readonly nth: number };

export interface RegisterCommand {
  readonly procedure: string;
  readonly receivedAt: Instant;
  readonly values: Values;
  /** When it was read out to the person, who said that it is right. */
  readonly readBackAt?: Instant;
  /** An earlier case of the same matter: both are born linked. */
  readonly repeatOf?: { readonly id: CaseId; readonly number: string };
  /** Handed in at the counter: the case is born with them. */
  readonly attachments?: readonly HandedFile[];
  /** What another office sent: it is taken on with this case. */
  readonly transferred?: Transferred;
}
