import type { ReceiptCode } from '#shared/bundle/bundle.refusals.ts';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { Receipt } from '#shared/bundle/receipt.schema.ts';
import type { BundleId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { parsePublicKey, verifyMinisign } from '#electron/keys/minisign.ts';
import { parsePlainJson } from './ndjson.reader.ts';

/** A receipt is some hundred bytes; a file far over that is none. */
const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 8;

export interface ReceiptExpectation {
  readonly bundleId: BundleId;
  /** Of the `.age` file as it was written here. */
  readonly sha256: string;
}

export interface ReceiptRefusal {
  readonly code: ReceiptCode;
}

const refused = (code: ReceiptCode): { readonly ok: false; readonly error: ReceiptRefusal } => err({ code });

/**
 * Believes a receipt when the headquarters of this card signed it and it is about exactly the file that was
 * written here. Only then may the local copy of the bundle go. A receipt that says `rejected` is genuine too.
 */
export async function importReceipt(
  receiptJson: Uint8Array,
  minisig: string,
  card: Pick<HeadquartersCard, 'signing_key'>,
  expected: ReceiptExpectation,
): Promise<Result<Receipt, ReceiptRefusal>> {
  if (receiptJson.length > MAX_BYTES) return refused('receipt/malformed');
  const key = parsePublicKey(card.signing_key);
  if (!key.ok) return refused('receipt/other-key');
  const verdict = await verifyMinisign(key.value, receiptJson, minisig);
  if (!verdict.ok) return refused(SIGNATURE_CODES[verdict.error]);
  const receipt = Receipt.safeParse(parsePlainJson(receiptJson, { depth: MAX_DEPTH }));
  if (!receipt.success) return refused('receipt/malformed');
  if (receipt.data.bundle_id !== expected.bundleId) return refused('receipt/other-bundle');
  if (receipt.data.sha256 !== expected.sha256) return refused('receipt/other-file');
  return ok(receipt.data);
}

const SIGNATURE_CODES = {
  'minisign/malformed-key': 'receipt/other-key',
  'minisign/malformed-signature': 'receipt/malformed',
  'minisign/other-key': 'receipt/other-key',
  'minisign/bad-signature': 'receipt/bad-signature',
} as const;
