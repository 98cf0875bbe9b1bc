import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#shared/core/result.ts';
import { PART_SUFFIX } from '../bundles/medium.file.ts';
import { isFat, MOST_ON_FAT } from './drive.ts';

/** What a file system keeps for itself: names, tables, and blocks that are not full. */
const MARGIN = 1.1;

/** statfs(2): the type of FAT on Linux. */
const MSDOS_SUPER_MAGIC = 0x4d44;

export type RoomRefusal =
  | { readonly code: 'bundles/drive-small'; readonly needed: string; readonly free: string }
  | { readonly code: 'bundle/target-limit' };

export interface RoomNeeded {
  readonly name: string;
  readonly bytes: number;
  /** As the system named it, where the folder lies on a drive it told of. */
  readonly filesystem?: string | undefined;
}

const MEGABYTE = 1_000_000;
/** Rounded the safe way: what is needed up, what is there down. */
const spoken = (bytes: number, round: (n: number) => number): string => `${round(bytes / MEGABYTE)} MB`;

/** Whether a bundle goes onto a drive, looked at before a byte is written. A drive that has gone says so when written to. */
export async function roomFor(
  folder: string,
  { name, bytes, filesystem = '' }: RoomNeeded,
): Promise<Result<null, RoomRefusal>> {
  const space = await statfs(folder).catch(() => undefined);
  if (!space) return ok(null);
  const fat = isFat(filesystem) || (process.platform === 'linux' && space.type === MSDOS_SUPER_MAGIC);
  if (fat && bytes > MOST_ON_FAT) return err({ code: 'bundle/target-limit' });
  const sizeOf = (file: string): Promise<number> =>
    stat(path.join(folder, file)).then(
      ({ size }) => size,
      () => 0, // Not there.
    );
  // Most likely the same one: it is read and left as it is.
  if ((await sizeOf(name)) === bytes) return ok(null);
  // Left behind by a drive that was pulled out; writing removes it first.
  const free = space.bavail * space.bsize + (await sizeOf(name + PART_SUFFIX));
  const needed = Math.ceil(bytes * MARGIN);
  if (free >= needed) return ok(null);
  return err({
    code: 'bundles/drive-small',
    needed: spoken(needed, Math.ceil),
    free: spoken(free, Math.floor),
  });
}
