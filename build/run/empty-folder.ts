import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Lies in every folder that a run has made, and says that the next run may empty it. */
export const MARKER = '.phoenix-run';

/** A folder that a person may have put things into is never emptied. */
export class FolderInUse extends Error {}

const isInside = (inner: string, outer: string): boolean => {
  const way = path.relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
};

/**
 * Makes the folder empty for a run: one that is not there, is empty, or was made by a run before. The folder the
 * command was given in, its parents and the person's home are never touched.
 */
export async function emptyForRun(folder: string): Promise<void> {
  const place = path.resolve(folder);
  for (const kept of [process.cwd(), os.homedir()])
    if (isInside(kept, place)) throw new FolderInUse(`${place} 是正在用的文件夹，不能清空。换一个 --out`);
  const found = await stat(place).catch(() => undefined);
  if (found && !found.isDirectory()) throw new FolderInUse(`${place} 是一个文件，换一个 --out`);
  const names = found ? await readdir(place) : [];
  if (names.length > 0 && !names.includes(MARKER))
    throw new FolderInUse(`${place} 里有别的东西，不能清空。换一个空文件夹作 --out`);
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, MARKER), '');
}
