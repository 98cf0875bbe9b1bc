import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { DraftAnswer } from '#shared/ipc/answers.ts';
import type { StorageError } from '../files/storage-error.ts';
import type { UnlockedKeys } from '../keys/unlocked-keys.ts';
import { sealedEntries } from './sealed-entries.ts';

const Draft = z.strictObject({ id: z.string(), savedAt: Instant, text: z.string() });

/** Encrypted files outside the browser's store: what was typed survives even when the store does not. */
export interface Drafts {
  readonly save: (id: string, text: string, savedAt: Instant) => Promise<Result<void, StorageError>>;
  readonly list: () => Promise<Result<readonly DraftAnswer[], StorageError>>;
  readonly remove: (id: string) => Promise<Result<void, StorageError>>;
}

export function draftsIn(dir: string, keys: UnlockedKeys): Drafts {
  const entries = sealedEntries(dir, keys, { label: 'draft', names: 'draft-names', suffix: '.draft' });
  return {
    save: (id, text, savedAt) => entries.save(id, { id, savedAt, text }),
    list: async () => {
      const found = await entries.list();
      if (!found.ok) return found;
      const drafts = found.value.map(entry => Draft.parse(entry));
      return ok(drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)));
    },
    remove: entries.remove,
  };
}
