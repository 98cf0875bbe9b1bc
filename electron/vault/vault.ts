import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { realFiles, type FilePort } from '#electron/files/file-port.ts';
import { onePiece } from '#electron/files/one-piece.ts';
import { retryWhileBusy } from '#electron/files/retry-while-busy.ts';
import { atDisk, hasErrno } from '#electron/files/storage-error.ts';
import { syncFolder } from '#electron/files/sync-folder.ts';
import { CHUNK_BYTES, storedName, type VaultKeys } from './vault.format.ts';
import { openStored, plainChunk, plainChunks, verifyStored } from './vault.read.ts';
import { vaultSurvey } from './vault.survey.ts';
import {
  VaultFault,
  type PutError,
  type PutOptions,
  type Stored,
  type Vault,
  type VaultError,
} from './vault.types.ts';
import { writeStored } from './vault.write.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Attachments and printed papers as encrypted files, named after their content. Nothing on the disk is touched
 * until something is put or asked for.
 */
export function vaultAt(
  dir: string,
  source: { subkey(label: string): Buffer },
  files: FilePort = realFiles,
): Vault {
  const keys: VaultKeys = {
    content: source.subkey('vault'),
    name: source.subkey('vault-name'),
    mac: source.subkey('vault-mac'),
  };
  let closed = false;
  const nameOf = (sha256: string): string => {
    invariant(!closed, 'the vault was used after closing');
    invariant(SHA256.test(sha256), 'a SHA-256 is 64 small hexadecimal digits');
    return storedName(keys, sha256);
  };
  const unfinished = path.join(dir, 'tmp');
  const folderOf = (name: string): string => path.join(dir, name.slice(0, 2));
  const fileOf = (name: string): string => path.join(folderOf(name), name);
  const verifyName = (name: string): Promise<Result<{ readonly bytes: number }, VaultError>> =>
    verifyStored(fileOf(name), name, keys, files);

  /** Rename into place; a new folder must itself survive a power cut. */
  const keep = (temporary: string, name: string): Promise<Result<void, PutError>> =>
    atDisk(async () => {
      const made = await files.mkdir(folderOf(name), { recursive: true, mode: 0o700 });
      await retryWhileBusy(() => files.rename(temporary, fileOf(name)));
      await syncFolder(folderOf(name), files);
      if (made !== undefined) await syncFolder(dir, files);
    });

  const putNew = async (
    content: AsyncIterable<Uint8Array>,
    limit: number,
  ): Promise<Result<Stored, PutError>> => {
    const made = await atDisk(() => files.mkdir(unfinished, { recursive: true, mode: 0o700 }));
    if (!made.ok) return made;
    const temporary = path.join(unfinished, randomBytes(12).toString('hex'));
    const written = await writeStored(temporary, content, keys, { files, limit });
    if (!written.ok) return written;
    const { sha256, name, bytes } = written.value;
    const present = await verifyName(name);
    if (present.ok || present.error.code === 'vault/newer-version') {
      await atDisk(() => files.unlink(temporary));
      return ok({ sha256, bytes, added: false });
    }
    const kept = await keep(temporary, name);
    if (!kept.ok) await atDisk(() => files.unlink(temporary));
    return kept.ok ? ok({ sha256, bytes, added: true }) : kept;
  };

  const put = async (
    content: Uint8Array | AsyncIterable<Uint8Array>,
    { limit = Infinity }: PutOptions = {},
  ): Promise<Result<Stored, PutError>> => {
    invariant(!closed, 'the vault was used after closing');
    if (!(content instanceof Uint8Array)) return putNew(content, limit);
    if (content.length > limit) return err({ code: 'vault/too-large', limit });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const present = await verifyName(nameOf(sha256));
    if (present.ok) return ok({ sha256, bytes: content.length, added: false });
    return putNew(onePiece(content), limit);
  };

  const get = async (sha256: string): Promise<Result<Readable, VaultError>> => {
    const name = nameOf(sha256);
    const opened = await openStored(fileOf(name), name, keys, files);
    if (!opened.ok) return opened;
    const { handle } = opened.value;
    const chunks = plainChunks(opened.value, keys);
    const stream = Readable.from(chunks, { objectMode: false, highWaterMark: CHUNK_BYTES });
    // A stream that is destroyed before it is read never enters the generator that would close the file.
    stream.once('close', () => void handle.close());
    return ok(stream);
  };

  const getBytes = async (sha256: string): Promise<Result<Buffer, VaultError>> => {
    const name = nameOf(sha256);
    const opened = await openStored(fileOf(name), name, keys, files);
    if (!opened.ok) return opened;
    const parts: Buffer[] = [];
    try {
      for await (const chunk of plainChunks(opened.value, keys)) parts.push(chunk);
    } catch (cause) {
      if (cause instanceof VaultFault) return err(cause.error);
      throw cause;
    }
    return ok(Buffer.concat(parts));
  };

  return {
    put,
    get,
    getBytes,
    getPart: async (sha256, index) => {
      const name = nameOf(sha256);
      const opened = await openStored(fileOf(name), name, keys, files);
      return opened.ok ? plainChunk(opened.value, keys, index) : opened;
    },
    has: sha256 =>
      files.stat(fileOf(nameOf(sha256))).then(
        () => true,
        () => false,
      ),
    verify: async sha256 => verifyName(nameOf(sha256)),
    ...vaultSurvey(dir, files, verifyName),
    clearUnfinished: () =>
      atDisk(async () => {
        for (const name of await files.readdir(unfinished).catch(noFolder)) {
          await files.unlink(path.join(unfinished, name));
        }
      }),
    close: () => {
      closed = true;
      for (const key of Object.values(keys) as Buffer[]) key.fill(0);
    },
  };
}

function noFolder(cause: unknown): string[] {
  if (hasErrno(cause, 'ENOENT')) return [];
  throw cause;
}
