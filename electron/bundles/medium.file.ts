import { createHash } from 'node:crypto';
import path from 'node:path';
import type { BundleWriteCode } from '#shared/bundle/bundle.refusals.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { realFiles, type FileHandle, type FilePort } from '#electron/files/file-port.ts';
import { PassingHash } from '#electron/files/hash-thread.ts';
import { retryWhileBusy } from '#electron/files/retry-while-busy.ts';
import { hasErrno, isSystemError, storageError } from '#electron/files/storage-error.ts';
import { syncFolder } from '#electron/files/sync-folder.ts';
import { writeAll } from '#electron/files/write-all.ts';
import { ahead, fileChunks, gathered } from './byte-chunks.ts';
import { BundleFault } from './bundle.fault.ts';
import type { BundleTarget, BundleWriteRefusal, WrittenBundle } from './bundle.input.ts';

/** Asked from or given to the medium at once. */
const BLOCK = 1024 * 1024;
/** Written before the medium is asked to put it down. */
const FLUSH = 16 * BLOCK;

export const PART_SUFFIX = '.part';
export const CHECKSUM_SUFFIX = '.sha256';

/** What the medium refused. FAT32 answers EFBIG at 4 GiB. */
function mediumFault(cause: unknown): BundleFault {
  if (hasErrno(cause, 'EFBIG')) return new BundleFault('bundle/target-limit', '', cause);
  return new BundleFault(mediumCode(cause), '', cause);
}

function mediumCode(cause: unknown): BundleWriteCode {
  const { code } = storageError(cause);
  switch (code) {
    case 'storage/disk-full':
      return 'bundle/disk-full';
    case 'storage/read-only':
    case 'storage/denied':
      return 'bundle/target-refused';
    case 'storage/gone':
    case 'storage/damaged':
      return 'bundle/target-gone';
  }
}

/** The edge of the medium: what the system throws inside becomes a refusal. */
export async function onMedium<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw isSystemError(cause) ? mediumFault(cause) : cause;
  }
}

/** Turns a fault into the Result of a public function; a bug stays thrown. */
export async function refusing<T>(action: () => Promise<T>): Promise<Result<T, BundleWriteRefusal>> {
  try {
    return ok(await action());
  } catch (cause) {
    if (!(cause instanceof BundleFault)) throw cause;
    const code = cause.code as BundleWriteCode;
    const detail = cause.detail === '' ? {} : { detail: cause.detail };
    return err({ code, ...detail, ...(cause.cause === undefined ? {} : { cause: cause.cause }) });
  }
}

const stopIfCancelled = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new BundleFault('bundle/cancelled');
};

/** SHA-256 and length of a file as the system gives it back now. */
export function hashFile(
  file: string,
  { files = realFiles, signal, onProgress }: Omit<BundleTarget, 'directory'> = {},
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  return onMedium(async () => {
    const handle = await files.open(file, 'r');
    try {
      const hash = createHash('sha256');
      const { size } = await handle.stat();
      let bytes = 0;
      for await (const block of ahead(fileChunks(handle, { start: 0, end: size, size: BLOCK }))) {
        stopIfCancelled(signal);
        hash.update(block);
        bytes += block.length;
        onProgress?.({ phase: 'reading-back', bytes, total: size });
      }
      return { sha256: hash.digest('hex'), bytes };
    } finally {
      await handle.close();
    }
  });
}

interface FlushBehind {
  readonly after: (written: number) => Promise<void>;
  /** A failure is told once by the system: whoever does not wait for it here never hears of it. */
  readonly end: () => Promise<void>;
}

/**
 * Has the medium put down what was written so far while more is made. Left to the end, a slow stick would stand at
 * 100 % for minutes, and could not be told to stop.
 */
function flushBehind(handle: FileHandle): FlushBehind {
  let unflushed = 0;
  let underWay: Promise<void> = Promise.resolve();
  return {
    after: async written => {
      unflushed += written;
      if (unflushed < FLUSH) return;
      unflushed = 0;
      await underWay;
      underWay = handle.datasync();
      // Until it is awaited a failure is not to count as unhandled.
      underWay.catch(() => undefined);
    },
    end: () => underWay,
  };
}

async function writePart(
  part: string,
  content: AsyncIterable<Uint8Array>,
  { files = realFiles, signal, onProgress }: BundleTarget,
  least: number,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = new PassingHash();
  let bytes = 0;
  const handle = await onMedium(() => files.open(part, 'wx', 0o644));
  const flush = flushBehind(handle);
  let synced = false;
  try {
    for await (const block of ahead(gathered(content, BLOCK))) {
      stopIfCancelled(signal);
      await onMedium(() => writeAll(handle, block, bytes));
      await hash.update(block);
      bytes += block.length;
      await onMedium(() => flush.after(block.length));
      onProgress?.({ phase: 'writing', bytes, total: Math.max(bytes, least) });
    }
    stopIfCancelled(signal);
    await onMedium(async () => {
      await flush.end();
      await handle.sync();
    });
    synced = true;
  } finally {
    if (!synced) hash.drop();
    // After a failure the first reason counts, not that closing fails too.
    await onMedium(() => handle.close()).catch((cause: unknown) => {
      if (synced) throw cause;
    });
  }
  return { sha256: await hash.digest(), bytes };
}

/** Removes what is there of a bundle that was not finished; a medium that has gone cannot be cleaned. */
async function removeAll(paths: readonly string[], files: FilePort): Promise<void> {
  for (const each of paths) await files.unlink(each).catch(() => undefined);
}

async function writeSmall(file: string, text: string, files: FilePort): Promise<void> {
  const handle = await files.open(file + PART_SUFFIX, 'w', 0o644);
  try {
    await writeAll(handle, Buffer.from(text), 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await retryWhileBusy(() => files.rename(file + PART_SUFFIX, file));
}

/** The checksum beside a file, as `sha256sum -c` reads it; it survives a power cut. */
export async function writeChecksum(file: string, sha256: string, files: FilePort): Promise<void> {
  await writeSmall(file + CHECKSUM_SUFFIX, `${sha256}  ${path.basename(file)}\n`, files);
  await syncFolder(path.dirname(file), files);
}

const isThere = (file: string, files: FilePort): Promise<boolean> =>
  onMedium(async () => {
    try {
      await files.stat(file);
      return true;
    } catch (cause) {
      if (hasErrno(cause, 'ENOENT')) return false;
      throw cause;
    }
  });

export interface Expected {
  readonly sha256?: string;
  /** At least so many bytes. */
  readonly bytes: number;
}

/**
 * Puts a file on a medium so that nothing half-written ever has its name, whatever happens: `.part`, fsync,
 * rename, checksum last, then read back and compare. On any refusal everything it made is removed again.
 */
export async function putOnMedium(
  name: string,
  content: AsyncIterable<Uint8Array>,
  target: BundleTarget,
  expected: Expected,
): Promise<WrittenBundle> {
  const { files = realFiles, directory, replace = false } = target;
  const file = path.join(directory, name);
  const part = file + PART_SUFFIX;
  const checksum = file + CHECKSUM_SUFFIX;
  if (!(await isThere(directory, files))) throw new BundleFault('bundle/target-gone', directory);
  if (!replace && (await isThere(file, files))) throw new BundleFault('bundle/exists', name);
  await removeAll([part, checksum + PART_SUFFIX], files);
  const made = [part];
  try {
    const written = await writePart(part, content, target, expected.bytes);
    if (written.sha256 !== (expected.sha256 ?? written.sha256)) {
      throw new BundleFault('bundle/source-changed', name);
    }
    // From here on the old file is gone; its checksum must not vouch for the new one.
    if (replace) await removeAll([checksum], files);
    made.push(file, checksum, checksum + PART_SUFFIX);
    await onMedium(async () => {
      await retryWhileBusy(() => files.rename(part, file));
      await syncFolder(directory, files);
      await writeChecksum(file, written.sha256, files);
    });
    const back = await hashFile(file, target);
    if (back.sha256 !== written.sha256 || back.bytes !== written.bytes) {
      throw new BundleFault('bundle/verify-failed', name);
    }
    return { state: 'written', path: file, ...written };
  } catch (cause) {
    await removeAll(made, files);
    throw cause;
  }
}
