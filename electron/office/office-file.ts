import { z } from 'zod';
import { OfficeCode } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { readWithFallback } from '../files/read-with-fallback.ts';
import type { StorageError } from '../files/storage-error.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';

/** Raised when an older program could no longer read what is here. */
export const PROFILE_VERSION = 1;

/** The little that is readable without a key: what the lock screen shows, and which program wrote it. */
export const OfficeFile = z.strictObject({
  format: z.literal('phoenix-desk-office'),
  version: z.number().int().positive(),
  name: z.string().min(1),
  code: OfficeCode,
  /** Major version of the browser that last opened the working store: an older one would erase it. */
  runtime_major: z.number().int().nonnegative(),
});
export type OfficeFile = z.infer<typeof OfficeFile>;

const Versioned = z.looseObject({ format: z.literal('phoenix-desk-office'), version: z.number().int() });

export type OfficeFileError =
  | { readonly code: 'office/newer-profile'; readonly version: number }
  | { readonly code: 'office/damaged' }
  | StorageError;

function parse(bytes: Buffer): OfficeFile | { readonly newer: number } | undefined {
  try {
    const data: unknown = JSON.parse(bytes.toString('utf8'));
    const versioned = Versioned.safeParse(data);
    if (versioned.success && versioned.data.version > PROFILE_VERSION)
      return { newer: versioned.data.version };
    return OfficeFile.parse(data);
  } catch {
    return undefined; // Not JSON or not ours: the copy beside it is tried, then it is called damaged.
  }
}

/** undefined: there never was an office here. */
export async function readOfficeFile(file: string): Promise<Result<OfficeFile | undefined, OfficeFileError>> {
  const read = await readWithFallback(file, parse);
  if (!read.ok) {
    if (read.error.code === 'storage/missing') return ok(undefined);
    return err(read.error.code === 'storage/damaged' ? { code: 'office/damaged' } : read.error);
  }
  const { value } = read.value;
  return 'newer' in value ? err({ code: 'office/newer-profile', version: value.newer }) : ok(value);
}

export const writeOfficeFile = (file: string, office: OfficeFile): Promise<Result<void, StorageError>> =>
  writeFileSafely(file, Buffer.from(`${JSON.stringify(office, null, 2)}\n`), {
    keepPrevious: bytes => parse(bytes) !== undefined,
  });
