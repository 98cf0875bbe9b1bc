import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { CardAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { officeActor } from '../desk/office-actor.ts';
import { asFault } from '../ipc/handle.ts';
import type { CardDoubt } from './card-doubt.ts';
import { readCardFile } from './card-file.ts';
import type { CardKind } from './card.kind.ts';

async function enrol<Card extends { readonly name: string }>(
  desk: Desk,
  kind: CardKind<Card>,
  read: Card,
): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const said = await kind.enrolment(ledger, read);
  if (!said.ok) return said;
  const actor = officeActor(desk, await ledger.office(), 'administrator', newEventId(desk.ids));
  const recorded = await ledger.append([{ ...actor, ...said.value }]);
  if (!recorded.ok) return err(asFault(recorded.error));
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok({ name: read.name });
}

/**
 * Makes somebody known by their card. Another one in the place of one that counts is asked about first: things would be
 * readable by other people from then on. `replace` and `keep` answer that question. Whatever the window says, only an
 * administrator does it.
 */
export async function importCard<Card extends { readonly name: string }>(
  desk: Desk,
  dialogs: Dialogs,
  { kind, doubt }: { readonly kind: CardKind<Card>; readonly doubt: CardDoubt<Card> },
  answer: 'read' | 'replace' | 'keep',
): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const roles = office.people.find(({ id }) => id === ledger.person)?.roles ?? [];
  if (!roles.includes('administrator')) return err({ code: 'journal/not-allowed' });
  if (answer === 'keep') {
    doubt.drop();
    return ok({ name: null });
  }
  if (answer === 'replace') {
    const shown = doubt.take(ledger.person, asked => kind.standing(office, asked));
    return shown ? enrol(desk, kind, shown) : err({ code: kind.file.gone });
  }
  doubt.drop();
  const read = await readCardFile(dialogs, kind.file);
  if (!read.ok) return read;
  const card = read.value;
  if (card === null) return ok({ name: null });
  const refusal = kind.refusal(office, card);
  if (refusal !== undefined) return err({ code: refusal });
  const standing = kind.standing(office, card);
  if (standing && kind.isKnown(standing, card)) return ok({ name: card.name });
  if (standing && !kind.isSameHands(standing, card)) {
    doubt.ask(card, standing, ledger.person);
    return err(kind.question(standing, card));
  }
  return enrol(desk, kind, card);
}
