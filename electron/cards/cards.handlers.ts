import path from 'node:path';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { err, ok } from '#shared/core/result.ts';
import type { SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import { officeCard } from '../office/office-card.ts';
import { transferRecipient } from '../office/transfer.keys.ts';
import { CardDoubt } from './card-doubt.ts';
import { COLLEAGUE_CARD } from './colleague-card.ts';
import { HEADQUARTERS_CARD } from './headquarters-card.ts';
import { importCard } from './import-card.ts';

async function exportOfficeCard(desk: Desk, dialogs: Dialogs): Promise<Reply<SavedAnswer>> {
  const folder = await dialogs.chooseFolder('本单位名片存到哪里');
  if (folder === undefined) return ok({ path: null });
  const ledger = openedLedger(desk);
  const recipient = await transferRecipient(ledger.keys);
  const card = officeCard(await ledger.office(), desk.version, desk.now(), recipient);
  const file = path.join(folder, 'office.json');
  const written = await writeFileSafely(file, Buffer.from(`${JSON.stringify(card, null, 2)}\n`));
  return written.ok ? ok({ path: file }) : err(asFault(written.error));
}

/** 名片: who the office is, whom its bundles are for, and which other offices it exchanges cases with. */
export function handleCards(handle: Handle, desk: Desk, dialogs: Dialogs): void {
  const headquarters = { kind: HEADQUARTERS_CARD, doubt: new CardDoubt<HeadquartersCard>() };
  const colleague = { kind: COLLEAGUE_CARD, doubt: new CardDoubt<OfficeCard>() };
  handle('cards:export-office', () => exportOfficeCard(desk, dialogs));
  handle('cards:import-headquarters', ({ answer }) => importCard(desk, dialogs, headquarters, answer));
  handle('cards:import-colleague', ({ answer }) => importCard(desk, dialogs, colleague, answer));
}
