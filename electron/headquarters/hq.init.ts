import { chmod, mkdir, readFile } from 'node:fs/promises';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { PlainName } from '#shared/bundle/bundle.formats.ts';
import { instantFromMs, type Instant } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import { hasErrno } from '#electron/files/storage-error.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import {
  newMinisignKey,
  parseSecretKeyFile,
  publicKeyFile,
  publicKeyOf,
  publicKeyText,
  secretKeyFile,
  type MinisignSecretKey,
} from '#electron/keys/minisign.ts';
import {
  identityFile,
  newAgeIdentity,
  parseIdentityFile,
  recipientOf,
} from '#electron/bundles/age.identity.ts';
import { HqFault, hqRefusing, orStorageFault } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import type { HeadquartersRefusal } from './hq.refusals.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface NewHeadquarters extends Clock {
  readonly name: string;
  /** Where offices may send bundles to. */
  readonly address?: string;
}

export async function readTextIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT')) return undefined;
    throw cause;
  }
}

const writeText = async (file: string, text: string): Promise<void> =>
  orStorageFault(await writeFileSafely(file, Buffer.from(text)));

/** The key in this file, made now if there is none: a key that may have been used is never replaced. */
async function ensureAgeKey(file: string, madeAt: Instant): Promise<string> {
  const text = await readTextIfThere(file);
  if (text === undefined) {
    const identity = await newAgeIdentity();
    const recipient = await recipientOf(identity);
    await writeText(file, identityFile(identity, recipient, madeAt));
    return recipient;
  }
  const [identity] = parseIdentityFile(text) ?? [];
  if (identity === undefined) throw new HqFault('hq/damaged', file);
  return recipientOf(identity);
}

async function ensureSigningKey(file: string): Promise<MinisignSecretKey> {
  const text = await readTextIfThere(file);
  if (text === undefined) {
    const secret = newMinisignKey();
    await writeText(file, secretKeyFile(secret));
    return secret;
  }
  const secret = parseSecretKeyFile(text);
  if (!secret.ok) throw new HqFault('hq/damaged', file);
  return secret.value;
}

/**
 * Makes a headquarters in a folder: two age keys, a signing key, and the card for the offices, written last.
 * Started again after it was interrupted it goes on with the keys that are there.
 */
export function initHeadquarters(
  dataDir: string,
  { name, address, now = Date.now }: NewHeadquarters,
): Promise<Result<HeadquartersCard, HeadquartersRefusal>> {
  return hqRefusing(async () => {
    const folder = hqFolder(dataDir);
    if (!PlainName.safeParse(name).success) throw new HqFault('hq/bad-name');
    if ((await readTextIfThere(folder.card)) !== undefined) throw new HqFault('hq/already-there', dataDir);
    const madeAt = instantFromMs(now());
    await mkdir(folder.keys, { recursive: true, mode: 0o700 });
    await chmod(folder.keys, 0o700);
    for (const each of [folder.cards, folder.bundles, folder.staged, folder.receipts]) {
      await mkdir(each, { recursive: true });
    }
    const bundleRecipient = await ensureAgeKey(folder.bundleKey, madeAt);
    const sealedRecipient = await ensureAgeKey(folder.sealedKey, madeAt);
    const signing = publicKeyOf(await ensureSigningKey(folder.signingKey));
    await writeText(folder.signingPublicKey, publicKeyFile(signing));
    const card = HeadquartersCard.parse({
      format: 'phoenix-headquarters-card',
      version: 1,
      name,
      bundle_recipients: [bundleRecipient],
      sealed_recipient: sealedRecipient,
      signing_key: publicKeyText(signing),
      ...(address === undefined ? {} : { address }),
      made_at: madeAt,
    });
    await writeText(folder.card, `${JSON.stringify(card, null, 2)}\n`);
    return card;
  });
}
