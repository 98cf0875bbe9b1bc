import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { receiptFileName, receiptSignatureName } from '#shared/bundle/receipt.schema.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { BundleAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { importReceipt } from '../bundles/receipt.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { asFault } from '../ipc/handle.ts';
import { officeActor } from '../desk/office-actor.ts';

type Outcome = BundleAnswer['bundles'][number];

/** Places in a folder where a receipt may lie: beside the bundles, or as headquarters keeps them. */
const candidates = (folder: string, name: string): readonly string[] =>
  ['.', 'receipts'].map(sub => path.join(folder, sub, name));

async function readFirst(files: readonly string[]): Promise<Buffer | undefined> {
  for (const file of files) {
    const bytes = await readFile(file).catch(() => undefined); // Not there: the next place is tried.
    if (bytes) return bytes;
  }
  return undefined;
}

/**
 * Takes in one receipt, wherever it came from. Only a signature of the enrolled headquarters counts, over exactly the
 * file that was made here; what it says is then recorded.
 */
export async function takeReceipt(
  desk: Desk,
  bundle: BundleState,
  receipt: { readonly json: Uint8Array; readonly signature: string },
): Promise<Reply<Outcome>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const { headquarters } = office;
  if (!headquarters) return err({ code: 'bundles/no-headquarters' });
  const base = { bundle: bundle.id, period: bundle.period, file: bundle.file };
  const expected = { bundleId: bundle.id, sha256: bundle.sha256 };
  const read = await importReceipt(receipt.json, receipt.signature, headquarters, expected);
  if (!read.ok) return ok({ ...base, outcome: 'refused', code: read.error.code });
  const { verdict, reasons, received_at } = read.value;
  const { receipt: before } = bundle;
  const isKnown = before?.verdict === verdict && before.receivedAt === received_at;
  // What was received once stays so, whatever an older receipt says that lay about.
  if (isKnown || before?.verdict === 'accepted') return ok({ ...base, outcome: 'known' });
  const recorded = await ledger.append([
    {
      ...officeActor(desk, office, 'records-officer', newEventId(desk.ids)),
      type: 'receipt-accepted',
      bundle: bundle.id,
      verdict,
      received_at,
      reasons: reasons.map(({ sentence }) => sentence),
      codes: reasons.map(({ code }) => code),
    },
  ]);
  if (!recorded.ok) return err(asFault(recorded.error));
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok({ ...base, outcome: verdict });
}

/** The receipts in a folder of all bundles that were not received yet; one sent back may be taken after all. */
export async function takeReceiptsFrom(desk: Desk, folder: string): Promise<Reply<readonly Outcome[]>> {
  const { bundles } = await openedLedger(desk).office();
  const outcomes: Outcome[] = [];
  for (const bundle of bundles.filter(({ receipt }) => receipt?.verdict !== 'accepted')) {
    const json = await readFirst(candidates(folder, receiptFileName(bundle.id)));
    const signature = await readFirst(candidates(folder, receiptSignatureName(bundle.id)));
    if (!json || !signature) continue;
    const taken = await takeReceipt(desk, bundle, { json, signature: signature.toString('utf8') });
    if (!taken.ok) return taken;
    if (taken.value.outcome !== 'known') outcomes.push(taken.value);
  }
  return ok(outcomes);
}

export async function importReceipts(desk: Desk, dialogs: Dialogs): Promise<Reply<BundleAnswer>> {
  const folder = await dialogs.chooseFolder('回执在哪个文件夹');
  if (folder === undefined) return ok({ bundles: [], cancelled: true });
  const { headquarters } = await openedLedger(desk).office();
  if (!headquarters) return err({ code: 'bundles/no-headquarters' });
  const taken = await takeReceiptsFrom(desk, folder);
  if (!taken.ok) return taken;
  return taken.value.length === 0
    ? err({ code: 'bundles/no-receipt' })
    : ok({ bundles: taken.value, cancelled: false });
}

export const bundleById = (bundles: readonly BundleState[], id: string): BundleState | undefined =>
  bundles.find(bundle => bundle.id === id);
