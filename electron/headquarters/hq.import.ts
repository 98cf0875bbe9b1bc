import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BundleImportCode } from '#shared/bundle/bundle.refusals.ts';
import type { BundleCounts, Receipt } from '#shared/bundle/receipt.schema.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { BundleFault } from '#electron/bundles/bundle.fault.ts';
import { DEFAULT_LIMITS, type BundleLimits } from '#electron/bundles/bundle.limits.ts';
import type { BundleSender, StagedBundle } from '#electron/bundles/staged.bundle.ts';
import { copyIn } from './copy-in.ts';
import { hqRefusalOf } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import type { Clock } from './hq.init.ts';
import { withLock } from './hq.lock.ts';
import {
  finishAccepted,
  keepBundle,
  openBundle,
  placeOf,
  recoverOffice,
  subjectOf,
  type HqSession,
} from './hq.accept.ts';
import { findReceipt, receiptPath, wasAccepted, writeReceipt, type ReceiptSubject } from './hq.receipts.ts';
import type { ImportRefusal } from './hq.refusals.ts';
import { readKeys, readLedger } from './hq.store.ts';
import { findOffice, type AcceptedBundle, type Ledger, type LedgerOffice } from './ledger.schema.ts';

export interface ImportOutcome {
  readonly state: 'accepted' | 'already-there';
  readonly receipt: Receipt;
  readonly receiptFile: string;
}

export interface ImportOptions extends Clock {
  readonly limits?: BundleLimits;
}

/** What a session starts from: the ledger on disk unless said otherwise. */
export type SessionOptions = ImportOptions & { readonly ledger?: Ledger };

export type ImportResult = Result<ImportOutcome, ImportRefusal>;

/** Runs under the lock with an empty folder for temporary files, which is empty again afterwards. */
export function inSession<T>(
  dataDir: string,
  { now = Date.now, limits = DEFAULT_LIMITS, ledger }: SessionOptions,
  action: (session: HqSession) => Promise<T>,
): Promise<T> {
  const folder = hqFolder(dataDir);
  return readKeys(dataDir).then(keys =>
    withLock(folder.lock, async () => {
      await rm(folder.temporary, { recursive: true, force: true });
      await mkdir(folder.temporary, { recursive: true, mode: 0o700 });
      try {
        return await action({ dataDir, keys, limits, now, ledger: ledger ?? (await readLedger(dataDir)) });
      } finally {
        await rm(folder.temporary, { recursive: true, force: true });
      }
    }),
  );
}

function findAccepted(session: HqSession, sha256: string) {
  for (const office of session.ledger.offices) {
    const bundle = office.bundles.find(each => each.sha256 === sha256);
    if (bundle !== undefined) return { office, bundle };
  }
  return undefined;
}

const acceptedSubject = (office: LedgerOffice, bundle: AcceptedBundle): ReceiptSubject => ({
  id: bundle.id,
  sha256: bundle.sha256,
  office: office.card.code,
  period: bundle.period,
  sequence: bundle.sequence,
});

/** The same bundle again: nothing changes, and the answer is the same receipt, made again if it was lost. */
async function answerAgain(
  { dataDir, keys }: HqSession,
  { office, bundle }: { readonly office: LedgerOffice; readonly bundle: AcceptedBundle },
): Promise<ImportOutcome> {
  const subject = acceptedSubject(office, bundle);
  const receipt =
    (await findReceipt(dataDir, keys, subject)) ??
    (await writeReceipt(dataDir, keys, subject, { receivedAt: bundle.received_at, counts: bundle.counts }));
  return { state: 'already-there', receipt, receiptFile: receiptPath(dataDir, subject.id) };
}

/**
 * A signed refusal, for a sender who is proven: nobody else can make this headquarters sign anything, and a
 * receipt that says a bundle was accepted is never replaced.
 */
async function answerRefused(
  session: HqSession,
  sender: BundleSender,
  sha256: string,
  refused: { readonly code: BundleImportCode; readonly detail?: string },
  counts: BundleCounts | null,
): Promise<ImportRefusal> {
  const mayAnswer = sender.authenticated && refused.code !== 'bundle/staging-failed';
  if (!mayAnswer || (await wasAccepted(session.dataDir, sender.bundleId))) return { ...refused, sender };
  const subject = {
    id: sender.bundleId,
    sha256,
    office: sender.code,
    period: sender.period,
    sequence: sender.sequence,
  };
  const receivedAt = instantFromMs(session.now());
  await writeReceipt(session.dataDir, session.keys, subject, { receivedAt, refused, counts });
  return { ...refused, sender, receipt: sender.bundleId };
}

async function takeIn(session: HqSession, copy: string, bundle: StagedBundle): Promise<ImportResult> {
  const { officeCode: code, officeName: name, bundleId, period, sequence } = bundle.info;
  await recoverOffice(session, code);
  const again = findAccepted(session, bundle.sha256);
  const office = findOffice(session.ledger, code);
  if (office === undefined) throw new Error('a bundle was read for an office that is not enrolled');
  if (again !== undefined) {
    await bundle.discard();
    return ok(await answerAgain(session, again));
  }
  const place = placeOf(office, bundle);
  if (place.kind === 'refused') {
    await bundle.discard();
    const sender = { code, name, bundleId, period, sequence, authenticated: true };
    const refused = { code: place.code, detail: place.detail };
    return err(await answerRefused(session, sender, bundle.sha256, refused, bundle.counts));
  }
  await keepBundle(session, copy, bundle);
  const receipt = await finishAccepted(session, office, bundle, place.head);
  return ok({ state: 'accepted', receipt, receiptFile: receiptPath(session.dataDir, subjectOf(bundle).id) });
}

async function importInto(session: HqSession, file: string): Promise<ImportResult> {
  const copy = path.join(hqFolder(session.dataDir).temporary, 'incoming.age');
  const sha256 = await copyIn(file, copy, session.limits.fileBytes);
  const again = findAccepted(session, sha256);
  if (again !== undefined) return ok(await answerAgain(session, again));
  const read = await openBundle(session, copy);
  if (read.ok) return takeIn(session, copy, read.value);
  const { sender, cause, ...refused } = read.error;
  const withCause = cause === undefined ? {} : { cause };
  if (sender === undefined) return err({ ...refused, ...withCause });
  return err({ ...(await answerRefused(session, sender, sha256, refused, null)), ...withCause });
}

/**
 * Takes a bundle in: copy, check, order, keep, unpack, receipt, ledger. Killed at any point, the next import
 * goes on from what is kept. A refused bundle changes nothing but, for a proven sender, a signed refusal.
 */
export async function importBundle(
  file: string,
  dataDir: string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  try {
    return await inSession(dataDir, options, session => importInto(session, file));
  } catch (cause) {
    if (cause instanceof BundleFault) {
      const detail = cause.detail === '' ? {} : { detail: cause.detail };
      return err({ code: cause.code as BundleImportCode, ...detail, cause: cause.cause });
    }
    return err(hqRefusalOf(cause));
  }
}
