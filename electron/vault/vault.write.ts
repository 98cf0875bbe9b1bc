import { createHash, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FileHandle, FilePort } from '#electron/files/file-port.ts';
import { atDisk, storageError } from '#electron/files/storage-error.ts';
import { writeAll } from '#electron/files/write-all.ts';
import { inChunks } from './vault.chunks.ts';
import {
  chunkAt,
  encodeHeader,
  fileKey,
  SALT_BYTES,
  sealChunk,
  storedName,
  type VaultKeys,
} from './vault.format.ts';
import type { PutError } from './vault.types.ts';

export interface Written {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
}

/** What the source throws, kept apart from what our own disk throws. */
class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
}

/**
 * Encrypts a source into a new file and syncs it. The header goes in last, because it names the hash of the
 * content: a file without one is no file. On any failure the file is deleted.
 */
export async function writeStored(
  file: string,
  source: AsyncIterable<Uint8Array>,
  keys: VaultKeys,
  options: { readonly files: FilePort; readonly limit: number },
): Promise<Result<Written, PutError>> {
  const { files, limit } = options;
  let handle: FileHandle | undefined;
  let done = false;
  try {
    handle = await files.open(file, 'wx', 0o600);
    const content = await writeContent(handle, source, keys, limit);
    if (!content) return err({ code: 'vault/too-large', limit });
    const { salt, sha256, plainBytes } = content;
    const name = storedName(keys, sha256);
    await writeAll(handle, encodeHeader(keys, name, { salt, plainBytes }), 0);
    await handle.sync();
    await handle.close();
    done = true;
    return ok({ sha256, name, bytes: plainBytes });
  } catch (cause) {
    if (cause instanceof SourceFailure) return err({ code: 'vault/source-failed', cause: cause.cause });
    return err(storageError(cause));
  } finally {
    if (!done) {
      await handle?.close().catch(() => undefined);
      await atDisk(() => files.unlink(file));
    }
  }
}

/** Undefined when there is more than `limit`. One chunk is written while the next is encrypted. */
async function writeContent(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  keys: VaultKeys,
  limit: number,
): Promise<{ salt: Buffer; sha256: string; plainBytes: number } | undefined> {
  const salt = randomBytes(SALT_BYTES);
  const key = fileKey(keys, salt);
  const hash = createHash('sha256');
  let plainBytes = 0;
  let index = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const { bytes, last } of inChunks(watched(source))) {
      plainBytes += bytes.length;
      if (plainBytes > limit) return undefined;
      hash.update(bytes);
      const box = sealChunk(key, index, last, bytes);
      await writing;
      writing = writeAll(handle, box, chunkAt(index));
      writing.catch(() => undefined);
      index++;
    }
  } finally {
    key.fill(0);
    await writing;
  }
  return { salt, sha256: hash.digest('hex'), plainBytes };
}

async function* watched(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await pieces.next().catch((cause: unknown) => {
        throw new SourceFailure('the source failed', { cause });
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}
