import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface ProfileFile {
  readonly file: string;
  readonly bytes: Buffer;
}

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Every file of a profile. The browser, also one that is just ending, clears away what it needs no more meanwhile. */
export async function* profileFiles(profile: string): AsyncGenerator<ProfileFile> {
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch((error: unknown) => {
      if (isGone(error)) return undefined;
      throw error;
    });
    if (bytes) yield { file, bytes };
  }
}
