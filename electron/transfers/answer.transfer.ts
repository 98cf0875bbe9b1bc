import path from 'node:path';
import type { ReceivedTransfer } from '#shared/case/transfer.state.ts';
import { plainLine } from '#shared/core/plain-text.ts';
import { err, ok } from '#shared/core/result.ts';
import type { SentAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import {
  ANSWER_FORMAT,
  ANSWER_VERSION,
  type TransferAnswer,
} from '#shared/transfer/transfer-answer.schema.ts';
import { Transfer } from '#shared/transfer/transfer.schema.ts';
import { parsePlainJson } from '../bundles/ndjson.reader.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { PlaceFound } from '../drives/place-to-write.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { asFault } from '../ipc/handle.ts';
import { loadSigningKey } from '../office/signing-key.ts';
import { signedAnswer } from './transfer-answer.ts';
import { TRANSFER_LIMITS } from './transfer.limits.ts';

async function find(desk: Desk, id: string): Promise<ReceivedTransfer | undefined> {
  return (await openedLedger(desk).office()).transfers?.find(each => each.id === id);
}

/** What another office said of a case it sent. */
export async function readReceived(desk: Desk, id: string): Promise<Reply<Transfer>> {
  const found = await find(desk, id);
  if (!found) return err({ code: 'transfers/no-such' });
  const bytes = await openedLedger(desk).vault.getBytes(found.content);
  if (!bytes.ok) return err(asFault(bytes.error));
  const read = Transfer.safeParse(parsePlainJson(bytes.value, TRANSFER_LIMITS));
  return read.success ? ok(read.data) : err({ code: 'vault/damaged' });
}

/** What became of it: the number it has here, or why it goes back. No word of the case itself. */
export async function answerTransfer(
  desk: Desk,
  id: string,
  { folder, drive }: Extract<PlaceFound, { kind: 'place' }>,
): Promise<Reply<SentAnswer>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const found = await find(desk, id);
  if (!found) return err({ code: 'transfers/no-such' });
  const { settled, from, sha256 } = found;
  if (!settled) return err({ code: 'transfers/not-settled' });
  const signing = await loadSigningKey(ledger);
  if (!signing.ok) return err(asFault(signing.error));
  const answer: TransferAnswer = {
    ...{ format: ANSWER_FORMAT, version: ANSWER_VERSION, transfer_id: found.id, to: from.code, sha256 },
    from: { code: office.code, name: plainLine(office.name) },
    ...(settled.verdict === 'accepted'
      ? { verdict: settled.verdict, number: plainLine(settled.number) }
      : { verdict: settled.verdict, reason: settled.reason }),
    answered_at: settled.at,
  };
  const { files } = await signedAnswer(answer, signing.value);
  let written = folder;
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    const put = await writeFileSafely(file, bytes);
    if (!put.ok) return err(asFault(put.error));
    if (written === folder) written = file;
  }
  const removable =
    drive?.kind === 'removable' ? { drive: { volume: drive.volume, label: drive.label } } : {};
  return ok({ cancelled: false, path: written, ...removable });
}
