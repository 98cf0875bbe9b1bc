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
import { officeActor } from './office-actor.ts';

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

/** Takes in the receipts of all bundles still waiting for one; only a verified signature counts. */
export async function importReceipts(desk: Desk, dialogs: Dialogs): Promise<Reply<BundleAnswer>> {
  const folder = await dialogs.chooseFolder('回执在哪个文件夹');
  if (folder === undefined) return ok({ bundles: [], cancelled: true });
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  const { headquarters } = office;
  if (!headquarters) return err({ code: 'bundles/no-headquarters' });

  const outcomes: Outcome[] = [];
  for (const bundle of office.bundles.filter(({ receipt }) => receipt === undefined)) {
    const json = await readFirst(candidates(folder, receiptFileName(bundle.id)));
    const signature = await readFirst(candidates(folder, receiptSignatureName(bundle.id)));
    if (!json || !signature) continue;
    const receipt = await importReceipt(json, signature.toString('utf8'), headquarters, {
      bundleId: bundle.id,
      sha256: bundle.sha256,
    });
    const base = { bundle: bundle.id, period: bundle.period, file: bundle.file };
    if (!receipt.ok) {
      outcomes.push({ ...base, outcome: 'refused', code: receipt.error.code });
      continue;
    }
    const { verdict, reasons, received_at } = receipt.value;
    const recorded = await ledger.append([
      {
        ...officeActor(desk, office, 'records-officer', newEventId(desk.ids)),
        type: 'receipt-accepted',
        bundle: bundle.id,
        verdict,
        received_at,
        reasons: reasons.map(({ sentence }) => sentence),
      },
    ]);
    if (!recorded.ok) return err(asFault(recorded.error));
    desk.notify('journal:appended', { seq: recorded.value.seq });
    outcomes.push({ ...base, outcome: verdict });
  }
  return outcomes.length === 0
    ? err({ code: 'bundles/no-receipt' })
    : ok({ bundles: outcomes, cancelled: false });
}

export const bundleById = (bundles: readonly BundleState[], id: string): BundleState | undefined =>
  bundles.find(bundle => bundle.id === id);
