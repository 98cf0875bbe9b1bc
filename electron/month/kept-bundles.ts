import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { BundleState } from '#shared/case/office.state.ts';
import type { BundleId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { realFiles } from '../files/file-port.ts';
import { atDisk, hasErrno } from '../files/storage-error.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { asFault } from '../ipc/handle.ts';

const isReceived = ({ receipt }: BundleState): boolean => receipt?.verdict === 'accepted';

/** The bundles that headquarters has and that take up room here still. A file may belong to one that replaced another. */
export async function removableBundles(desk: Desk): Promise<readonly BundleId[]> {
  const ledger = openedLedger(desk);
  const there = new Set(await readdir(ledger.places.outbox).catch((): string[] => [])); // Nothing was sealed yet.
  const { bundles } = await ledger.office();
  return bundles.filter(each => isReceived(each) && there.has(each.file)).map(({ id }) => id);
}

/** Headquarters said with its signature that it has the bundle: only then may the file here go. */
export async function removeBundle(desk: Desk, id: string): Promise<Reply<null>> {
  const ledger = openedLedger(desk);
  const bundle = (await ledger.office()).bundles.find(each => each.id === id);
  if (!bundle || !isReceived(bundle)) return err({ code: 'bundles/not-received' });
  const { outbox } = ledger.places;
  const removed = await atDisk(async () => {
    await realFiles.unlink(path.join(outbox, bundle.file)).catch((cause: unknown) => {
      if (!hasErrno(cause, 'ENOENT')) throw cause;
    });
    await realFiles.unlink(path.join(outbox, `${bundle.file}.sha256`)).catch((cause: unknown) => {
      if (!hasErrno(cause, 'ENOENT')) throw cause;
    });
    await syncFolder(outbox, realFiles);
  });
  return removed.ok ? ok(null) : err(asFault(removed.error));
}

/** Whether a bundle was removed here after it had been received: there is nothing to write any more. */
export async function wasRemoved(desk: Desk, bundle: BundleState): Promise<boolean> {
  const { outbox } = openedLedger(desk).places;
  return isReceived(bundle) && !(await readdir(outbox).catch((): string[] => [])).includes(bundle.file);
}
