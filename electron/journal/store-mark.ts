import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { ok, type Result } from '#shared/core/result.ts';
import { realFiles, type FilePort } from '#electron/files/file-port.ts';
import { atDisk, hasErrno, type StorageError } from '#electron/files/storage-error.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';

/**
 * What is known outside IndexedDB about the working store in it. Chromium answers damage with a new, empty
 * database and no error: only against this mark is that noticed.
 */
export const StoreMark = z.strictObject({
  storeId: z.string().min(1).max(64),
  projectionVersion: z.int().min(0),
  /** The last journal record that was projected into the store. */
  head: z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Rows that must be there, by the caller's count. */
  count: z.int().min(0),
  /** An older runtime that opens the store of a newer one erases it. */
  runtimeMajor: z.int().min(0),
});
export type StoreMark = z.infer<typeof StoreMark>;

export type ReadMark =
  | { readonly state: 'missing' }
  | { readonly state: 'present'; readonly mark: StoreMark }
  | { readonly state: 'damaged' };

const fileIn = (dir: string): string => path.join(dir, 'store.mark');

const checkOf = (mark: StoreMark): string => createHash('sha256').update(canonicalJson(mark)).digest('hex');

/** For a store that is meant to be made anew. */
export const forgetStoreMark = (dir: string): Promise<Result<void, StorageError>> =>
  atDisk(() => rm(fileIn(dir), { force: true }));

/** Synced before it answers, so callers do not write it at every save: one that lags behind is harmless. */
export function writeStoreMark(
  dir: string,
  mark: StoreMark,
  files: FilePort = realFiles,
): Promise<Result<void, StorageError>> {
  const bytes = Buffer.from(`${JSON.stringify({ version: 1, mark, check: checkOf(mark) })}\n`);
  return writeFileSafely(fileIn(dir), bytes, { files });
}

/** A damaged mark proves that there was a store, though not which: its reader rebuilds and never starts anew. */
export async function readStoreMark(
  dir: string,
  files: FilePort = realFiles,
): Promise<Result<ReadMark, StorageError>> {
  const bytes = await atDisk(() => files.readFile(fileIn(dir)));
  if (!bytes.ok) return hasErrno(bytes.error.cause, 'ENOENT') ? ok({ state: 'missing' }) : bytes;
  const mark = parseMark(bytes.value);
  return ok(mark ? { state: 'present', mark } : { state: 'damaged' });
}

const StoredMark = z.object({ version: z.literal(1), mark: StoreMark, check: z.string() });

function parseMark(bytes: Buffer): StoreMark | undefined {
  try {
    const { mark, check } = StoredMark.parse(JSON.parse(bytes.toString('utf8')));
    return checkOf(mark) === check ? mark : undefined;
  } catch {
    return undefined;
  }
}
