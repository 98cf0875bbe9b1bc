import { open, readdir } from 'node:fs/promises';
import { hasErrno } from './storage-error.ts';

/** undefined where there is no such file; what is larger is cut, and so is none. */
export async function readSmallFile(file: string, most: number): Promise<Buffer | undefined> {
  try {
    const handle = await open(file);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(most + 1));
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT', 'ENOTDIR')) return undefined;
    throw cause;
  }
}

/** The plain files of a folder that are wanted, by name; none where there is no such folder. */
export async function filesIn(
  folder: string,
  isWanted: (name: string) => boolean,
  most: number,
): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(entry => entry.isFile() && isWanted(entry.name))
      .map(({ name }) => name)
      .sort()
      .slice(0, most);
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT', 'ENOTDIR')) return [];
    throw cause;
  }
}
