import path from 'node:path';
import type { FileHandle, FilePort } from '#electron/files/file-port.ts';
import { readAll, writeAll } from '#electron/files/write-all.ts';
import { parseRecordHeader, RECORD_HEADER_BYTES } from './journal.format.ts';
import { openOrCreate } from './journal.head.ts';
import type { EndPlace } from './journal.writer.ts';

/**
 * A second copy of the last records, byte for byte as they lie in the journal. A file that lost its end gets it
 * back from here with the same numbers and hashes, so that nothing that was saved is missing and nothing is
 * saved twice. It is written after a record was synced, without a sync of its own, like the head note.
 */
export const recentFileIn = (dir: string): string => path.join(dir, 'journal.recent');

/** So much is kept at least, and the last record however long it is. */
const KEPT_BYTES = 64 * 1024;
const MOST_FILE_BYTES = 4 * KEPT_BYTES;

/** The records of the copy in order, up to the first thing that is none. A copy that cannot be read is none. */
export async function findRecentRecords(dir: string, files: FilePort): Promise<readonly Buffer[]> {
  const bytes = await files.readFile(recentFileIn(dir)).catch(() => Buffer.alloc(0));
  const records: Buffer[] = [];
  for (let at = 0; at + RECORD_HEADER_BYTES <= bytes.length;) {
    const header = parseRecordHeader(bytes.subarray(at, at + RECORD_HEADER_BYTES));
    const end = at + RECORD_HEADER_BYTES + (header?.boxBytes ?? 0);
    if (!header || end > bytes.length) break;
    records.push(bytes.subarray(at, end));
    at = end;
  }
  return records;
}

/** The last record of a journal whose copy is gone or belongs to another end. */
export async function readLastRecord(handle: FileHandle, end: EndPlace): Promise<readonly Buffer[]> {
  if (end.seq === 0) return [];
  const record = Buffer.alloc(end.previousBytes);
  await readAll(handle, record, end.offset - record.length);
  return [record];
}

export interface RecentWriter {
  /** Returns at once; a copy that cannot be written only makes a lost end harder to get back. */
  keep(record: Buffer): void;
  close(): Promise<void>;
}

export async function recentWriter(
  dir: string,
  files: FilePort,
  start: { readonly records: readonly Buffer[]; readonly areInFile: boolean },
): Promise<RecentWriter> {
  const handle = await openOrCreate(recentFileIn(dir), files);
  const kept = [...start.records];
  let keptBytes = kept.reduce((sum, record) => sum + record.length, 0);
  let fileBytes = keptBytes;
  let pending: Buffer[] = [];
  let anew = !start.areInFile;
  let writing: Promise<void> | undefined;

  const writeNext = async (file: FileHandle): Promise<void> => {
    const all = anew || fileBytes > MOST_FILE_BYTES;
    const bytes = Buffer.concat(all ? kept : pending);
    pending = [];
    // Until it has worked, the file is taken for something that has to be written from its beginning.
    anew = true;
    if (all) {
      await file.truncate(0);
      fileBytes = 0;
    }
    await writeAll(file, bytes, fileBytes);
    fileBytes += bytes.length;
    anew = false;
  };
  const write = async (file: FileHandle): Promise<void> => {
    try {
      do await writeNext(file);
      while (pending.length > 0);
    } catch {
      // Tried again, from the beginning of the file, with the next record.
    }
    writing = undefined;
  };
  if (handle && anew) writing = write(handle);
  return {
    keep: record => {
      kept.push(record);
      pending.push(record);
      keptBytes += record.length;
      for (
        let [first] = kept;
        kept.length > 1 && first && keptBytes - first.length >= KEPT_BYTES;
        [first] = kept
      ) {
        kept.shift();
        keptBytes -= first.length;
      }
      if (handle) writing ??= write(handle);
    },
    close: async () => {
      await writing;
      await handle?.datasync().catch(() => undefined);
      await handle?.close().catch(() => undefined);
    },
  };
}
