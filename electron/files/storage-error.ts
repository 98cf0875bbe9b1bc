import { err, ok, type Result } from '#shared/core/result.ts';

export const STORAGE_ERROR_CODES = [
  'storage/disk-full',
  'storage/read-only',
  'storage/gone',
  'storage/denied',
  'storage/damaged',
] as const;

export type StorageErrorCode = (typeof STORAGE_ERROR_CODES)[number];

/** What the disk refused, said once; `cause` is the system's own error for the log of the administrator. */
export interface StorageError {
  readonly code: StorageErrorCode;
  readonly cause?: unknown;
}

const CODE_OF: Readonly<Record<string, StorageErrorCode>> = {
  ENOSPC: 'storage/disk-full',
  EDQUOT: 'storage/disk-full',
  EFBIG: 'storage/disk-full',
  EROFS: 'storage/read-only',
  ENOENT: 'storage/gone',
  ENOTDIR: 'storage/gone',
  ENODEV: 'storage/gone',
  ENXIO: 'storage/gone',
  EIO: 'storage/gone',
  ESTALE: 'storage/gone',
  ENOTCONN: 'storage/gone',
  EUCLEAN: 'storage/damaged',
  EBADMSG: 'storage/damaged',
};

export const isSystemError = (value: unknown): value is NodeJS.ErrnoException =>
  value instanceof Error && typeof (value as NodeJS.ErrnoException).syscall === 'string';

export const hasErrno = (value: unknown, ...errnos: readonly string[]): boolean =>
  isSystemError(value) && errnos.includes(value.code ?? '');

/** Every other refusal of the system (EACCES, EPERM, EBUSY, EMFILE, …) counts as denied. A bug is thrown on. */
export function storageError(cause: unknown): StorageError {
  if (!isSystemError(cause)) throw cause;
  return { code: CODE_OF[cause.code ?? ''] ?? 'storage/denied', cause };
}

/** The edge of the disk: what the system throws inside becomes a refusal, what a bug throws stays thrown. */
export async function atDisk<T>(action: () => Promise<T>): Promise<Result<T, StorageError>> {
  try {
    return ok(await action());
  } catch (cause) {
    return err(storageError(cause));
  }
}
