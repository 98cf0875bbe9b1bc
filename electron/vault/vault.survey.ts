import path from 'node:path';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FilePort } from '#electron/files/file-port.ts';
import { atDisk, hasErrno, storageError } from '#electron/files/storage-error.ts';
import type { StoredFile, Vault, VaultError, VaultStats } from './vault.types.ts';

const FOLDER = /^[0-9a-f]{2}$/;
const FILE = /^[0-9a-f]{64}$/;

/** The part of the vault that goes over all files; anything else lying in the folder is none of its business. */
export function vaultSurvey(
  dir: string,
  files: FilePort,
  verifyName: (name: string) => Promise<Result<unknown, VaultError>>,
): Pick<Vault, 'storedFiles' | 'stats' | 'verifyAll'> {
  async function* storedFiles(): AsyncGenerator<StoredFile, void, undefined> {
    for (const folder of (await namesIn(dir, files)).filter(name => FOLDER.test(name))) {
      for (const name of (await namesIn(path.join(dir, folder), files)).filter(one => FILE.test(one))) {
        const file = path.join(dir, folder, name);
        yield { name, path: file, bytes: (await files.stat(file)).size };
      }
    }
  }

  return {
    storedFiles,
    stats: () =>
      atDisk(async () => {
        let stats: VaultStats = { files: 0, bytes: 0 };
        for await (const file of storedFiles()) stats = plus(stats, file);
        return stats;
      }),
    verifyAll: async ({ onProgress, signal } = {}) => {
      let done: VaultStats = { files: 0, bytes: 0 };
      const damaged: string[] = [];
      try {
        for await (const file of storedFiles()) {
          if (signal?.aborted) return ok({ ...done, damaged, cancelled: true });
          const checked = await verifyName(file.name);
          if (!checked.ok) {
            const { error } = checked;
            if (error.code === 'vault/damaged') damaged.push(file.name);
            else if (error.code !== 'vault/missing' && error.code !== 'vault/newer-version') {
              return err(error);
            }
          }
          done = plus(done, file);
          onProgress?.(done);
        }
      } catch (cause) {
        return err(storageError(cause));
      }
      return ok({ ...done, damaged, cancelled: false });
    },
  };
}

const plus = (stats: VaultStats, file: StoredFile): VaultStats => ({
  files: stats.files + 1,
  bytes: stats.bytes + file.bytes,
});

async function namesIn(dir: string, files: FilePort): Promise<readonly string[]> {
  try {
    return (await files.readdir(dir)).sort();
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT')) return [];
    throw cause;
  }
}
