import { z } from 'zod';
import { MediaType } from '#shared/attachments/attachment.media.ts';
import { Transferred } from '#shared/case/case.events.ts';
import { CaseId, PersonId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { Values } from '#shared/procedure/values.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';

/** What was said of earlier cases while a registration was written down. */
export const EarlierChoice = z
  .strictObject({
    /** It will be linked to this one when it is saved. */
    repeatOf: z.strictObject({ id: CaseId, number: z.string() }).optional(),
    notSame: z.array(CaseId).readonly(),
  })
  .readonly();
export type EarlierChoice = z.infer<typeof EarlierChoice>;

/** A file that was handed in with it and lies in the vault. */
export const DraftFile = z
  .strictObject({
    ...{ name: z.string(), media: MediaType, sha256: z.string(), bytes: z.number() },
    madeAt: Instant.optional(),
    recorded: z.literal(true).optional(),
  })
  .readonly();
export type DraftFile = z.infer<typeof DraftFile>;

/** Small forms whose lines are kept as drafts too. */
export const SMALL_FORMS = [
  ...(['extension', 'unsigned', 'void', 'merge', 'class', 'approve', 'decline'] as const),
  ...([
    'identity',
    'describe-attachment',
    'remove-attachment',
    'outside-file',
    'answer-order',
    'transfer',
    'return-transfer',
  ] as const),
  ...([
    'lock-month',
    'month-remarks',
    'send-back-month',
    'close-period',
    'figure',
    'own',
    'card',
    'number',
    'hours',
  ] as const),
] as const;
export type SmallForm = (typeof SMALL_FORMS)[number];

/**
 * A form somebody is in the middle of: a registration; with a case, a step on it, a note or a correction; with several,
 * a step or a note for all of them.
 */
export const DraftContent = z
  .strictObject({
    v: z.literal(1),
    procedure: z.string().optional(),
    values: Values,
    receivedAt: Instant.optional(),
    earlier: EarlierChoice.optional(),
    readBackAt: Instant.optional(),
    files: z.array(DraftFile).readonly().optional(),
    /** What another office sent, which is registered with it. */
    transferred: Transferred.optional(),
    case: CaseId.optional(),
    /** The cases a step or a note is written for alike. */
    together: z.array(CaseId).readonly().optional(),
    step: z.string().optional(),
    ground: z.string().optional(),
    reason: z.string().optional(),
    note: z.string().optional(),
    /** A small form, of which thing it is where there are several, and its lines. */
    form: z.enum(SMALL_FORMS).optional(),
    of: z.string().optional(),
    texts: z.record(z.string(), z.string()).optional(),
    /** Who writes it; two may write at the same case. */
    by: PersonId.optional(),
    /** What the case said in these fields when they were begun. */
    seen: Values.optional(),
  })
  .readonly();
export type DraftContent = z.infer<typeof DraftContent>;

/** Of a matter that is not registered yet. */
export const isRegistration = ({ case: id, together, form }: DraftContent): boolean =>
  id === undefined && together === undefined && form === undefined;

export interface Draft {
  readonly id: string;
  readonly savedAt: Instant;
  readonly content: DraftContent;
}

export type DraftStatus =
  | { readonly kind: 'none' }
  /** Typed and not yet written. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly error: DeskFault };

export interface Drafts {
  readonly newId: () => string;
  /** Written at the next pause in typing, and at the latest a few seconds later. */
  readonly save: (id: string, content: DraftContent) => void;
  /** Newest first. One that cannot be read is left out and stays where it is. */
  readonly list: () => Promise<Reply<readonly Draft[]>>;
  /** Those that were listed or saved since the ledger was opened, at once, also what is not written yet. */
  readonly known: () => readonly Draft[];
  readonly remove: (id: string) => Promise<Reply<null>>;
  /** Writes everything that waits, now. */
  readonly flush: () => Promise<void>;
  readonly status: (id: string) => DraftStatus;
  /** Told when a status changes. */
  readonly onStatus: (listener: () => void) => () => void;
  /** Told when a draft was written or removed. */
  readonly onList: (listener: () => void) => () => void;
}
