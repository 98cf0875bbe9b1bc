import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { invariant } from '#shared/core/assert.ts';
import { err, ok } from '#shared/core/result.ts';
import { printError } from '../print.error.ts';
import type { Printer } from './printer.ts';

/** The name a folder has in the list of printers. */
export const FOLDER_PRINTER = 'folder';

/** A printer that files every job as `<job id>.pdf`, for runs without anybody beside a printer. */
export const makeFolderPrinter = (folder: string): Printer => ({
  list: () => Promise.resolve([{ name: FOLDER_PRINTER, isDefault: true }]),
  print: async job => {
    invariant(/^[\w-]+$/.test(job.id), 'the id of a print job is a file name');
    if (job.printer !== FOLDER_PRINTER) return err(printError('printing/printer-unknown', job.printer));
    try {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(path.join(folder, `${job.id}.pdf`), Buffer.from(job.pdf));
      return ok({ spoolId: job.id });
    } catch (cause) {
      return err(printError('printing/printer-refused', folder, cause));
    }
  },
  progress: () => Promise.resolve({ kind: 'done' }),
  cancel: spoolId => Promise.resolve(err(printError('printing/not-cancelled', spoolId))),
});
