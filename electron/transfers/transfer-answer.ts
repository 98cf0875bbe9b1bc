import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import type { TransferId } from '#shared/core/ids.ts';
import { msOf } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import {
  ANSWER_VERSION,
  AnswerHead,
  answerFileName,
  answerSignatureName,
  TransferAnswer,
} from '#shared/transfer/transfer-answer.schema.ts';
import { parsePlainJson } from '../bundles/ndjson.reader.ts';
import { parsePublicKey, signMinisign, verifyMinisign, type MinisignSecretKey } from '../keys/minisign.ts';

/** An answer is some hundred bytes; a file far over that is none. */
export const MOST_ANSWER_BYTES = 64 * 1024;
const MAX_DEPTH = 8;

const SIGNATURE_CODES = {
  'minisign/malformed-key': 'transfers/answer-not-genuine',
  'minisign/malformed-signature': 'transfers/answer-malformed',
  'minisign/other-key': 'transfers/answer-not-genuine',
  'minisign/bad-signature': 'transfers/answer-not-genuine',
} as const;

/** Believes an answer when the office of this card signed it. Nothing of it is looked at before that. */
export async function readAnswer(
  json: Uint8Array,
  minisig: string,
  card: Pick<OfficeCard, 'signing_key'>,
): Promise<Result<TransferAnswer, FaultCode>> {
  if (json.length > MOST_ANSWER_BYTES) return err('transfers/answer-malformed');
  const key = parsePublicKey(card.signing_key);
  if (!key.ok) return err('transfers/answer-not-genuine');
  const verdict = await verifyMinisign(key.value, json, minisig);
  if (!verdict.ok) return err(SIGNATURE_CODES[verdict.error]);
  const value = parsePlainJson(json, { depth: MAX_DEPTH });
  const head = AnswerHead.safeParse(value);
  if (head.success && head.data.version > ANSWER_VERSION) return err('transfers/answer-newer');
  const answer = TransferAnswer.safeParse(value);
  return answer.success ? ok(answer.data) : err('transfers/answer-malformed');
}

export interface AnswerFiles {
  readonly id: TransferId;
  /** By name; the signature comes last: an answer without it is not finished. */
  readonly files: readonly (readonly [string, Uint8Array])[];
}

export async function signedAnswer(answer: TransferAnswer, signing: MinisignSecretKey): Promise<AnswerFiles> {
  const { transfer_id: id, from, to, answered_at: at } = TransferAnswer.parse(answer);
  const bytes = Buffer.from(`${JSON.stringify(answer, null, 2)}\n`);
  const comment = `timestamp:${Math.floor(msOf(at) / 1000)}\ttransfer:${id}\tfrom:${from.code}\tto:${to}`;
  const signature = await signMinisign(signing, bytes, comment);
  return {
    id,
    files: [
      [answerFileName(id), bytes],
      [answerSignatureName(id), Buffer.from(signature)],
    ],
  };
}
