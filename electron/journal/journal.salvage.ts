import { err, ok, type Result } from '#shared/core/result.ts';
import { storageError } from '#electron/files/storage-error.ts';
import { journalFileIn, openFile, settle, type JournalKeys, type JournalOptions } from './journal.file.ts';
import { findHeadNote } from './journal.head.ts';
import { endOfGood, JOURNAL_KEY_LABEL } from './journal.open.ts';
import { readRecords } from './journal.read.ts';
import { isSuspected } from './journal.suspicion.ts';
import { findEnd } from './journal.tail.ts';
import type { JournalDamage, JournalReader, OpenError } from './journal.types.ts';
import { headOf } from './journal.writer.ts';

export interface SalvagedJournal extends JournalReader {
  /** What is wrong behind the head of this reader; undefined when nothing is. */
  readonly damage: JournalDamage | undefined;
}

/**
 * Reads a journal up to the first damage without changing a byte in its folder, and without the lock: for the
 * recovery screen, for a full or read-only disk, and beside a running program. `whole` looks for damage before
 * the last record, too.
 */
export async function openJournalReadOnly(
  dir: string,
  keys: JournalKeys,
  options: JournalOptions & { readonly whole?: boolean } = {},
): Promise<Result<SalvagedJournal, OpenError>> {
  const { files } = settle(options);
  const key = keys.subkey(JOURNAL_KEY_LABEL);
  try {
    const opened = await openFile(journalFileIn(dir), 'r', files, key);
    if (!opened.ok) return opened;
    const { handle, header } = opened.value;
    const closeAll = async (): Promise<void> => {
      await handle.close();
      key.fill(0);
    };
    const note = await findHeadNote(dir, header.id, files);
    const whole = options.whole ?? (await isSuspected(dir, files));
    const found = await findEnd({ ...opened.value, key }, note, { whole }).catch(async (cause: unknown) => {
      await closeAll();
      throw cause;
    });
    const end = endOfGood(found);
    return ok({
      id: header.id.toString('hex'),
      createdMs: header.createdMs,
      damage: found.damage,
      head: () => headOf(end),
      bytes: () => end.offset,
      read: fromSeq => readRecords({ handle, header, key }, fromSeq, end),
      close: closeAll,
    });
  } catch (cause) {
    return err(storageError(cause));
  }
}
