import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { decideCase } from '#shared/case/case.decide.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { colleagueOf } from '#shared/case/transfer.state.ts';
import { newTransferId, type CaseId, type OfficeCode, type TransferId } from '#shared/core/ids.ts';
import { plainLine } from '#shared/core/plain-text.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { SentAnswer } from '#shared/ipc/answers.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { Reply } from '#shared/ipc/result.ts';
import {
  transferFileName,
  type Along,
  type TransferKind,
  type TransferName,
} from '#shared/transfer/transfer.schema.ts';
import { copyBundle, verifyWritten } from '../bundles/bundle.copies.ts';
import type { WrittenBundle } from '../bundles/bundle.input.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Packs } from '../desk/packs.ts';
import { writeBehind } from '../desk/write-behind.ts';
import type { PlaceFound } from '../drives/place-to-write.ts';
import { roomFor } from '../drives/room.ts';
import type { FilePort } from '../files/file-port.ts';
import { asFault } from '../ipc/handle.ts';
import { signMinisign } from '../keys/minisign.ts';
import { CaseHeads } from '../office/case-heads.ts';
import { officeCard } from '../office/office-card.ts';
import { lostFileCode } from '../vault/stored.files.ts';
import type { Ledger } from '../office/ledger.ts';
import { loadSigningKey } from '../office/signing-key.ts';
import { caseAt, type CaseAt } from './case.at.ts';
import { clearParts, clearSealed, removeSealed } from './outbox.files.ts';
import { transferContent } from './transfer.content.ts';
import { transferRecipient } from '../office/transfer.keys.ts';
import { writeTransfer } from './transfer.writer.ts';

type Fault = { readonly code: FaultCode; readonly cause?: unknown };

export interface WantedTransfer {
  readonly case: CaseId;
  readonly kind: TransferKind;
  readonly to: OfficeCode;
  readonly reason: string;
  readonly along?: Along | undefined;
}

/** What the case is while it is decided over, and who decides. */
async function decided(
  desk: Desk,
  at: CaseAt,
  sealed: { readonly transfer: TransferId; readonly sha256: string },
  { kind, to, reason, along }: WantedTransfer,
): Promise<Result<readonly CaseEvent[], Fault>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const me = office.people.find(({ id }) => id === ledger.person);
  const colleague = colleagueOf(office, to);
  if (!me || !colleague) return err({ code: 'transfers/unknown-office' });
  const { id: person, name, roles } = me;
  const party = { code: to, name: plainLine(colleague.card.name) };
  const events = decideCase(
    at.state,
    { type: 'send-transfer', ...sealed, kind, to: party, reason, along },
    {
      ...{ now: desk.now(), ids: desk.ids, procedure: at.procedure },
      acting: { person, name, roles, station: desk.station },
    },
  );
  // The window decides by the same rules and says why; one that asks all the same is not answered at length.
  return events.ok ? events : err({ code: 'journal/not-allowed' });
}

const nameOf = (from: OfficeCode, to: OfficeCode, id: TransferId): TransferName => ({ from, to, id });

/** Seals the case into the outbox, without telling anybody. */
export async function sealTransfer(
  desk: Desk,
  at: CaseAt,
  id: TransferId,
  { kind, to, reason, along }: Omit<WantedTransfer, 'case'>,
  files?: FilePort,
): Promise<Result<WrittenBundle, Fault>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const card = colleagueOf(office, to)?.card;
  if (card?.transfer_recipient === undefined) return err({ code: 'transfers/unknown-office' });
  const signing = await loadSigningKey(ledger);
  if (!signing.ok) return err(signing.error);
  const { signal } = new AbortController();
  const from = { code: office.code, name: plainLine(office.name) };
  const asked = { id, kind, from, to: { code: to, name: card.name }, reason, along, now: desk.now(), signal };
  const content = await transferContent(at, ledger.vault, asked);
  if (!content.ok) return content;
  const own = officeCard(office, desk.version, desk.now(), await transferRecipient(ledger.keys));
  await mkdir(ledger.places.outbox, { recursive: true, mode: 0o700 });
  try {
    return await writeTransfer(
      {
        ...content.value,
        office: { ...own, name: from.name },
        recipient: card.transfer_recipient,
        sign: (bytes, comment) => signMinisign(signing.value, bytes, comment),
      },
      { directory: ledger.places.outbox, ...(files ? { files } : {}) },
    );
  } catch (cause) {
    const code = lostFileCode(cause);
    if (code === undefined) throw cause;
    return err({ code, cause });
  }
}

/** Writes down that it was sent, unless the case is another one than was sealed. */
function recordSent(
  desk: Desk,
  packs: Packs,
  sealedAt: CaseAt,
  sealed: { readonly transfer: TransferId; readonly sha256: string },
  wanted: WantedTransfer,
): Promise<Result<null, Fault>> {
  let first: CaseAt | undefined = sealedAt;
  return writeBehind<null, Fault>(desk, async () => {
    const at = first ?? (await caseAt(openedLedger(desk), packs, wanted.case));
    first = undefined;
    if (at?.state.seq !== sealedAt.state.seq) return err({ code: 'transfers/changed' });
    const events = await decided(desk, at, sealed, wanted);
    return events.ok ? ok({ events: events.value, through: at.through, told: null }) : events;
  });
}

type Place = Extract<PlaceFound, { kind: 'place' }>;

/** Copies the sealed file to a drive and reads it back. */
async function carry(
  { places }: Pick<Ledger, 'places'>,
  name: TransferName,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
  { folder, drive }: Place,
): Promise<Result<Omit<SentAnswer, 'cancelled'>, Fault>> {
  const file = transferFileName(name);
  await clearParts(folder, name.from);
  const room = await roomFor(folder, { name: file, bytes, filesystem: drive?.filesystem });
  if (!room.ok) return room;
  const source = { path: path.join(places.outbox, file), sha256, bytes };
  const copied = await copyBundle(source, { directory: folder, replace: true });
  if (!copied.ok) return copied;
  const removable =
    drive?.kind === 'removable' ? { drive: { volume: drive.volume, label: drive.label } } : {};
  return ok({ path: copied.value.path, ...removable });
}

/**
 * 转办, 分送: the case is sealed for the other office, then it is written down, then it goes onto the drive. Where it
 * does not get there, it was sealed all the same and can be written again.
 */
export async function sendTransfer(
  desk: Desk,
  packs: Packs,
  wanted: WantedTransfer,
  place: Place,
): Promise<Reply<SentAnswer>> {
  const ledger = openedLedger(desk);
  const at = await caseAt(ledger, packs, wanted.case);
  if (!at) return err({ code: 'store/no-such-case' });
  const transfer = newTransferId(desk.ids);
  const may = await decided(desk, at, { transfer, sha256: '0'.repeat(64) }, wanted);
  if (!may.ok) return err(asFault(may.error));
  const waiting = await new CaseHeads(ledger).onTheirWay();
  await clearSealed(ledger.places.outbox, id => waiting.has(id));
  const sealed = await sealTransfer(desk, at, transfer, wanted);
  if (!sealed.ok) return err(asFault(sealed.error));
  const recorded = await recordSent(desk, packs, at, { transfer, sha256: sealed.value.sha256 }, wanted);
  if (!recorded.ok) {
    await removeSealed(sealed.value.path);
    return err(asFault(recorded.error));
  }
  const { code } = await ledger.office();
  const carried = await carry(ledger, nameOf(code, wanted.to, transfer), sealed.value, place);
  return carried.ok ? ok({ ...carried.value, cancelled: false }) : err(asFault(carried.error));
}

/** Once more onto a drive: the same file, byte for byte. */
export async function writeAgain(desk: Desk, id: TransferId, place: Place): Promise<Reply<SentAnswer>> {
  const ledger = openedLedger(desk);
  const sent = await new CaseHeads(ledger).findSent(id);
  if (!sent || sent.answered || sent.replaced) return err({ code: 'transfers/not-here' });
  const name = nameOf((await ledger.office()).code, sent.to.code, id);
  const file = path.join(ledger.places.outbox, transferFileName(name));
  const kept = await verifyWritten(file, { expectedSha256: sent.sha256 });
  if (!kept.ok) return err({ code: 'transfers/not-here' });
  const carried = await carry(ledger, name, kept.value, place);
  return carried.ok ? ok({ ...carried.value, cancelled: false }) : err(asFault(carried.error));
}
