import { createHmac } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '#shared/core/result.ts';
import { atDisk, type StorageError } from '../files/storage-error.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { openSecret, sealSecret } from '../keys/secret.ts';
import type { SubkeySource } from '../keys/unlocked-keys.ts';

export interface EntriesKind {
  /** Bound to the bytes: no entry can be taken for one of another kind. */
  readonly label: string;
  /** Of the key that makes the names of the files. */
  readonly names: string;
  /** With its dot. */
  readonly suffix: string;
}

/** Small encrypted files in one folder, each under a name that tells nothing. */
export interface SealedEntries {
  readonly save: (id: string, entry: unknown) => Promise<Result<void, StorageError>>;
  /** Those that open, in no order. */
  readonly list: () => Promise<Result<readonly unknown[], StorageError>>;
  readonly remove: (id: string) => Promise<Result<void, StorageError>>;
}

export function sealedEntries(dir: string, keys: SubkeySource, kind: EntriesKind): SealedEntries {
  const fileOf = (id: string): string => {
    const key = keys.subkey(kind.names);
    const name = createHmac('sha256', key).update(id).digest('hex').slice(0, 32);
    key.fill(0);
    return path.join(dir, `${name}${kind.suffix}`);
  };
  return {
    save: async (id, entry) => {
      const made = await atDisk(() => mkdir(dir, { recursive: true, mode: 0o700 }));
      if (!made.ok) return made;
      const bytes = Buffer.from(JSON.stringify(entry));
      return writeFileSafely(fileOf(id), sealSecret(keys, kind.label, bytes));
    },
    list: () =>
      atDisk(async () => {
        const names = await readdir(dir).catch(() => []); // No folder yet: nothing in it yet.
        const entries: unknown[] = [];
        for (const name of names.filter(entry => entry.endsWith(kind.suffix))) {
          const bytes = openSecret(keys, kind.label, await readFile(path.join(dir, name)));
          // What does not open was damaged on disk; the others are still worth showing.
          if (bytes) entries.push(JSON.parse(bytes.toString('utf8')));
        }
        return entries;
      }),
    remove: id => atDisk(() => rm(fileOf(id), { force: true })),
  };
}
