import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FileHandle, FilePort } from '#electron/files/file-port.ts';
import { storageError } from '#electron/files/storage-error.ts';
import { readAll } from '#electron/files/write-all.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import {
  journalFileIn,
  openFile,
  settle,
  wasThere,
  type JournalKeys,
  type JournalOptions,
} from './journal.file.ts';
import { encodeFileHeader, keyCheckOf, RECORD_HEADER_BYTES, recordHash } from './journal.format.ts';
import { findHeadNote, headWriter } from './journal.head.ts';
import { lockJournal, type JournalLock } from './journal.lock.ts';
import { findLostEnd, putBack } from './journal.lost-end.ts';
import { findRecentRecords, readLastRecord, recentWriter } from './journal.recent.ts';
import { journalSession, type Journal, type TornTail } from './journal.session.ts';
import { dropSuspicion, isSuspected, noteSuspicion } from './journal.suspicion.ts';
import { findEnd, type FoundEnd } from './journal.tail.ts';
import type { CreateError, OpenError } from './journal.types.ts';
import type { EndPlace } from './journal.writer.ts';

export const JOURNAL_KEY_LABEL = 'journal';

/** A new journal, refused where there is one or was one. */
export function createJournal(
  dir: string,
  keys: JournalKeys,
  options: JournalOptions = {},
): Promise<Result<Journal, CreateError>> {
  const settled = settle(options);
  const { files, nowMs } = settled;
  return locked<CreateError>(dir, settled, { make: true }, async lock => {
    const there = await files.stat(journalFileIn(dir)).then(
      () => true,
      () => wasThere(dir, files),
    );
    if (there) return err({ code: 'journal/exists' });
    const id = randomBytes(16);
    const key = keys.subkey(JOURNAL_KEY_LABEL);
    const header = encodeFileHeader(id, nowMs(), keyCheckOf(key, id));
    const written = await writeFileSafely(journalFileIn(dir), header, { files });
    return written.ok ? openLocked(dir, key, lock, files) : written;
  });
}

/**
 * For writing, by one process at a time. A torn tail is set aside and cut; damage before it is refused and
 * left as it is, for `openJournalReadOnly` to save what can be saved.
 */
export function openJournal(
  dir: string,
  keys: JournalKeys,
  options: JournalOptions = {},
): Promise<Result<Journal, OpenError>> {
  const settled = settle(options);
  return locked(dir, settled, { make: false }, lock =>
    openLocked(dir, keys.subkey(JOURNAL_KEY_LABEL), lock, settled.files),
  );
}

async function locked<E>(
  dir: string,
  options: Required<JournalOptions>,
  folder: { readonly make: boolean },
  action: (lock: JournalLock) => Promise<Result<Journal, E>>,
): Promise<Result<Journal, E | OpenError>> {
  let lock: JournalLock | undefined;
  let keep = false;
  try {
    if (folder.make) await options.files.mkdir(dir, { recursive: true, mode: 0o700 });
    else if (!(await isThere(dir, options.files))) return err({ code: 'journal/missing' });
    const taken = await lockJournal(dir, options);
    if (!taken.ok) return err({ code: 'journal/locked', ...taken.error });
    lock = taken.value;
    const result = await action(lock);
    keep = result.ok;
    return result;
  } catch (cause) {
    return err(storageError(cause));
  } finally {
    if (!keep) await lock?.release();
  }
}

const isThere = (dir: string, files: FilePort): Promise<boolean> =>
  files.stat(dir).then(
    () => true,
    () => false,
  );

async function openLocked(
  dir: string,
  key: Buffer,
  lock: JournalLock,
  files: FilePort,
): Promise<Result<Journal, OpenError>> {
  const opened = await openFile(journalFileIn(dir), 'r+', files, key);
  if (!opened.ok) return opened;
  const { handle, header } = opened.value;
  let keep = false;
  try {
    const note = await findHeadNote(dir, header.id, files);
    const whole = await isSuspected(dir, files);
    const source = { ...opened.value, key };
    const found = await findEnd(source, note, { whole });
    const copies = await findRecentRecords(dir, files);
    const lost = await findLostEnd(source, found, note, copies);
    if (found.damage && !lost) return err(found.damage);
    const isTorn = found.tornBytes > 0 && !lost?.goesOn;
    const tornTail = isTorn ? await cutTail(dir, handle, found, files) : undefined;
    if (lost) await putBack(source, found.place, lost);
    if (whole) await dropSuspicion(dir, files);
    const end = endOfGood(lost ?? found);
    const heads = await headWriter(dir, header.id, files);
    const recent = await recentWriter(dir, files, await recentBefore(handle, end, copies));
    keep = true;
    return ok(
      journalSession({ handle, header, key }, end, {
        ...{ lock, heads, recent, tornTail },
        putBack: lost?.records.length ?? 0,
        suspect: damage => noteSuspicion(dir, damage, files),
      }),
    );
  } finally {
    if (!keep) await handle.close();
  }
}

/** The copy as it is, if it ends where the journal ends. */
async function recentBefore(
  handle: FileHandle,
  end: EndPlace,
  copies: readonly Buffer[],
): Promise<Parameters<typeof recentWriter>[2]> {
  const last = copies.at(-1);
  const hash = last && recordHash(last.subarray(0, RECORD_HEADER_BYTES), last.subarray(RECORD_HEADER_BYTES));
  return hash?.equals(end.hash)
    ? { records: copies, areInFile: true }
    : { records: await readLastRecord(handle, end), areInFile: false };
}

export function endOfGood({ place }: Pick<FoundEnd, 'place'>): EndPlace {
  const { hash } = place;
  invariant(hash, 'the end of the good part has a hash');
  return { ...place, hash };
}

/** The bytes are kept beside the journal before they are cut: nothing is thrown away unseen. */
async function cutTail(dir: string, handle: FileHandle, found: FoundEnd, files: FilePort): Promise<TornTail> {
  const tail = Buffer.alloc(found.tornBytes);
  await readAll(handle, tail, found.place.offset);
  const names = new Set(await files.readdir(dir));
  let n = 1;
  while (names.has(`journal.torn-${n}`)) n++;
  const file = `journal.torn-${n}`;
  const kept = await writeFileSafely(path.join(dir, file), tail, { files });
  if (!kept.ok) throw kept.error.cause;
  await handle.truncate(found.place.offset);
  await handle.sync();
  return { bytes: tail.length, file };
}
