import { Worker, type WorkerOptions } from 'node:worker_threads';
import { err, type Result } from '#shared/core/result.ts';
import type { OutsideFault } from './outside.fault.ts';
import type { OutsidePdf } from './outside.reader.ts';

export type OpenWorker = (options: WorkerOptions) => Worker;
export type ReadApart = (file: Uint8Array) => Promise<Result<OutsidePdf, OutsideFault>>;

/** An old PC reads 200 scanned pages in a fifth of it. */
const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 512;

/** The worker as it is built beside the program. */
export const workerFrom =
  (file: string): OpenWorker =>
  options =>
    new Worker(file, options);

/** Reads a file in a thread of its own that is given up when it takes too long or too much memory. */
export const readApart =
  (open: OpenWorker, longestMs = LONGEST_MS): ReadApart =>
  file =>
    new Promise(resolve => {
      const worker = open({
        workerData: file,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      });
      const end = (result: Result<OutsidePdf, OutsideFault>): void => {
        clearTimeout(timer);
        resolve(result);
        void worker.terminate();
      };
      const notRead = (): void => end(err({ code: 'papers/outside-not-read' }));
      const timer = setTimeout(notRead, longestMs);
      worker.once('message', end);
      worker.once('error', notRead);
      worker.once('exit', notRead);
    });
