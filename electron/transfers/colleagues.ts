import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { colleagueOf } from '#shared/case/transfer.state.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { CardAnswer } from '#shared/ipc/answers.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { isRecipient } from '../bundles/age.identity.ts';
import { parsePublicKey } from '../keys/minisign.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { asFault } from '../ipc/handle.ts';
import { tail } from '../month/card-doubt.ts';
import { readCardFile, type CardFile } from '../month/card-file.ts';
import { officeActor } from '../month/office-actor.ts';

const COLLEAGUE_FILE: CardFile<OfficeCard> = {
  title: '选对方单位的名片 office.json',
  schema: OfficeCard.refine(({ signing_key: key }) => parsePublicKey(key).ok),
  ...{ gone: 'transfers/no-card', bad: 'transfers/bad-card' },
};

const isSameKeys = (one: OfficeCard, other: OfficeCard): boolean =>
  one.signing_key === other.signing_key && one.transfer_recipient === other.transfer_recipient;

const otherColleague = (enrolled: OfficeCard, read: OfficeCard): DeskFault => ({
  code: 'transfers/other-colleague',
  detail: {
    ...{ code: read.code, oldName: enrolled.name, newName: read.name },
    ...{ oldSigning: tail(enrolled.signing_key), newSigning: tail(read.signing_key) },
    oldTransfer: tail(enrolled.transfer_recipient ?? ''),
    newTransfer: tail(read.transfer_recipient ?? ''),
  },
});

/** The card somebody was asked about, until they answer. */
export class ColleagueDoubt {
  private asked: { readonly read: OfficeCard; readonly stood: string; readonly person: string } | null = null;

  ask(read: OfficeCard, enrolled: OfficeCard, person: string): void {
    this.asked = { read, stood: canonicalJson(enrolled), person };
  }

  /** Undefined where nothing was asked of this person, or another card holds by now. */
  take(person: string, enrolled: (code: string) => OfficeCard | undefined): OfficeCard | undefined {
    const { asked } = this;
    this.asked = null;
    if (asked?.person !== person) return undefined;
    const stands = enrolled(asked.read.code);
    return stands && canonicalJson(stands) === asked.stood ? asked.read : undefined;
  }

  drop(): void {
    this.asked = null;
  }
}

async function enrol(desk: Desk, card: OfficeCard): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const recorded = await ledger.append([
    {
      ...officeActor(desk, await ledger.office(), 'administrator', newEventId(desk.ids)),
      ...{ type: 'colleague-enrolled', card },
    },
  ]);
  if (!recorded.ok) return err(asFault(recorded.error));
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok({ name: card.name });
}

/**
 * 其他单位: makes another office known by its card. Other keys behind a known code are asked about first, for cases
 * would be readable by other people from then on. Whatever the window says, only an administrator does it.
 */
export async function importColleague(
  desk: Desk,
  dialogs: Dialogs,
  doubt: ColleagueDoubt,
  answer: 'read' | 'replace' | 'keep',
): Promise<Reply<CardAnswer>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const roles = office.people.find(({ id }) => id === ledger.person)?.roles ?? [];
  if (!roles.includes('administrator')) return err({ code: 'journal/not-allowed' });
  const known = (code: string): OfficeCard | undefined => colleagueOf(office, code)?.card;
  if (answer === 'keep') {
    doubt.drop();
    return ok({ name: null });
  }
  if (answer === 'replace') {
    const shown = doubt.take(ledger.person, known);
    return shown ? enrol(desk, shown) : err({ code: 'transfers/no-card' });
  }
  doubt.drop();
  const read = await readCardFile(dialogs, COLLEAGUE_FILE);
  if (!read.ok) return read;
  const card = read.value;
  if (card === null) return ok({ name: null });
  if (card.code === office.code) return err({ code: 'transfers/own-card' });
  if (card.transfer_recipient === undefined) return err({ code: 'transfers/old-card' });
  if (!isRecipient(card.transfer_recipient)) return err({ code: 'transfers/bad-card' });
  const enrolled = known(card.code);
  if (enrolled && isSameKeys(enrolled, card))
    return enrolled.name === card.name ? ok({ name: card.name }) : enrol(desk, card);
  if (enrolled) {
    doubt.ask(card, enrolled, ledger.person);
    return err(otherColleague(enrolled, card));
  }
  return enrol(desk, card);
}
