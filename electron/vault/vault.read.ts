import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FileHandle, FilePort } from '#electron/files/file-port.ts';
import { hasErrno, storageError } from '#electron/files/storage-error.ts';
import { readAll } from '#electron/files/write-all.ts';
import {
  boxBytes,
  chunkAt,
  chunkCount,
  fileKey,
  HEADER_BYTES,
  openChunk,
  parseHeader,
  storedBytes,
  storedName,
  type VaultHeader,
  type VaultKeys,
} from './vault.format.ts';
import { VaultFault, type StoredPart, type VaultError } from './vault.types.ts';

export interface OpenStored {
  readonly handle: FileHandle;
  readonly header: VaultHeader;
}

/** Name, length and seal of the header are checked here, before any content is. The caller closes the handle. */
export async function openStored(
  file: string,
  name: string,
  keys: VaultKeys,
  files: FilePort,
): Promise<Result<OpenStored, VaultError>> {
  let handle: FileHandle | undefined;
  let keep = false;
  try {
    handle = await files.open(file, 'r');
    const bytes = Buffer.alloc(HEADER_BYTES);
    const length = await readAll(handle, bytes, 0);
    const parsed = parseHeader(keys, name, bytes.subarray(0, length));
    if (parsed.kind === 'newer') return err({ code: 'vault/newer-version', version: parsed.version });
    if (parsed.kind === 'damaged') return err({ code: 'vault/damaged' });
    const { size } = await handle.stat();
    if (size !== storedBytes(parsed.header.plainBytes)) return err({ code: 'vault/damaged' });
    keep = true;
    return ok({ handle, header: parsed.header });
  } catch (cause) {
    return err(hasErrno(cause, 'ENOENT') ? { code: 'vault/missing' } : storageError(cause));
  } finally {
    if (!keep) await handle?.close();
  }
}

/** The plain content in chunks, each checked before it is given out, the next one being read meanwhile. */
export async function* plainChunks(
  { handle, header }: OpenStored,
  keys: VaultKeys,
): AsyncGenerator<Buffer, void, undefined> {
  const key = fileKey(keys, header.salt);
  const count = chunkCount(header.plainBytes);
  const readBox = async (index: number): Promise<Buffer> => {
    const box = Buffer.allocUnsafe(boxBytes(header.plainBytes, index));
    const length = await readAll(handle, box, chunkAt(index));
    if (length < box.length) throw new VaultFault({ code: 'vault/damaged' });
    return box;
  };
  let ahead = readBox(0);
  try {
    for (let index = 0; index < count; index++) {
      const box = await ahead;
      if (index + 1 < count) {
        ahead = readBox(index + 1);
        // Whoever stops early leaves this one unread; its failure is then nobody's business.
        ahead.catch(() => undefined);
      }
      const plain = openChunk(key, index, index + 1 === count, box);
      if (!plain) throw new VaultFault({ code: 'vault/damaged' });
      yield plain;
    }
  } catch (cause) {
    throw cause instanceof VaultFault ? cause : new VaultFault(storageError(cause));
  } finally {
    key.fill(0);
    await handle.close();
  }
}

/** One chunk, checked; nothing where there is no such one. Closes the handle. */
export async function plainChunk(
  { handle, header }: OpenStored,
  keys: VaultKeys,
  index: number,
): Promise<Result<StoredPart, VaultError>> {
  const total = header.plainBytes;
  const parts = chunkCount(total);
  const key = fileKey(keys, header.salt);
  try {
    if (index >= parts) return ok({ bytes: Buffer.alloc(0), parts, total });
    const box = Buffer.allocUnsafe(boxBytes(total, index));
    const length = await readAll(handle, box, chunkAt(index));
    const bytes = length < box.length ? undefined : openChunk(key, index, index + 1 === parts, box);
    return bytes ? ok({ bytes, parts, total }) : err({ code: 'vault/damaged' });
  } catch (cause) {
    return err(storageError(cause));
  } finally {
    key.fill(0);
    await handle.close();
  }
}

/** Reads it to the end; the hash of the plain content must be the one the file is named after. */
export async function verifyStored(
  file: string,
  name: string,
  keys: VaultKeys,
  files: FilePort,
): Promise<Result<{ readonly bytes: number }, VaultError>> {
  const opened = await openStored(file, name, keys, files);
  if (!opened.ok) return opened;
  const hash = createHash('sha256');
  try {
    for await (const chunk of plainChunks(opened.value, keys)) hash.update(chunk);
  } catch (cause) {
    if (cause instanceof VaultFault) return err(cause.error);
    throw cause;
  }
  if (storedName(keys, hash.digest('hex')) !== name) return err({ code: 'vault/damaged' });
  return ok({ bytes: opened.value.header.plainBytes });
}
