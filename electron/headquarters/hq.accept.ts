import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleFileName } from '#shared/bundle/bundle-name.ts';
import type { BundleImportCode } from '#shared/bundle/bundle.refusals.ts';
import type { ChainHead } from '#shared/bundle/event-chain.ts';
import type { Receipt } from '#shared/bundle/receipt.schema.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { syncFolder } from '#electron/files/sync-folder.ts';
import type { BundleLimits } from '#electron/bundles/bundle.limits.ts';
import { readBundle } from '#electron/bundles/bundle.reader.ts';
import type { StagedBundle } from '#electron/bundles/staged.bundle.ts';
import { placeInOrder, type Place } from './bundle-order.rules.ts';
import { HqFault } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import { findReceipt, writeReceipt, type ReceiptSubject } from './hq.receipts.ts';
import { namesIn, writeJson, writeLedger, type HqKeys } from './hq.store.ts';
import { withOffice, type AcceptedBundle, type Ledger, type LedgerOffice } from './ledger.schema.ts';

/** All that one import works with, under the lock. */
export interface HqSession {
  readonly dataDir: string;
  readonly keys: HqKeys;
  readonly limits: BundleLimits;
  readonly now: () => number;
  ledger: Ledger;
}

export const subjectOf = ({ info, sha256 }: Pick<StagedBundle, 'info' | 'sha256'>): ReceiptSubject => ({
  id: info.bundleId,
  sha256,
  office: info.officeCode,
  period: info.period,
  sequence: info.sequence,
});

export const placeOf = (office: LedgerOffice, bundle: StagedBundle): Place =>
  placeInOrder(office.bundles, {
    id: bundle.info.bundleId,
    sequence: bundle.info.sequence,
    previous: bundle.info.previous,
    chainBefore: bundle.chainBefore,
    chainAfter: bundle.chainAfter,
  });

export const keptName = ({ info }: Pick<StagedBundle, 'info'>): string =>
  bundleFileName({ code: info.officeCode, period: info.period, sequence: info.sequence });

/** From the rename on the bundle is received, whatever happens to what is made from it. */
export async function keepBundle(session: HqSession, copy: string, bundle: StagedBundle): Promise<void> {
  const folder = hqFolder(session.dataDir);
  const kept = folder.officeBundles(bundle.info.officeCode);
  await mkdir(kept, { recursive: true });
  await syncFolder(folder.bundles);
  await rename(copy, path.join(kept, keptName(bundle)));
  await syncFolder(kept);
}

/** Puts the unpacked content where the rest of the program finds it, with an index of what is what. */
async function publishStaged(session: HqSession, bundle: StagedBundle): Promise<void> {
  const office = path.join(hqFolder(session.dataDir).staged, bundle.info.officeCode);
  const target = path.join(office, bundle.info.bundleId);
  await writeJson(path.join(bundle.folder, 'index.json'), {
    info: bundle.info,
    sha256: bundle.sha256,
    files: Object.fromEntries(bundle.files),
  });
  await mkdir(office, { recursive: true });
  await rm(target, { recursive: true, force: true });
  await rename(bundle.folder, target);
}

/** Content, receipt, ledger: all made from a bundle that is kept, and made again if a crash came in between. */
export async function finishAccepted(
  session: HqSession,
  office: LedgerOffice,
  bundle: StagedBundle,
  chain: ChainHead,
): Promise<Receipt> {
  const subject = subjectOf(bundle);
  await publishStaged(session, bundle);
  const given = await findReceipt(session.dataDir, session.keys, subject);
  const receipt =
    given?.verdict === 'accepted'
      ? given
      : await writeReceipt(session.dataDir, session.keys, subject, {
          receivedAt: instantFromMs(session.now()),
          counts: bundle.counts,
        });
  const accepted: AcceptedBundle = {
    id: subject.id,
    sequence: subject.sequence,
    period: subject.period,
    sha256: subject.sha256,
    received_at: receipt.received_at,
    counts: bundle.counts,
    chain,
  };
  session.ledger = withOffice(session.ledger, { ...office, bundles: [...office.bundles, accepted] });
  await writeLedger(session.dataDir, session.ledger);
  return receipt;
}

export interface KeptProblem {
  readonly file: string;
  readonly code: BundleImportCode;
}

const expectedName = (office: LedgerOffice, { period, sequence }: AcceptedBundle): string =>
  bundleFileName({ code: office.card.code, period, sequence });

export const openBundle = (session: HqSession, file: string) =>
  readBundle(file, {
    identities: session.keys.identities,
    findSigningKey: code => session.ledger.offices.find(each => each.card.code === code)?.card.signing_key,
    stagingDir: hqFolder(session.dataDir).temporary,
    limits: session.limits,
  });

const sequenceOf = (name: string): number => Number(/_(\d+)\.bag\.zip\.age$/.exec(name)?.[1] ?? Infinity);

/**
 * Takes in what is kept of an office but not in the ledger: a crash came between, or the ledger was lost.
 * Stops at the first bundle that does not fit, since none after it can.
 */
export async function recoverOffice(
  session: HqSession,
  code: LedgerOffice['card']['code'],
): Promise<KeptProblem[]> {
  const folder = hqFolder(session.dataDir).officeBundles(code);
  const officeNow = (): LedgerOffice => {
    const office = session.ledger.offices.find(each => each.card.code === code);
    if (office === undefined) throw new HqFault('hq/damaged', code);
    return office;
  };
  const known = new Set(officeNow().bundles.map(bundle => expectedName(officeNow(), bundle)));
  const names = (await namesIn(folder)).filter(name => name.endsWith('.age') && !known.has(name));
  for (const name of [...names].sort((a, b) => sequenceOf(a) - sequenceOf(b))) {
    const file = path.join(folder, name);
    const read = await openBundle(session, file);
    if (!read.ok) return [{ file, code: read.error.code }];
    const place = placeOf(officeNow(), read.value);
    if (place.kind === 'refused') {
      await read.value.discard();
      return [{ file, code: place.code }];
    }
    await finishAccepted(session, officeNow(), read.value, place.head);
  }
  return [];
}
