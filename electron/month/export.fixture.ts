import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import type { MediaType } from '#shared/attachments/attachment.media.ts';
import { newAttachmentId, newDocumentId, type CaseId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import type { Instant } from '#shared/core/instant.ts';
import { at } from '#shared/fixtures/community.ts';
import { newAgeIdentity, parseIdentityFile, recipientOf } from '../bundles/age.identity.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { enrolOffice } from '../headquarters/hq.enrol.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { initHeadquarters } from '../headquarters/hq.init.ts';
import { MonthOffice } from './month.fixture.ts';
import { officeCard } from '../office/office-card.ts';

export interface EnrolledOffice {
  readonly office: MonthOffice;
  /** Folder of the headquarters, which has enrolled the office. */
  readonly hq: string;
  /** The key in use, and one that is kept in a safe. */
  readonly identities: readonly [string, string];
}

/** An office and a headquarters that know each other; bundles are for two keys. */
export async function enrolledOffice(): Promise<EnrolledOffice> {
  const office = await MonthOffice.found(at('2026-10-08T09:00'));
  const hq = path.join(await tempFolder(), 'hq');
  expectOk(await initHeadquarters(hq, { name: '样本街道办事处' }));
  const folder = hqFolder(hq);
  const [inUse = ''] = parseIdentityFile(await readFile(folder.bundleKey, 'utf8')) ?? [];
  const inSafe = await newAgeIdentity();
  const card = HeadquartersCard.parse(JSON.parse(await readFile(folder.card, 'utf8')));
  const recipients = [...card.bundle_recipients, await recipientOf(inSafe)];
  await writeFile(folder.card, JSON.stringify({ ...card, bundle_recipients: recipients }));
  office.chosen = folder.card;
  expectOk(await office.ask('cards:import-headquarters', { answer: 'read' }));
  expectOk(
    await enrolOffice(hq, officeCard(await office.ledger.office(), office.desk.version, office.desk.now())),
  );
  return { office, hq, identities: [inUse, inSafe] };
}

export async function attach(
  office: MonthOffice,
  id: CaseId,
  now: Instant,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly media: MediaType },
): Promise<void> {
  const { sha256, bytes } = expectOk(await office.ledger.vault.put(file.bytes));
  const { name, media } = file;
  await office.act(id, now, {
    ...{ type: 'add-attachment', attachment: newAttachmentId(office.desk.ids), name, media, sha256, bytes },
  });
}

export async function printed(office: MonthOffice, id: CaseId, now: Instant, pdf: Uint8Array) {
  const { sha256, bytes } = expectOk(await office.ledger.vault.put(pdf));
  await office.act(id, now, {
    ...{ type: 'record-document', document: newDocumentId(office.desk.ids), form: 'PHX-01' },
    ...{ sha256, bytes, pages: 1, mark: sha256.slice(0, 8).toUpperCase() },
  });
}
