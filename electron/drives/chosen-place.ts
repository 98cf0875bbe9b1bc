import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Drive } from './drive.ts';

export type PlaceDoubt = 'system' | 'network';

const isUnder = (folder: string, root: string): boolean => {
  const relative = path.relative(root, folder);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
};

/** The drive a folder lies on, if it is one of these. */
export const driveAt = (folder: string, drives: readonly Drive[]): Drive | undefined =>
  drives
    .filter(({ path: root }) => isUnder(folder, root))
    .toSorted((a, b) => b.path.length - a.path.length)[0];

const diskOf = (folder: string): Promise<number | undefined> =>
  stat(folder).then(
    ({ dev }) => dev,
    () => undefined, // Gone: writing says so.
  );

/** Why a chosen folder may not be what was meant: on the disk of this PC, or on another computer. */
export async function doubtOf(
  folder: string,
  drives: readonly Drive[],
  own: string,
): Promise<PlaceDoubt | undefined> {
  const drive = driveAt(folder, drives);
  if (drive) return drive.kind === 'network' ? 'network' : undefined;
  if (folder.startsWith('\\\\')) return 'network';
  const disk = await diskOf(folder);
  const system = await Promise.all([own, path.parse(own).root].map(diskOf));
  return disk !== undefined && system.includes(disk) ? 'system' : undefined;
}
