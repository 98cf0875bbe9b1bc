import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Result } from '#shared/core/result.ts';
import { realFiles, type FilePort } from './file-port.ts';
import { previousOf } from './read-with-fallback.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import { atDisk, hasErrno, type StorageError } from './storage-error.ts';
import { syncFolder } from './sync-folder.ts';
import { writeAll } from './write-all.ts';

export interface WriteOptions {
  readonly files?: FilePort;
  /**
   * Keep what the file held as `<path>.bak`, if this says it is intact: a damaged file must not push out the
   * last good generation.
   */
  readonly keepPrevious?: (bytes: Buffer) => boolean;
}

/**
 * After a power cut the file holds the old bytes or the new ones, never a mixture, and with `keepPrevious`
 * there is at no moment fewer than one good generation. A failed fsync leaves the temporary file's content
 * unknown, so it is thrown away and never synced again.
 */
export function writeFileSafely(
  file: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<Result<void, StorageError>> {
  const { files = realFiles, keepPrevious } = options;
  return atDisk(async () => {
    if (keepPrevious) {
      const current = await readIfThere(file, files);
      if (current && keepPrevious(current)) await replaceFile(previousOf(file), current, files);
    }
    await replaceFile(file, bytes, files);
  });
}

async function replaceFile(file: string, bytes: Uint8Array, files: FilePort): Promise<void> {
  const dir = path.dirname(file);
  const temporary = path.join(dir, `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await files.open(temporary, 'wx', 0o600);
    try {
      await writeAll(handle, bytes, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await retryWhileBusy(() => files.rename(temporary, file));
  } catch (cause) {
    await files.unlink(temporary).catch(() => undefined);
    throw cause;
  }
  await syncFolder(dir, files);
}

async function readIfThere(file: string, files: FilePort): Promise<Buffer | undefined> {
  try {
    return await files.readFile(file);
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT', 'EIO')) return undefined;
    throw cause;
  }
}
