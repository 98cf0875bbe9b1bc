import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Drive, DriveSource } from './drive.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" },
};

/** The flat pairs of a property list, which is all that `diskutil info` says of a volume. */
export function parsePlist(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(
    /<key>([^<]*)<\/key>\s*(?:<(?:string|integer|real)>([^<]*)<\/\w+>|<(true|false)\/>)/g,
  );
  return new Map(
    [...pairs].map(([, key = '', value, flag]) => [
      key,
      (value ?? flag ?? '').replace(/&\w+;/g, entity => ENTITIES[entity] ?? entity),
    ]),
  );
}

const NETWORK = new Set(['smbfs', 'nfs', 'afpfs', 'webdav']);

export function driveOf(plist: string): Drive | undefined {
  const of = parsePlist(plist);
  const at = of.get('MountPoint');
  const filesystem = of.get('FilesystemType') ?? '';
  if (!at) return undefined;
  const external =
    of.get('RemovableMediaOrExternalDevice') === 'true' ||
    of.get('Internal') === 'false' ||
    of.get('RemovableMedia') === 'true';
  if (!external && !NETWORK.has(filesystem)) return undefined;
  return {
    volume: of.get('VolumeUUID') ?? of.get('DiskUUID') ?? at,
    label: of.get('VolumeName') || path.posix.basename(at),
    path: at,
    kind: NETWORK.has(filesystem) ? 'network' : 'removable',
    filesystem,
    free: Number(of.get('FreeSpace') ?? 0),
    total: Number(of.get('TotalSize') ?? 0),
  };
}

const VOLUMES = '/Volumes';

const infoOf = (folder: string): Promise<string> =>
  new Promise(resolve => {
    execFile('/usr/sbin/diskutil', ['info', '-plist', folder], { timeout: 10_000 }, (fault, out) => {
      // A volume that goes away in this moment is no drive any more.
      resolve(fault ? '' : out);
    });
  });

export const macDrives: DriveSource = {
  list: async () => {
    const names = await readdir(VOLUMES);
    const drives = await Promise.all(
      names.map(async name => driveOf(await infoOf(path.join(VOLUMES, name)))),
    );
    return drives.filter(drive => drive !== undefined);
  },
};
