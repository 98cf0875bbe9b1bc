import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { OfficeCode } from '#shared/core/ids.ts';
import { hasErrno } from '#electron/files/storage-error.ts';
import { readWithFallback } from '#electron/files/read-with-fallback.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import { parseIdentityFile } from '#electron/bundles/age.identity.ts';
import { parseSecretKeyFile, type MinisignSecretKey } from '#electron/keys/minisign.ts';
import { HqFault, orStorageFault } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import { readTextIfThere } from './hq.init.ts';
import { EMPTY_LEDGER, EnrolledOffice, Ledger } from './ledger.schema.ts';

/** Undefined where it is not JSON, which no schema accepts. */
export function parseJson(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    // The answer says so.
    return undefined;
  }
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export async function writeJson(file: string, value: unknown): Promise<void> {
  orStorageFault(await writeFileSafely(file, Buffer.from(jsonText(value))));
}

export async function readCard(dataDir: string): Promise<HeadquartersCard> {
  const text = await readTextIfThere(hqFolder(dataDir).card);
  if (text === undefined) throw new HqFault('hq/not-there', dataDir);
  const card = HeadquartersCard.safeParse(parseJson(text));
  if (!card.success) throw new HqFault('hq/damaged', hqFolder(dataDir).card);
  return card.data;
}

export interface HqKeys {
  readonly card: HeadquartersCard;
  readonly identities: readonly string[];
  readonly signing: MinisignSecretKey;
}

/** What is needed to take bundles in. The sealed-identity key is never among it. */
export async function readKeys(dataDir: string): Promise<HqKeys> {
  const folder = hqFolder(dataDir);
  const card = await readCard(dataDir);
  const identities = parseIdentityFile((await readTextIfThere(folder.bundleKey)) ?? '');
  if (identities === undefined) throw new HqFault('hq/damaged', folder.bundleKey);
  const signing = parseSecretKeyFile((await readTextIfThere(folder.signingKey)) ?? '');
  if (!signing.ok) throw new HqFault('hq/damaged', folder.signingKey);
  return { card, identities, signing: signing.value };
}

const parseLedger = (bytes: Buffer): Ledger | undefined => Ledger.safeParse(parseJson(bytes)).data;

/**
 * The ledger, or the generation before it where the last one is damaged: what that one lacks is still in
 * `bundles/` and is taken in again from there.
 */
export async function readLedger(dataDir: string): Promise<Ledger> {
  const file = hqFolder(dataDir).ledger;
  const read = await readWithFallback(file, parseLedger);
  if (read.ok) return read.value.value;
  if (read.error.code === 'storage/missing') return EMPTY_LEDGER;
  throw new HqFault('hq/damaged', file);
}

export async function writeLedger(dataDir: string, ledger: Ledger): Promise<void> {
  const bytes = Buffer.from(jsonText(ledger));
  const keepPrevious = (held: Buffer): boolean => parseLedger(held) !== undefined;
  orStorageFault(await writeFileSafely(hqFolder(dataDir).ledger, bytes, { keepPrevious }));
}

export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT')) return [];
    throw cause;
  }
}

/** The enrolled cards as they are kept, apart from the ledger. */
export async function readEnrolledCards(dataDir: string): Promise<readonly EnrolledOffice[]> {
  const folder = hqFolder(dataDir);
  const offices: EnrolledOffice[] = [];
  for (const name of await namesIn(folder.cards)) {
    const file = path.join(folder.cards, name);
    const code = OfficeCode.safeParse(name.replace(/\.json$/, ''));
    if (!code.success || !name.endsWith('.json')) continue;
    const office = EnrolledOffice.safeParse(parseJson((await readTextIfThere(file)) ?? ''));
    if (!office.success || office.data.card.code !== code.data) throw new HqFault('hq/damaged', file);
    offices.push(office.data);
  }
  return offices;
}
