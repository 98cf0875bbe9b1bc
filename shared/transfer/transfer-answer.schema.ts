import { z } from 'zod';
import { PlainName, Sha256Hex } from '#shared/bundle/bundle.formats.ts';
import { OfficeCode, TransferId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { Party, TransferReason } from './transfer.schema.ts';

export const ANSWER_FORMAT = 'phoenix-transfer-answer';
export const ANSWER_VERSION = 1;

export const TRANSFER_VERDICTS = ['accepted', 'returned'] as const;
export type TransferVerdict = (typeof TRANSFER_VERDICTS)[number];

/** Either with the number it has there, or with the reason why it came back. */
const isWhole = (said: {
  readonly verdict: TransferVerdict;
  readonly number?: string | undefined;
  readonly reason?: string | undefined;
}): boolean =>
  (said.verdict === 'accepted') === (said.number !== undefined) &&
  (said.verdict === 'returned') === (said.reason !== undefined);

/** What the other office made of it, as the file says it and the event on the case keeps it. */
export const answerShape = {
  verdict: z.enum(TRANSFER_VERDICTS),
  number: PlainName.optional(),
  reason: TransferReason.optional(),
  answered_at: Instant,
};

/** What an office answers to a case that was sent to it. Valid only with its minisign signature beside it. */
export const TransferAnswer = z
  .strictObject({
    format: z.literal(ANSWER_FORMAT),
    version: z.literal(ANSWER_VERSION),
    transfer_id: TransferId,
    /** Who had sent it, and reads this. */
    to: OfficeCode,
    from: Party,
    /** Of the `.age` file as it was read. */
    sha256: Sha256Hex,
    ...answerShape,
  })
  .refine(isWhole, { error: 'an acceptance has a number, a return a reason' })
  .readonly();
export type TransferAnswer = z.infer<typeof TransferAnswer>;

export const AnswerHead = z.looseObject({ format: z.literal(ANSWER_FORMAT), version: z.int() });

export const ANSWER_SUFFIX = '.transfer-answer.json';
export const answerFileName = (id: TransferId): string => `${id}${ANSWER_SUFFIX}`;
export const answerSignatureName = (id: TransferId): string => `${answerFileName(id)}.minisig`;

/** The id in the name of an answer's file; undefined for any other name. */
export function answerIdIn(fileName: string): TransferId | undefined {
  if (!fileName.endsWith(ANSWER_SUFFIX)) return undefined;
  return TransferId.safeParse(fileName.slice(0, -ANSWER_SUFFIX.length)).data;
}
