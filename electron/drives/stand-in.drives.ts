import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Drive, DriveSource } from './drive.ts';

/** Every folder in this one is a drive. Moved away it is pulled out, moved back it is the same drive again. */
export function standInDrives(folder: string): DriveSource {
  const describe = async (name: string): Promise<Drive | undefined> => {
    const at = path.join(folder, name);
    const found = await Promise.all([stat(at), statfs(at)]).catch(() => undefined);
    if (!found?.[0].isDirectory()) return undefined;
    const [{ ino }, { bavail, bsize, blocks }] = found;
    return {
      ...{ volume: `stand-in-${ino}`, label: name, path: at, kind: 'removable', filesystem: 'ext4' },
      ...{ free: bavail * bsize, total: blocks * bsize },
    };
  };
  return {
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      return (await Promise.all(names.map(describe))).filter(drive => drive !== undefined);
    },
  };
}
