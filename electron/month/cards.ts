import path from 'node:path';
import { HeadquartersCard, withoutToken } from '#shared/bundle/headquarters-card.schema.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { CardAnswer, SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { asFault } from '../ipc/handle.ts';
import { saveToken } from '../outbox/token.store.ts';
import { transferRecipient } from '../transfers/transfer.keys.ts';
import { isSameCard, otherHeadquarters, type CardDoubt } from './card-doubt.ts';
import { readCardFile, type CardFile } from './card-file.ts';
import { officeActor } from './office-actor.ts';
import { officeCard } from './office-card.ts';

const HEADQUARTERS_FILE: CardFile<HeadquartersCard> = {
  ...{ title: '选总部名片 headquarters.json', schema: HeadquartersCard },
  ...{ gone: 'bundles/no-card', bad: 'bundles/bad-card' },
};

export async function exportOfficeCard(desk: Desk, dialogs: Dialogs): Promise<Reply<SavedAnswer>> {
  const folder = await dialogs.chooseFolder('本单位名片存到哪里');
  if (folder === undefined) return ok({ path: null });
  const ledger = openedLedger(desk);
  const recipient = await transferRecipient(ledger.keys);
  const card = officeCard(await ledger.office(), desk.version, desk.now(), recipient);
  const file = path.join(folder, 'office.json');
  const written = await writeFileSafely(file, Buffer.from(`${JSON.stringify(card, null, 2)}\n`));
  return written.ok ? ok({ path: file }) : err(asFault(written.error));
}

/** The token first: it is kept sealed and apart, since the card in the event goes wherever events go. */
async function enrol(desk: Desk, read: HeadquartersCard): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const { card, token } = withoutToken(read);
  const kept = token === undefined ? ok(null) : await saveToken(ledger.places, ledger.keys, token);
  if (!kept.ok) return err(asFault(kept.error));
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
 * Whatever the window says, only an administrator does it.
 */
export async function importHeadquartersCard(
  desk: Desk,
  dialogs: Dialogs,
  doubt: CardDoubt,
  answer: 'read' | 'replace' | 'keep',
): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const { headquarters, people } = await ledger.office();
  const roles = people.find(({ id }) => id === ledger.person)?.roles ?? [];
  if (!roles.includes('administrator')) return err({ code: 'journal/not-allowed' });
  if (answer === 'keep') {
    doubt.drop();
    return ok({ name: null });
  }
  if (answer === 'replace') {
    const shown = doubt.answer(headquarters, ledger.person);
    return shown ? enrol(desk, shown) : err({ code: 'bundles/no-card' });
  }
  doubt.drop();
  const read = await readCardFile(dialogs, HEADQUARTERS_FILE);
  if (!read.ok) return read;
  const card = read.value;
  if (card === null) return ok({ name: null });
  // The same with a token is recorded too: whoever waits for one is woken by that.
  if (headquarters && isSameCard(headquarters, withoutToken(card).card))
    return card.token === undefined ? ok({ name: card.name }) : enrol(desk, card);
  if (headquarters) {
    doubt.ask(headquarters, card, ledger.person);
    return err(otherHeadquarters(headquarters, card));
  }
  return enrol(desk, card);
}
