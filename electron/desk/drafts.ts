import { createHmac } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import type { DraftAnswer } from '#shared/ipc/answers.ts';
import { atDisk, type StorageError } from '../files/storage-error.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { openSecret, sealSecret } from '../keys/secret.ts';
import type { UnlockedKeys } from '../keys/unlocked-keys.ts';

const Draft = z.strictObject({ id: z.string(), savedAt: Instant, text: z.string() });

/** Encrypted files outside the browser's store: what was typed survives even when the store does not. */
export interface Drafts {
  readonly save: (id: string, text: string, savedAt: Instant) => Promise<Result<void, StorageError>>;
  readonly list: () => Promise<Result<readonly DraftAnswer[], StorageError>>;
  readonly remove: (id: string) => Promise<Result<void, StorageError>>;
}

export function draftsIn(dir: string, keys: UnlockedKeys): Drafts {
  const fileOf = (id: string): string => {
    const key = keys.subkey('draft-names');
    const name = createHmac('sha256', key).update(id).digest('hex').slice(0, 32);
    key.fill(0);
    return path.join(dir, `${name}.draft`);
  };
  return {
    save: async (id, text, savedAt) => {
      const made = await atDisk(() => mkdir(dir, { recursive: true, mode: 0o700 }));
      if (!made.ok) return made;
      const bytes = Buffer.from(JSON.stringify({ id, savedAt, text }));
      return writeFileSafely(fileOf(id), sealSecret(keys, 'draft', bytes));
    },
    list: () =>
      atDisk(async () => {
        const names = await readdir(dir).catch(() => []); // No folder yet: no draft yet.
        const drafts: DraftAnswer[] = [];
        for (const name of names.filter(entry => entry.endsWith('.draft'))) {
          const bytes = openSecret(keys, 'draft', await readFile(path.join(dir, name)));
          // A draft that does not open was damaged on disk; the others are still worth showing.
          if (bytes) drafts.push(Draft.parse(JSON.parse(bytes.toString('utf8'))));
        }
        return drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      }),
    remove: id => atDisk(() => rm(fileOf(id), { force: true })),
  };
}
