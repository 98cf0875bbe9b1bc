import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { HeadquartersCard, SpkiPin } from '#shared/bundle/headquarters-card.schema.ts';
import { CaText } from '#shared/outbox/network.settings.ts';
import { isUsableAddress } from '#shared/outbox/address.rules.ts';
import type { Result } from '#shared/core/result.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { HqFault, hqRefusing } from '../hq.fault.ts';
import { hqFolder } from '../hq.folder.ts';
import { withLock } from '../hq.lock.ts';
import type { HeadquartersRefusal } from '../hq.refusals.ts';
import { readCard, writeJson } from '../hq.store.ts';

export interface NewAddress {
  readonly address: string;
  /** Files whose keys are pinned: certificates, or public keys of those to come. */
  readonly pinned: readonly string[];
  /** Of a private authority. */
  readonly ca?: string;
}

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw isSystemError(cause) ? new HqFault('hq/bad-certificate', file, cause) : cause;
  }
}

/** Of a certificate or a public key in PEM. */
export function spkiPin(pem: string): string {
  const key = pem.includes('BEGIN CERTIFICATE') ? new X509Certificate(pem).publicKey : createPublicKey(pem);
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

async function pinOf(file: string): Promise<string> {
  const pem = await readPem(file);
  try {
    return SpkiPin.parse(spkiPin(pem));
  } catch (cause) {
    throw new HqFault('hq/bad-certificate', file, cause);
  }
}

async function readCa(file: string): Promise<string> {
  const ca = CaText.safeParse(await readPem(file));
  if (!ca.success) throw new HqFault('hq/bad-certificate', file, ca.error);
  return ca.data;
}

/** Writes onto the card where offices send to, and how they know that it is the right place. Keys stay. */
export function setAddress(
  dataDir: string,
  { address, pinned, ca }: NewAddress,
): Promise<Result<HeadquartersCard, HeadquartersRefusal>> {
  return hqRefusing(async () => {
    if (!isUsableAddress(address)) throw new HqFault('hq/bad-address', address);
    const pins = await Promise.all(pinned.map(pinOf));
    const caText = ca === undefined ? undefined : await readCa(ca);
    return withLock(hqFolder(dataDir).lock, async () => {
      // What is left undefined is written no more: pins and authority belong to the address.
      const card = HeadquartersCard.parse({
        ...(await readCard(dataDir)),
        ...{ address, pins: pins.length === 0 ? undefined : pins, ca: caText },
      });
      await writeJson(hqFolder(dataDir).card, card);
      return card;
    });
  });
}
