import { parentPort, workerData } from 'node:worker_threads';
import { readOutside } from './outside.reader.ts';

// A file may be made to take for ever or to unpack into gigabytes: here that ends with the worker.
parentPort?.postMessage(await readOutside(workerData as Uint8Array));
