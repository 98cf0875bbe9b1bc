import type { Result } from '#shared/core/result.ts';
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
  /** What the system calls the job, when it says so. */
  readonly spoolId: string | null;
}

/**
 * Puts finished PDF files on paper. `list` is asked anew before every job, and is empty where nothing prints.
 * An accepted job is with the spooler; whether paper came out only the person beside the printer knows.
 */
export interface Printer {
  readonly list: () => Promise<readonly PrinterInfo[]>;
  readonly print: (job: PrintJob) => Promise<Result<AcceptedJob, PrintError>>;
}
