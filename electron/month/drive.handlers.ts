import os from 'node:os';
import { err, ok } from '#shared/core/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { DriveSource } from '../drives/drive.ts';
import type { DrivePresence } from '../drives/drive.presence.ts';
import type { Handle } from '../ipc/handle.ts';
import type { TakingParts } from '../transfers/take.transfers.ts';
import { pickUpFrom, verifyAgain } from './pick-up.ts';

/** By the clock of the journal, which a scenario may have turned. */
export const bootedMs = (desk: Desk): number => Date.parse(desk.now()) - os.uptime() * 1000;

export function handleDrives(
  handle: Handle,
  desk: Desk,
  { drives, readPdf }: { readonly drives: DriveSource } & TakingParts,
  presence: DrivePresence,
): void {
  handle('drives:list', async () => {
    const found = await drives.list();
    presence.look(found);
    return ok(
      found
        .filter(({ kind }) => kind === 'removable')
        .map(({ volume, label, free, total }) => ({ volume, label, free, total })),
    );
  });

  handle('drives:pick-up', async ({ volume }) => {
    const found = await drives.list();
    presence.look(found);
    const drive = found.find(each => each.volume === volume && each.kind === 'removable');
    if (!drive) return err({ code: 'bundles/drive-gone' });
    const verified = await verifyAgain(desk, drive, writtenMs => presence.isProof(volume, writtenMs));
    const taken = await pickUpFrom(desk, drive.path, { readPdf });
    if (!taken.ok) return taken;
    return ok({ ...taken.value, bundles: [...verified, ...taken.value.bundles] });
  });
}
