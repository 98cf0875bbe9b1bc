import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Receipt, receiptFileName, receiptSignatureName } from '#shared/bundle/receipt.schema.ts';
import { BundleId, type OfficeCode } from '#shared/core/ids.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { healthReply, NONCE } from '#shared/outbox/headquarters.answers.ts';
import { signMinisign } from '#electron/keys/minisign.ts';
import { hqFolder } from '../hq.folder.ts';
import { readTextIfThere } from '../hq.init.ts';
import { namesIn, parseJson, type HqKeys } from '../hq.store.ts';
import { findNotTaken, type UploadIntake } from './upload.intake.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const NOT_FOUND: Answer = { status: 404, body: { state: 'unknown' } };

/** Proves that it is this headquarters that answers, and no page that a network puts in its place. */
export async function answerHealth(keys: HqKeys, nonce: string | null, nowMs: number): Promise<Answer> {
  if (nonce === null || !NONCE.test(nonce)) return { status: 400, body: { state: 'no-nonce' } };
  const reply = healthReply(nonce, instantFromMs(nowMs));
  const minisig = await signMinisign(keys.signing, Buffer.from(reply), 'health');
  return { status: 200, body: { reply, minisig } };
}

/** A receipt as it was signed, byte for byte, for the office it was written for and nobody else. */
export async function answerReceipt(
  dataDir: string,
  office: OfficeCode,
  name: string,
  intake: Pick<UploadIntake, 'has'>,
): Promise<Answer> {
  const id = BundleId.safeParse(name);
  if (!id.success) return NOT_FOUND;
  // A receipt is signed before the ledger is written: it is told when all of the import is done.
  if (intake.has(id.data)) return { status: 202, body: { state: 'waiting' } };
  const { receipts } = hqFolder(dataDir);
  const json = await readTextIfThere(path.join(receipts, receiptFileName(id.data)));
  const minisig = await readTextIfThere(path.join(receipts, receiptSignatureName(id.data)));
  if (json !== undefined && minisig !== undefined) {
    const receipt = Receipt.safeParse(parseJson(json)).data;
    if (receipt?.office === office) return { status: 200, body: { state: 'signed', receipt: json, minisig } };
  }
  const note = await findNotTaken(dataDir, office, id.data);
  if (note) return { status: 422, body: { state: 'not-taken', code: note.code, sentence: note.sentence } };
  return NOT_FOUND;
}

const ORDER_SUFFIX = '.order.json';
const MOST_ORDERS = 100;

/** Orders 督办 that came after the one the office knows, oldest first; their ids sort by time. */
export async function answerOrders(
  dataDir: string,
  office: OfficeCode,
  after: string | null,
): Promise<Answer> {
  const folder = hqFolder(dataDir).officeOrders(office);
  const ids = (await namesIn(folder))
    .filter(name => name.endsWith(ORDER_SUFFIX))
    .map(name => name.slice(0, -ORDER_SUFFIX.length))
    .filter(id => id > (after ?? ''));
  const orders: { id: string; order: string; minisig: string }[] = [];
  for (const id of ids.slice(0, MOST_ORDERS)) {
    const minisig = await readTextIfThere(path.join(folder, `${id}${ORDER_SUFFIX}.minisig`));
    // Its signature is written last.
    if (minisig === undefined) continue;
    orders.push({ id, order: await readFile(path.join(folder, id + ORDER_SUFFIX), 'utf8'), minisig });
  }
  return { status: 200, body: { orders, more: ids.length > MOST_ORDERS } };
}
