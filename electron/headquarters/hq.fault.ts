import { err, ok, type Result } from '#shared/core/result.ts';
import { hasErrno, isSystemError, type StorageError } from '#electron/files/storage-error.ts';
import type { HeadquartersCode, HeadquartersRefusal } from './hq.refusals.ts';

/** How a refusal leaves the middle of the headquarters' work; turned into a Result at the edge. */
export class HqFault extends Error {
  override readonly name = 'HqFault';
  readonly code: HeadquartersCode;
  readonly detail: string;

  constructor(code: HeadquartersCode, detail = '', cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`, { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** What the system says where a folder is wanted and a file stands. */
const isNoFolder = (cause: unknown): boolean =>
  hasErrno(cause, 'ENOTDIR') ||
  (hasErrno(cause, 'EEXIST') && isSystemError(cause) && cause.syscall === 'mkdir');

const storageFault = (cause: unknown): HqFault =>
  isNoFolder(cause) ? new HqFault('hq/not-a-folder', '', cause) : new HqFault('hq/storage', '', cause);

/** A fault, or what the system says of this machine's disk, as a refusal; a bug is thrown on. */
export function hqRefusalOf(cause: unknown): HeadquartersRefusal {
  const fault = isSystemError(cause) ? storageFault(cause) : cause;
  if (!(fault instanceof HqFault)) throw fault;
  return {
    code: fault.code,
    ...(fault.detail === '' ? {} : { detail: fault.detail }),
    ...(fault.cause === undefined ? {} : { cause: fault.cause }),
  };
}

export async function hqRefusing<T>(action: () => Promise<T>): Promise<Result<T, HeadquartersRefusal>> {
  try {
    return ok(await action());
  } catch (cause) {
    return err(hqRefusalOf(cause));
  }
}

export function orStorageFault<T>(result: Result<T, StorageError>): T {
  if (!result.ok) throw new HqFault('hq/storage', result.error.code, result.error.cause);
  return result.value;
}
