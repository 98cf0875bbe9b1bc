import { ok } from '#shared/core/result.ts';
import { asReply, type Handle } from '../ipc/handle.ts';
import type { Desk } from './desk.ts';
import { listLeftJobs, settleJob } from './print-jobs.ts';
import { makePaper, printRecoveryKey, readPaper, savePaper, setPaper, type PaperParts } from './papers.ts';
import { correctPrinter, listPrinters, printCalibration, printPaper } from './printing.ts';
import { saveWordCopy } from './word-copy.ts';

export function handlePapers(handle: Handle, desk: Desk, parts: PaperParts): void {
  handle('setup:print-key', ({ printer }) => printRecoveryKey(desk, parts, printer));
  handle('papers:make', ({ paper }) => makePaper(desk, parts, paper));
  handle('papers:set', ({ paper }) => setPaper(desk, parts, paper));
  handle('papers:read', ({ sha256 }) => readPaper(desk, sha256));
  handle('papers:print', order => printPaper(desk, parts, order));
  handle('papers:progress', async ({ job }) => ok(await parts.handed.progress(job)));
  handle('papers:cancel', async ({ job }) => asReply(await parts.handed.cancel(job)));
  handle('papers:left', () => listLeftJobs(desk, parts));
  handle('papers:settle', ({ job }) => settleJob(desk, job));
  handle('papers:save', input => savePaper(desk, parts, input));
  handle('papers:save-word', input => saveWordCopy(parts.dialogs, input, desk.place));
  handle('printers:list', () => listPrinters(parts));
  handle('printers:calibrate', input => printCalibration(desk, parts, input));
  handle('printers:correct', input => correctPrinter(parts, input));
}
