import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { CardAnswer, SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { atDisk, hasErrno } from '../files/storage-error.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { asFault } from '../ipc/handle.ts';
import { isSameCard, otherHeadquarters, type CardDoubt } from './card-doubt.ts';
import { officeActor } from './office-actor.ts';
import { officeCard } from './office-card.ts';

/** Some kilobytes at most; anything larger is another file. */
const MOST_CARD_BYTES = 64 * 1024;

function parseCard(bytes: Buffer): HeadquartersCard | undefined {
  if (bytes.length > MOST_CARD_BYTES) return undefined;
  try {
    return HeadquartersCard.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined; // Not JSON, or no card: said as such.
  }
}

export async function exportOfficeCard(desk: Desk, dialogs: Dialogs): Promise<Reply<SavedAnswer>> {
  const folder = await dialogs.chooseFolder('本单位名片存到哪里');
  if (folder === undefined) return ok({ path: null });
  const card = officeCard(await openedLedger(desk).office(), desk.version, desk.now());
  const file = path.join(folder, 'office.json');
  const written = await writeFileSafely(file, Buffer.from(`${JSON.stringify(card, null, 2)}\n`));
  return written.ok ? ok({ path: file }) : err(asFault(written.error));
}

async function readCard(dialogs: Dialogs): Promise<Reply<HeadquartersCard | null>> {
  const file = await dialogs.chooseFile('选总部名片 headquarters.json', 'json');
  if (file === undefined) return ok(null);
  const bytes = await atDisk(() => readFile(file));
  if (!bytes.ok)
    return err(hasErrno(bytes.error.cause, 'ENOENT') ? { code: 'bundles/no-card' } : asFault(bytes.error));
  const card = parseCard(bytes.value);
  return card ? ok(card) : err({ code: 'bundles/bad-card' });
}

async function enrol(desk: Desk, card: HeadquartersCard): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const recorded = await ledger.append([
    {
      ...officeActor(desk, await ledger.office(), 'administrator', newEventId(desk.ids)),
      type: 'headquarters-enrolled',
      card,
    },
  ]);
  if (!recorded.ok) return err(asFault(recorded.error));
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok({ name: card.name });
}

/**
 * Enrols a headquarters by its card. Another card in place of the enrolled one is asked about first: bundles, and
 * the identities in them, would be readable by other keys from then on. `replace` and `keep` answer that question.
 */
export async function importHeadquartersCard(
  desk: Desk,
  dialogs: Dialogs,
  doubt: CardDoubt,
  answer: 'read' | 'replace' | 'keep',
): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const { headquarters } = await ledger.office();
  if (answer === 'keep') {
    doubt.drop();
    return ok({ name: null });
  }
  if (answer === 'replace') {
    const shown = doubt.answer(headquarters, ledger.person);
    return shown ? enrol(desk, shown) : err({ code: 'bundles/no-card' });
  }
  doubt.drop();
  const read = await readCard(dialogs);
  if (!read.ok) return read;
  const card = read.value;
  if (card === null) return ok({ name: null });
  if (headquarters && isSameCard(headquarters, card)) return ok({ name: card.name });
  if (headquarters) {
    doubt.ask(headquarters, card, ledger.person);
    return err(otherHeadquarters(headquarters, card));
  }
  return enrol(desk, card);
}
