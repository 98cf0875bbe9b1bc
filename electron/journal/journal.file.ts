import path from 'node:path';
import { err, ok, type Result } from '#shared/core/result.ts';
import { realFiles, type FileHandle, type FilePort } from '#electron/files/file-port.ts';
import { hasErrno } from '#electron/files/storage-error.ts';
import { readAll } from '#electron/files/write-all.ts';
import { FILE_HEADER_BYTES, keyCheckOf, parseFileHeader, type FileHeader } from './journal.format.ts';
import { headFileIn } from './journal.head.ts';
import type { JournalDamage } from './journal.types.ts';

export interface JournalOptions {
  readonly files?: FilePort;
  readonly nowMs?: () => number;
  /** A person decided that whoever holds the lock does not run any more. */
  readonly breakLock?: boolean;
}

/** The program's own way to the keys: one of `UnlockedKeys`. */
export interface JournalKeys {
  subkey(label: string): Buffer;
}

export interface OpenFile {
  readonly handle: FileHandle;
  readonly header: FileHeader;
  readonly size: number;
}

type HeaderError =
  | { readonly code: 'journal/missing' }
  | { readonly code: 'journal/newer-version'; readonly version: number }
  | { readonly code: 'journal/wrong-key' }
  | JournalDamage;

export const journalFileIn = (dir: string): string => path.join(dir, 'journal.pdj');

export const settle = (options: JournalOptions): Required<JournalOptions> => ({
  files: realFiles,
  nowMs: Date.now,
  breakLock: false,
  ...options,
});

/** Opens the file and reads its header; the key is checked if there is one. Throws what the disk throws. */
export async function openFile(
  file: string,
  flags: 'r' | 'r+',
  files: FilePort,
  key?: Buffer,
): Promise<Result<OpenFile, HeaderError>> {
  let handle;
  try {
    handle = await files.open(file, flags);
  } catch (cause) {
    if (!hasErrno(cause, 'ENOENT')) throw cause;
    // A head without its journal: there was one, and this is no first run.
    return err((await wasThere(path.dirname(file), files)) ? NOTHING_GOOD : { code: 'journal/missing' });
  }
  try {
    const bytes = Buffer.alloc(FILE_HEADER_BYTES);
    const length = await readAll(handle, bytes, 0);
    const parsed = parseFileHeader(bytes.subarray(0, length));
    const refusal = refusalOf(parsed, key);
    if (!refusal && parsed.kind === 'header') {
      const { size } = await handle.stat();
      return ok({ handle, header: parsed.header, size });
    }
    await handle.close();
    return err(refusal ?? NOTHING_GOOD);
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

export const wasThere = async (dir: string, files: FilePort): Promise<boolean> =>
  files.stat(headFileIn(dir)).then(
    () => true,
    () => false,
  );

const NOTHING_GOOD: JournalDamage = { code: 'journal/damaged', seq: 0, offset: 0 };

function refusalOf(parsed: ReturnType<typeof parseFileHeader>, key?: Buffer): HeaderError | undefined {
  if (parsed.kind === 'damaged') return NOTHING_GOOD;
  if (parsed.kind === 'newer') return { code: 'journal/newer-version', version: parsed.version };
  const { id, keyCheck } = parsed.header;
  return key && !keyCheckOf(key, id).equals(keyCheck) ? { code: 'journal/wrong-key' } : undefined;
}
