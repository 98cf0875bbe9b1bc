import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { invariant } from '#shared/core/assert.ts';
import { err, ok } from '#shared/core/result.ts';
import { printError } from '../print.error.ts';
import type { Printer } from './printer.ts';

/** The name a folder has in the list of printers. */
export const FOLDER_PRINTER = 'folder';

/** While a file of this name lies in the folder, the printer has no paper. */
export const HOLD = 'hold';
/** Where jobs wait then, as in a spooler: they outlive the program. */
export const QUEUE = 'queue';

/** A printer that files every job as `<job id>.pdf`, for runs without anybody beside a printer. */
export function makeFolderPrinter(folder: string): Printer {
  const isHeld = (): boolean => existsSync(path.join(folder, HOLD));
  const waitingAt = (spoolId: string): string => path.join(folder, QUEUE, `${spoolId}.pdf`);
  const takenBackAt = (spoolId: string): string => path.join(folder, QUEUE, `${spoolId}.taken-back`);
  const outAt = (spoolId: string): string => path.join(folder, `${spoolId}.pdf`);
  return {
    list: () => Promise.resolve([{ name: FOLDER_PRINTER, isDefault: true }]),
    print: async job => {
      invariant(/^[\w-]+$/.test(job.id), 'the id of a print job is a file name');
      if (job.printer !== FOLDER_PRINTER) return err(printError('printing/printer-unknown', job.printer));
      try {
        const file = isHeld() ? waitingAt(job.id) : outAt(job.id);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFileAtomic(file, Buffer.from(job.pdf));
        return ok({ spoolId: job.id });
      } catch (cause) {
        return err(printError('printing/printer-refused', folder, cause));
      }
    },
    progress: async spoolId => {
      if (existsSync(waitingAt(spoolId))) {
        if (isHeld()) return { kind: 'stopped', trouble: 'paper-out', said: '' };
        // Whoever asked at the same moment may have done it.
        await rename(waitingAt(spoolId), outAt(spoolId)).catch(() => undefined);
      }
      if (existsSync(takenBackAt(spoolId))) return { kind: 'cancelled' };
      return { kind: existsSync(outAt(spoolId)) ? 'done' : 'unknown' };
    },
    cancel: async spoolId => {
      try {
        await rename(waitingAt(spoolId), takenBackAt(spoolId));
        return ok(null);
      } catch (cause) {
        return err(printError('printing/not-cancelled', spoolId, cause));
      }
    },
  };
}
