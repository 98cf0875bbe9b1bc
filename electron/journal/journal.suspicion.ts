import path from 'node:path';
import type { FilePort } from '#electron/files/file-port.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import type { JournalDamage } from './journal.types.ts';

/**
 * A note that damage was found while the journal was in use. With it the whole file is read before anybody
 * writes, because the quick look at the end would not see the damage again. A whole file takes it away.
 */
const fileIn = (dir: string): string => path.join(dir, 'journal.damaged');

export const isSuspected = (dir: string, files: FilePort): Promise<boolean> =>
  files.stat(fileIn(dir)).then(
    () => true,
    () => false,
  );

/** Without it, on a disk that takes nothing more, the next check after opening finds the damage again. */
export async function noteSuspicion(dir: string, damage: JournalDamage, files: FilePort): Promise<void> {
  const { seq, offset } = damage;
  await writeFileSafely(fileIn(dir), Buffer.from(`${JSON.stringify({ version: 1, seq, offset })}\n`), {
    files,
  });
}

export const dropSuspicion = (dir: string, files: FilePort): Promise<void> =>
  files.unlink(fileIn(dir)).catch(() => undefined);
