import path from 'node:path';
import { colleagueOf } from '#shared/case/transfer.state.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { TransferTold } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { parseTransferName } from '#shared/transfer/transfer.schema.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { clearScratch } from '../files/sealed-scratch.ts';
import { filesIn } from '../files/small-files.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault } from '../ipc/handle.ts';
import { CaseHeads } from '../office/case-heads.ts';
import { officeActor } from '../desk/office-actor.ts';
import type { ReadApart } from '../printing/outside/read-apart.ts';
import { transferIdentity } from '../office/transfer.keys.ts';
import { readTransfer } from './transfer.reader.ts';

export interface TakingParts {
  readonly readPdf: ReadApart;
}

/** More cases than one office sends another in years; a folder with more is another one. */
const MOST_FILES = 500;

/** Takes in one case of another office; it waits among those that came in until somebody registers it or sends it back. */
async function takeTransfer(
  desk: Desk,
  file: string,
  { readPdf }: TakingParts,
  cases: CaseHeads,
): Promise<Reply<TransferTold>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const scratchDir = path.join(ledger.places.root, 'scratch');
  await clearScratch(scratchDir);
  const read = await readTransfer(file, {
    ...{
      identity: transferIdentity(ledger.keys),
      own: office.code,
      scratchDir,
      vault: ledger.vault,
      readPdf,
    },
    findSigningKey: code => colleagueOf(office, code)?.card.signing_key,
  });
  if (!read.ok) {
    const { code, from } = read.error;
    return ok({ outcome: 'refused', code, ...(from === undefined ? {} : { from }) });
  }
  const { transfer, sha256, content } = read.value;
  const { transfer_id: id, kind, number } = transfer;
  // As it is known here, whatever it calls itself.
  const from = {
    code: transfer.from.code,
    name: colleagueOf(office, transfer.from.code)?.card.name ?? transfer.from.name,
  };
  const told = { from: from.name, number };
  const same = (await ledger.office()).transfers?.find(each => each.id === id);
  // Under another name of its file.
  if (same?.from.code === from.code && same.sha256 === sha256) return ok({ ...told, outcome: 'seen' });
  // Whose case an answer is about is known by the id alone.
  if (same || (await cases.findSent(id)))
    return ok({ outcome: 'refused', code: 'transfers/known-id', from: from.code });
  const recorded = await ledger.append([
    {
      ...officeActor(desk, office, 'records-officer', newEventId(desk.ids)),
      ...{ type: 'transfer-received', transfer: id, from, kind, number, sha256, content },
    },
  ]);
  if (!recorded.ok) return err(asFault(recorded.error));
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok({ ...told, outcome: 'taken' });
}

/** All cases for this office in a folder. One that is refused keeps no other from being taken. */
export async function takeTransfersFrom(
  desk: Desk,
  folder: string,
  parts: TakingParts,
): Promise<Reply<readonly TransferTold[]>> {
  const { code, transfers = [] } = await openedLedger(desk).office();
  const isOurs = (name: string): boolean => parseTransferName(name)?.to === code;
  const found = await atDisk(() => filesIn(folder, isOurs, MOST_FILES));
  if (!found.ok) return err(asFault(found.error));
  const taken: TransferTold[] = [];
  const cases = new CaseHeads(openedLedger(desk));
  for (const name of found.value) {
    const named = parseTransferName(name);
    const known = transfers.find(({ id, from }) => id === named?.id && from.code === named.from);
    if (known) {
      taken.push({ outcome: 'seen', from: known.from.name, number: known.number });
      continue;
    }
    const one = await takeTransfer(desk, path.join(folder, name), parts, cases);
    if (!one.ok) return one;
    taken.push(one.value);
  }
  return ok(taken);
}
