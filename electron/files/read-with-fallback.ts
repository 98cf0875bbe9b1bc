import { err, ok, type Result } from '#shared/core/result.ts';
import { realFiles, type FilePort } from './file-port.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import { hasErrno, storageError, type StorageError } from './storage-error.ts';

export type ReadError = { readonly code: 'storage/missing' } | StorageError;

export interface ReadValue<T> {
  readonly value: T;
  readonly from: 'primary' | 'previous';
}

export const previousOf = (file: string): string => `${file}.bak`;

/**
 * Reads the file, or its previous generation when the file is missing, unreadable or not understood by `parse`
 * (which answers undefined then). A file that merely may not be opened now is no reason to go back a generation.
 */
export async function readWithFallback<T>(
  file: string,
  parse: (bytes: Buffer) => T | undefined,
  files: FilePort = realFiles,
): Promise<Result<ReadValue<T>, ReadError>> {
  let found = false;
  for (const from of ['primary', 'previous'] as const) {
    const name = from === 'primary' ? file : previousOf(file);
    try {
      const bytes = await retryWhileBusy(() => files.readFile(name));
      found = true;
      const value = parse(bytes);
      if (value !== undefined) return ok({ value, from });
    } catch (cause) {
      const error = storageError(cause);
      if (error.code === 'storage/denied') return err(error);
      found ||= !hasErrno(cause, 'ENOENT');
    }
  }
  return err({ code: found ? 'storage/damaged' : 'storage/missing' });
}
