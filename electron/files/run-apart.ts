import { Worker, type WorkerOptions } from 'node:worker_threads';

export type OpenWorker = (options: WorkerOptions) => Worker;

const MOST_MEMORY_MB = 512;

/** The worker as it is built beside the program. */
export const workerFrom =
  (file: string): OpenWorker =>
  options =>
    new Worker(file, options);

/** Has one answer made in a thread of its own; undefined when it takes too long, too much memory, or breaks. */
export const runApart = <Answer>(
  open: OpenWorker,
  workerData: unknown,
  longestMs: number,
): Promise<Answer | undefined> =>
  new Promise(resolve => {
    const worker = open({ workerData, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    const end = (answer: Answer | undefined): void => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const giveUp = (): void => end(undefined);
    const timer = setTimeout(giveUp, longestMs);
    worker.once('message', end);
    worker.once('error', giveUp);
    worker.once('exit', giveUp);
  });
