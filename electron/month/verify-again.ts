import path from 'node:path';
import { standingOf } from '#shared/case/bundle.standing.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import { newEventId } from '#shared/core/ids.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { BundleAnswer } from '#shared/ipc/answers.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { verifyWritten } from '../bundles/bundle.copies.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { officeActor } from '../desk/office-actor.ts';

type Outcome = BundleAnswer['bundles'][number];

/** Reads a bundle again where it was written to, and records that it is there unchanged. */
export async function verifyAt(
  desk: Desk,
  bundle: BundleState,
  folder: string,
): Promise<Result<string, { readonly code: FaultCode; readonly cause?: unknown }>> {
  const ledger = openedLedger(desk);
  const file = path.join(folder, bundle.file);
  const verified = await verifyWritten(file, { expectedSha256: bundle.sha256 });
  if (!verified.ok) return verified;
  const recorded = await ledger.append([
    {
      ...officeActor(desk, await ledger.office(), 'records-officer', newEventId(desk.ids)),
      type: 'bundle-written',
      bundle: bundle.id,
      state: 'verified',
    },
  ]);
  if (!recorded.ok) return recorded;
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok(file);
}

/** The bundles that were written to this drive and are to be looked at now that it is back. */
export async function verifyAgain(
  desk: Desk,
  drive: { readonly volume: string; readonly path: string },
  isProof: (writtenMs: number) => boolean,
): Promise<readonly Outcome[]> {
  const { bundles } = await openedLedger(desk).office();
  const outcomes: Outcome[] = [];
  for (const bundle of bundles) {
    const { id, period, file, volume, writtenAt } = bundle;
    const { state } = standingOf(bundles, bundle);
    if (state !== 'written' || volume !== drive.volume || writtenAt === undefined) continue;
    if (!isProof(Date.parse(writtenAt))) continue;
    const verified = await verifyAt(desk, bundle, drive.path);
    const base = { bundle: id, period, file };
    outcomes.push(
      verified.ok
        ? { ...base, outcome: 'verified' }
        : { ...base, outcome: 'refused', code: verified.error.code },
    );
  }
  return outcomes;
}
