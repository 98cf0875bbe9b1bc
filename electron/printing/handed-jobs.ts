import { err, type Result } from '#shared/core/result.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { printError, type PrintError } from './print.error.ts';
import type { AcceptedJob, Printer } from './printers/printer.ts';

/** The jobs this program handed over, also before it was ended: only these are asked about and taken back. */
export interface HandedJobs {
  /** While one is being handed over nothing can be said of it, and nobody is asked. */
  readonly during: <T>(job: string, handing: () => Promise<T>) => Promise<T>;
  readonly isBeingHanded: (job: string) => boolean;
  readonly add: (job: string, accepted: AcceptedJob) => void;
  readonly progress: (job: string) => Promise<PrintProgress>;
  readonly cancel: (job: string) => Promise<Result<null, PrintError>>;
}

export function makeHandedJobs(printer: Printer): HandedJobs {
  const spoolIds = new Map<string, string>();
  const beingHanded = new Set<string>();
  return {
    during: async (job, handing) => {
      beingHanded.add(job);
      try {
        return await handing();
      } finally {
        beingHanded.delete(job);
      }
    },
    isBeingHanded: job => beingHanded.has(job),
    add: (job, { spoolId }) => {
      if (spoolId !== null) spoolIds.set(job, spoolId);
    },
    progress: job => {
      const spoolId = spoolIds.get(job);
      return spoolId === undefined ? Promise.resolve({ kind: 'unknown' }) : printer.progress(spoolId);
    },
    cancel: job => {
      const spoolId = spoolIds.get(job);
      return spoolId === undefined
        ? Promise.resolve(err(printError('printing/not-cancelled')))
        : printer.cancel(spoolId);
    },
  };
}
