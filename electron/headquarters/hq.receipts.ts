import path from 'node:path';
import type { BundleImportCode } from '#shared/bundle/bundle.refusals.ts';
import {
  Receipt,
  receiptFileName,
  receiptSignatureName,
  type BundleCounts,
} from '#shared/bundle/receipt.schema.ts';
import type { BundleId, OfficeCode } from '#shared/core/ids.ts';
import { msOf, type Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import { publicKeyOf, publicKeyText, signMinisign } from '#electron/keys/minisign.ts';
import { importReceipt } from '#electron/bundles/receipt.ts';
import { orStorageFault } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import { readTextIfThere } from './hq.init.ts';
import { sentenceOf } from './hq.refusals.ts';
import { jsonText, parseJson, type HqKeys } from './hq.store.ts';

/** What a receipt is about. */
export interface ReceiptSubject {
  readonly id: BundleId;
  readonly sha256: string;
  readonly office: OfficeCode;
  readonly period: PlainMonth;
  readonly sequence: number;
}

export interface ReceiptVerdict {
  readonly receivedAt: Instant;
  readonly refused?: { readonly code: BundleImportCode; readonly detail?: string };
  readonly counts: BundleCounts | null;
}

export const receiptPath = (dataDir: string, id: BundleId): string =>
  path.join(hqFolder(dataDir).receipts, receiptFileName(id));

/** The receipt that was given for this very file, if it is there and whole. */
export async function findReceipt(
  dataDir: string,
  keys: HqKeys,
  subject: Pick<ReceiptSubject, 'id' | 'sha256'>,
): Promise<Receipt | undefined> {
  const json = await readTextIfThere(receiptPath(dataDir, subject.id));
  const minisig = await readTextIfThere(
    path.join(hqFolder(dataDir).receipts, receiptSignatureName(subject.id)),
  );
  if (json === undefined || minisig === undefined) return undefined;
  const card = { signing_key: publicKeyText(publicKeyOf(keys.signing)) };
  const expected = { bundleId: subject.id, sha256: subject.sha256 };
  const receipt = await importReceipt(Buffer.from(json), minisig, card, expected);
  return receipt.ok ? receipt.value : undefined;
}

/** Whether a receipt was ever given that says so; even one whose signature got lost must not be replaced. */
export async function wasAccepted(dataDir: string, id: BundleId): Promise<boolean> {
  const json = await readTextIfThere(receiptPath(dataDir, id));
  return Receipt.safeParse(parseJson(json ?? '')).data?.verdict === 'accepted';
}

function makeReceipt(keys: HqKeys, subject: ReceiptSubject, verdict: ReceiptVerdict): Receipt {
  const { refused } = verdict;
  const reasons = refused === undefined ? [] : [{ ...refused, sentence: sentenceOf(refused.code).zh }];
  return Receipt.parse({
    format: 'phoenix-receipt',
    version: 1,
    headquarters: keys.card.name,
    bundle_id: subject.id,
    sha256: subject.sha256,
    office: subject.office,
    period: subject.period,
    sequence: subject.sequence,
    received_at: verdict.receivedAt,
    verdict: refused === undefined ? 'accepted' : 'rejected',
    reasons,
    counts: verdict.counts,
  });
}

/** Signs and writes a receipt. The same bundle, time and verdict give the same bytes. */
export async function writeReceipt(
  dataDir: string,
  keys: HqKeys,
  subject: ReceiptSubject,
  verdict: ReceiptVerdict,
): Promise<Receipt> {
  const receipt = makeReceipt(keys, subject, verdict);
  const bytes = Buffer.from(jsonText(receipt));
  const seconds = Math.floor(msOf(verdict.receivedAt) / 1000);
  const comment = `timestamp:${seconds}\treceipt:${subject.id}\tverdict:${receipt.verdict}`;
  const signature = Buffer.from(await signMinisign(keys.signing, bytes, comment));
  const { receipts } = hqFolder(dataDir);
  orStorageFault(await writeFileSafely(path.join(receipts, receiptFileName(subject.id)), bytes));
  orStorageFault(await writeFileSafely(path.join(receipts, receiptSignatureName(subject.id)), signature));
  return receipt;
}
