import { readdir, readFile, readlink, realpath, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Drive, DriveSource } from './drive.ts';

export interface Mount {
  readonly device: string;
  readonly path: string;
  readonly filesystem: string;
}

/** Blanks and the like stand as three octal digits of their bytes. */
function unescaped(text: string): string {
  const bytes: number[] = [];
  const raw = Buffer.from(text);
  for (let at = 0; at < raw.length; at += 1) {
    const octal = /^\\([0-7]{3})/.exec(raw.toString('latin1', at, at + 4));
    if (octal) {
      bytes.push(Number.parseInt(octal[1] ?? '', 8));
      at += 3;
    } else bytes.push(raw[at] ?? 0);
  }
  return Buffer.from(bytes).toString('utf8');
}

/** The lines of `/proc/mounts`; see proc(5) and fstab(5). */
export const parseMounts = (text: string): readonly Mount[] =>
  text.split('\n').flatMap(line => {
    const [device, at, filesystem] = line.split(' ');
    if (device === undefined || at === undefined || filesystem === undefined) return [];
    return [{ device: unescaped(device), path: unescaped(at), filesystem }];
  });

const NETWORK = /^(cifs|smb3|smbfs|nfs4?|davfs|fuse\.(sshfs|gvfsd-fuse|davfs2?))$/;

/** Where desktops mount what is plugged in. A hard disk in a USB case does not call itself removable. */
const PLUGGED = /^\/(run\/media|media)\//;

export type MountKind = Drive['kind'] | 'fixed';

export function kindOf({ device, path: at, filesystem }: Mount, removable: boolean): MountKind {
  if (NETWORK.test(filesystem)) return 'network';
  if (!device.startsWith('/dev/')) return 'fixed';
  return removable || PLUGGED.test(at) ? 'removable' : 'fixed';
}

/** udev writes signs of a label that a name may not have as `\x20`. */
export const labelOf = (name: string): string =>
  Buffer.from(
    name.replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    /\\x[89a-f]/i.test(name) ? 'latin1' : 'utf8',
  ).toString('utf8');

/** A partition says nothing itself: its disk does, which is the folder above. */
async function isRemovable(device: string): Promise<boolean> {
  try {
    const block = await realpath(path.join('/sys/class/block', path.basename(await realpath(device))));
    const own = await readFile(path.join(block, 'removable'), 'utf8').catch(() => undefined);
    return (own ?? (await readFile(path.join(block, '..', 'removable'), 'utf8'))).trim() === '1';
  } catch {
    return false; // Not a disk that the system knows by that name.
  }
}

/** Names that udev gives to devices: by what is written on them. */
async function namesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const pairs = names.map(async name => {
    const to = await readlink(path.join(folder, name)).catch(() => '');
    return [path.basename(to), name] as const;
  });
  return new Map(await Promise.all(pairs));
}

async function describe(
  mount: Mount,
  kind: Drive['kind'],
  names: { readonly ids: ReadonlyMap<string, string>; readonly labels: ReadonlyMap<string, string> },
): Promise<Drive | undefined> {
  const device = path.basename(await realpath(mount.device).catch(() => mount.device));
  const space = await statfs(mount.path).catch(() => undefined); // Pulled out in this moment.
  if (!space) return undefined;
  const label = names.labels.get(device);
  return {
    volume: names.ids.get(device) ?? mount.device,
    label: label === undefined ? path.basename(mount.path) : labelOf(label),
    ...{ path: mount.path, kind, filesystem: mount.filesystem },
    ...{ free: space.bavail * space.bsize, total: space.blocks * space.bsize },
  };
}

export const linuxDrives: DriveSource = {
  list: async () => {
    const [ids, labels] = await Promise.all([namesOf('/dev/disk/by-uuid'), namesOf('/dev/disk/by-label')]);
    const drives: Drive[] = [];
    for (const mount of parseMounts(await readFile('/proc/mounts', 'utf8'))) {
      const kind = kindOf(mount, await isRemovable(mount.device));
      // A server that does not answer would hold up everything: what is on the network is not asked for its space.
      if (kind === 'fixed') continue;
      const drive = kind === 'network' ? networkDrive(mount) : await describe(mount, kind, { ids, labels });
      if (drive && !drives.some(({ volume }) => volume === drive.volume)) drives.push(drive);
    }
    return drives;
  },
};

const networkDrive = ({ device, path: at, filesystem }: Mount): Drive => ({
  ...{ volume: device, label: path.basename(at), path: at, kind: 'network', filesystem },
  ...{ free: 0, total: 0 },
});
