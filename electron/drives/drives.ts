import type { Drive, DriveSource } from './drive.ts';
import { linuxDrives } from './linux.drives.ts';
import { macDrives } from './mac.drives.ts';
import { standInDrives } from './stand-in.drives.ts';
import { windowsDrives } from './windows.drives.ts';

function ofSystem(platform: NodeJS.Platform): DriveSource {
  switch (platform) {
    case 'win32':
      return windowsDrives();
    case 'darwin':
      return macDrives;
    default:
      return linuxDrives;
  }
}

/** Where the system cannot be asked there is nothing to offer; a folder can still be chosen. */
export function drivesOf(platform: NodeJS.Platform, standIn: string | undefined): DriveSource {
  const source = standIn === undefined ? ofSystem(platform) : standInDrives(standIn);
  let asking: Promise<readonly Drive[]> | undefined;
  return {
    // Two questions at once are one: a slow answer must not pile up starts of PowerShell.
    list: () =>
      (asking ??= source
        .list()
        .catch((): readonly Drive[] => [])
        .finally(() => {
          asking = undefined;
        })),
  };
}
