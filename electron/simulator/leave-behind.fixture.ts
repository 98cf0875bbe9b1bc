import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Above the most that Linux gives out. */
const NOBODY = 4_194_305;
const A_MINUTE_AGO_S = 60;

/**
 * All processes here have one number. Of one that died, its locks bear a number nobody has, and whatever it left of
 * them is not of just now: nobody starts a program again within the second.
 */
export async function leaveBehind(folder: string, lock: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []); // It died before it made the folder.
  for (const name of names.filter(each => each.startsWith(lock))) {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(String(process.pid), String(NOBODY)));
    const then = Date.now() / 1000 - A_MINUTE_AGO_S;
    await utimes(file, then, then);
  }
}
