import { err, ok } from '#shared/core/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { DriveSource } from '../drives/drive.ts';
import type { DrivePresence } from '../drives/drive.presence.ts';
import type { Handle } from '../ipc/handle.ts';
import type { TakingParts } from '../transfers/take.transfers.ts';
import { verifyAgain } from '../month/verify-again.ts';
import { pickUpFrom } from './pick-up.ts';

export interface DriveParts extends TakingParts {
  readonly drives: DriveSource;
  readonly presence: DrivePresence;
}

/** Which drives are plugged in, and everything that is done by itself when one comes back. */
export function handleDrives(handle: Handle, desk: Desk, { drives, presence, readPdf }: DriveParts): void {
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
