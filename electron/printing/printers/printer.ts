import type { Result } from '#shared/core/result.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import type { PrintError } from '../print.error.ts';

export interface PrinterInfo {
  /** The system's name of the queue. */
  readonly name: string;
  readonly isDefault: boolean;
}

export type Sides = 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';

export interface PrintJob {
  /** Goes into file names and the system's list of jobs, so it says nothing about the case. */
  readonly id: string;
  readonly pdf: Uint8Array;
  readonly printer: string;
  readonly copies: number;
  readonly sides: Sides;
}

export interface AcceptedJob {
  /** What the system calls the job; null where it does not say, and then nothing more can be learnt of it. */
  readonly spoolId: string | null;
}

/**
 * Puts finished PDF files on paper. `list` is asked anew before every job, and is empty where nothing prints.
 * An accepted job is with the spooler, which is asked how far it is; whether paper came out only the person beside
 * the printer knows for certain.
 */
export interface Printer {
  readonly list: () => Promise<readonly PrinterInfo[]>;
  readonly print: (job: PrintJob) => Promise<Result<AcceptedJob, PrintError>>;
  readonly progress: (spoolId: string) => Promise<PrintProgress>;
  /** Takes back a job that is not over; one that is over stays as it is. */
  readonly cancel: (spoolId: string) => Promise<Result<null, PrintError>>;
}
