import { err, type Result } from '#shared/core/result.ts';
import { runApart, type OpenWorker } from '../../files/run-apart.ts';
import type { OutsideFault } from './outside.fault.ts';
import type { OutsidePdf } from './outside.reader.ts';

export type ReadApart = (file: Uint8Array) => Promise<Result<OutsidePdf, OutsideFault>>;

/** An old PC reads 200 scanned pages in a fifth of it. */
const LONGEST_MS = 60_000;

/** Reads a file in a thread of its own that is given up when it takes too long or too much memory. */
export const readApart =
  (open: OpenWorker, longestMs = LONGEST_MS): ReadApart =>
  async file =>
    (await runApart<Result<OutsidePdf, OutsideFault>>(open, file, longestMs)) ??
    err({ code: 'papers/outside-not-read' });
