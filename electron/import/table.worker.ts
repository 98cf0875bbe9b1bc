import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from './table.reader.ts';

const { file, sheet } = workerData as { readonly file: Uint8Array; readonly sheet: number | null };

// A sheet may be made to unpack into gigabytes or to take for ever: here that ends with the worker.
parentPort?.postMessage(await readTable(file, sheet));
