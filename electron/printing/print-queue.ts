/** One print at a time: two windows printing at once take twice the memory and not half the time. */
export interface PrintQueue {
  readonly run: <T>(job: () => Promise<T>) => Promise<T>;
}

export function makePrintQueue(): PrintQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: job => {
      const next = last.then(job, job);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

export const TIMED_OUT = Symbol('timed out');

/** The promise's outcome, or `TIMED_OUT`; the work itself goes on unless the caller stops it. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | typeof TIMED_OUT> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof TIMED_OUT>(resolve => {
    timer = setTimeout(() => resolve(TIMED_OUT), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
