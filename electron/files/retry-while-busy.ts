import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrno } from './storage-error.ts';

export interface RetryOptions {
  readonly platform?: NodeJS.Platform;
  readonly wait?: (ms: number) => Promise<unknown>;
}

const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 1_000;
const GIVE_UP_AFTER_MS = 10_000;

/**
 * On Windows a virus scanner or the search indexer may hold a file for some seconds after it was written, and
 * rename then answers EPERM, EBUSY or EACCES (npm/write-file-atomic#227). Elsewhere these are final.
 */
export async function retryWhileBusy<T>(action: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { platform = process.platform, wait = sleep } = options;
  let waited = 0;
  for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
    try {
      return await action();
    } catch (cause) {
      const busy = platform === 'win32' && hasErrno(cause, 'EPERM', 'EBUSY', 'EACCES');
      if (!busy || waited >= GIVE_UP_AFTER_MS) throw cause;
      await wait(pause);
      waited += pause;
    }
  }
}
