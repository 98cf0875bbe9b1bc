import { z } from 'zod';
import { MediaType, MOST_NAME } from '#shared/attachments/attachment.media.ts';
import { PlainName, plainText, Sha256Hex } from '#shared/bundle/bundle.formats.ts';
import { DocumentId, OfficeCode, TransferId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { FieldValue } from '#shared/procedure/values.ts';

export const TRANSFER_FORMAT = 'phoenix-transfer';
/** The major version this program writes, and the newest one it reads. */
export const TRANSFER_VERSION = 1;

/** 转办: the other office takes it on; 分送: it gets a copy for its part, and the case goes on here. */
export const TRANSFER_KINDS = ['hand-over', 'share'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** What a field is to the procedure it comes from, by which it finds its place in another one. */
export const FIELD_ROLES = [
  'person',
  'phone',
  'address',
  'respondent',
  'matter',
  'category',
  'other',
] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

export const MOST_TRANSFER_REASON = 1000;
/** Fields of a procedure, and its papers and attachments, number some dozens. */
export const MOST_TRANSFER_FIELDS = 400;
export const MOST_TRANSFER_FILES = 1000;
const MOST_WORDS = 60_000;

export const Party = z.strictObject({ code: OfficeCode, name: PlainName }).readonly();
export type Party = z.infer<typeof Party>;

export const TransferReason = plainText(MOST_TRANSFER_REASON);

const FieldName = z.string().regex(/^[a-z][a-z0-9_]{0,99}$/);

/** What goes along of somebody the case hides, and why: by a telephone number one is found. */
export const Along = z
  .strictObject({ fields: z.array(FieldName).min(1).max(50).readonly(), reason: TransferReason })
  .readonly();
export type Along = z.infer<typeof Along>;

const SentField = z
  .strictObject({
    /** The canonical name of the field, which packs share. */
    key: FieldName,
    role: z.enum(FIELD_ROLES),
    /** Whether it was asked for when the case was registered, or filled in while it was handled. */
    part: z.enum(['registration', 'handling']),
    label: z.string().min(1).max(200),
    /** Null where the identity stays with the sender. */
    value: FieldValue.refine(value => JSON.stringify(value).length <= MOST_WORDS, {
      error: 'a value is no longer than a story',
    }),
    /** As people read it; of what stays with the sender the code of the person. */
    words: z.string().min(1).max(MOST_WORDS),
  })
  .readonly();
export type SentField = z.infer<typeof SentField>;

const bytes = z.int().positive();

/** Far more than a signature can have points. */
export const MOST_SIGNATURE_BYTES = 400_000;

const SentSignature = z
  .strictObject({
    /** Where on the paper, in words. */
    place: z.string().min(1).max(200),
    signer: z.string().min(1).max(60),
    at: Instant,
    /** Who held out the pad. */
    by: z.string().min(1).max(60),
    /** Of the strokes as they were kept when they were written: `data/signatures/<image>.json`. */
    image: Sha256Hex,
    bytes: z.int().positive().max(MOST_SIGNATURE_BYTES),
  })
  .readonly();
export type SentSignature = z.infer<typeof SentSignature>;

/** What was signed on the screen holds for the very file of the paper, by its hash and its mark. */
const SignedOnScreen = z
  .strictObject({
    form: z.string().min(1).max(60),
    pages: z.int().positive().max(10_000),
    mark: z.string().regex(/^[0-9A-F]{8}$/),
    /** Everybody who has to sign has. */
    complete: z.boolean(),
    signatures: z.array(SentSignature).min(1).max(60).readonly(),
  })
  .readonly();
export type SignedOnScreen = z.infer<typeof SignedOnScreen>;

const SentPaper = z
  .strictObject({
    ...{ document: DocumentId, name: z.string().min(1).max(MOST_NAME), sha256: Sha256Hex, bytes },
    signed_on_screen: SignedOnScreen.optional(),
  })
  .readonly();
export type SentPaper = z.infer<typeof SentPaper>;

/** `sha256` and `bytes` are those of the file in the package, which may be another one than the sender keeps. */
const SentAttachment = z
  .strictObject({ name: z.string().min(1).max(MOST_NAME), media: MediaType, sha256: Sha256Hex, bytes })
  .readonly();
export type SentAttachment = z.infer<typeof SentAttachment>;

const count = z.int().nonnegative().max(100_000);

/** Each once: one hand may stand in two places. */
export const signaturesOf = (papers: readonly SentPaper[]): readonly SentSignature[] => [
  ...new Map(
    papers.flatMap(paper => paper.signed_on_screen?.signatures ?? []).map(each => [each.image, each]),
  ).values(),
];

/** What is said of the case: `data/transfer.json`. Valid only inside a package signed by the sender. */
export const Transfer = z
  .strictObject({
    format: z.literal(TRANSFER_FORMAT),
    version: z.literal(TRANSFER_VERSION),
    transfer_id: TransferId,
    kind: z.enum(TRANSFER_KINDS),
    from: Party,
    to: OfficeCode,
    sent_at: Instant,
    /** The register number there. */
    number: PlainName,
    procedure: z.strictObject({ id: z.string().max(100), name: z.string().min(1).max(200) }).readonly(),
    received_at: Instant,
    reason: TransferReason,
    fields: z.array(SentField).max(MOST_TRANSFER_FIELDS).readonly(),
    papers: z.array(SentPaper).max(MOST_TRANSFER_FILES).readonly(),
    attachments: z.array(SentAttachment).max(MOST_TRANSFER_FILES).readonly(),
    /** What stays with the sender because it tells who the person is. */
    withheld: z.strictObject({ fields: count, papers: count, attachments: count }).readonly(),
    /** What came along all the same. */
    along: Along.optional(),
  })
  .readonly();
export type Transfer = z.infer<typeof Transfer>;

/** What tells a package of a newer format from a broken one. */
export const TransferHead = z.looseObject({ format: z.literal(TRANSFER_FORMAT), version: z.int() });

export const TRANSFER_SUFFIX = '.transfer.zip.age';

export interface TransferName {
  readonly from: OfficeCode;
  readonly to: OfficeCode;
  readonly id: TransferId;
}

/** The one top folder of the package: `PHX-0371_PHX-0388_01J…`. */
export const transferBagName = ({ from, to, id }: TransferName): string => `${from}_${to}_${id}`;

export const transferFileName = (name: TransferName): string => transferBagName(name) + TRANSFER_SUFFIX;

/** Reads the name of a package; undefined for any other name. */
export function parseTransferName(file: string): TransferName | undefined {
  if (!file.endsWith(TRANSFER_SUFFIX)) return undefined;
  const [first, second, third, ...rest] = file.slice(0, -TRANSFER_SUFFIX.length).split('_');
  const [from, to] = [OfficeCode.safeParse(first), OfficeCode.safeParse(second)];
  const id = TransferId.safeParse(third);
  if (!from.success || !to.success || !id.success || rest.length > 0) return undefined;
  return { from: from.data, to: to.data, id: id.data };
}
