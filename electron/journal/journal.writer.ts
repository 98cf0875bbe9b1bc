import { err, ok, type Result } from '#shared/core/result.ts';
import type { FileHandle } from '#electron/files/file-port.ts';
import { oneAtATime } from '#electron/files/one-at-a-time.ts';
import { storageError } from '#electron/files/storage-error.ts';
import { writeAll } from '#electron/files/write-all.ts';
import { MAX_PAYLOAD_BYTES, sealRecord, type FileHeader } from './journal.format.ts';
import type { HeadNote } from './journal.head.ts';
import type { AppendError, JournalDamage, JournalHead } from './journal.types.ts';

/** Behind the last record that was synced; the hash is always known here. */
export interface EndPlace {
  readonly seq: number;
  readonly offset: number;
  readonly previousBytes: number;
  readonly hash: Buffer;
}

export interface AppendOptions {
  /** The number of the last record the caller knows; refused if there is a later one. */
  readonly after?: number;
}

export interface JournalWriter {
  end(): EndPlace;
  append(payload: Uint8Array, options?: AppendOptions): Promise<Result<JournalHead, AppendError>>;
  /** Damage was found in what is there: nothing is added any more. */
  stop(damage: JournalDamage): void;
  /** After all appends that were handed in. */
  drained(): Promise<void>;
}

export const headOf = (end: { readonly seq: number; readonly hash: Buffer }): JournalHead => ({
  seq: end.seq,
  hash: end.hash.toString('hex'),
});

/** One record after the other, each answered only when fdatasync has returned. */
export function journalWriter(
  file: { readonly handle: FileHandle; readonly header: FileHeader; readonly key: Buffer },
  from: EndPlace,
  saved: (note: HeadNote, record: Buffer) => void,
): JournalWriter {
  const queue = oneAtATime();
  let end = from;
  let refusal: AppendError | undefined;

  const appendNow = async (
    payload: Uint8Array,
    after: number | undefined,
  ): Promise<Result<JournalHead, AppendError>> => {
    if (refusal) return err(refusal);
    if (after !== undefined && after !== end.seq) return err({ code: 'journal/behind', head: headOf(end) });
    if (payload.length > MAX_PAYLOAD_BYTES)
      return err({ code: 'journal/too-large', limit: MAX_PAYLOAD_BYTES });
    const place = { seq: end.seq + 1, previousBytes: end.previousBytes, previousHash: end.hash };
    const { bytes, hash } = sealRecord(file.key, file.header.id, place, payload);
    try {
      await writeAll(file.handle, bytes, end.offset);
      await file.handle.datasync();
    } catch (cause) {
      refusal = { code: 'journal/stopped' };
      await takeBack(file.handle, end.offset);
      return err(storageError(cause));
    }
    const start = end.offset;
    end = { seq: place.seq, offset: start + bytes.length, previousBytes: bytes.length, hash };
    saved({ seq: end.seq, hash, start, end: end.offset }, bytes);
    return ok(headOf(end));
  };

  return {
    end: () => end,
    append: (payload, { after } = {}) => queue(() => appendNow(payload, after)),
    stop: damage => {
      refusal ??= damage;
    },
    drained: () => queue(() => Promise.resolve()),
  };
}

/**
 * What a failed write or sync left is unknown, so it is cut off, or the record whose saving was refused might
 * come back after the next start. If the disk refuses this too, opening cuts an incomplete record, and a
 * complete one shows itself to the caller by `after`.
 */
async function takeBack(handle: FileHandle, offset: number): Promise<void> {
  try {
    await handle.truncate(offset);
    await handle.datasync();
  } catch {
    // Nothing more can be done on a disk that does not answer.
  }
}
