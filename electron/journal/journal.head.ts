import { createHash } from 'node:crypto';
import path from 'node:path';
import type { FileHandle, FilePort } from '#electron/files/file-port.ts';
import { writeAll } from '#electron/files/write-all.ts';

/**
 * A note of the last record, so that opening need not read the whole journal. It is written over in place
 * after a record was synced, without a sync of its own: it may be old, but it is never ahead of the journal.
 */
export interface HeadNote {
  readonly seq: number;
  readonly hash: Buffer;
  /** Where the last record begins and ends. */
  readonly start: number;
  readonly end: number;
}

const MAGIC = Buffer.from('PDJHEAD1', 'latin1');
const CHECK_AT = 88;
const NOTE_BYTES = CHECK_AT + 32;

export const headFileIn = (dir: string): string => path.join(dir, 'journal.head');

const checkOf = (bytes: Buffer): Buffer =>
  createHash('sha256').update('phoenix-desk/journal-head/1\0').update(bytes.subarray(0, CHECK_AT)).digest();

export function encodeHeadNote(id: Buffer, note: HeadNote): Buffer {
  const bytes = Buffer.alloc(NOTE_BYTES);
  MAGIC.copy(bytes, 0);
  id.copy(bytes, 8);
  note.hash.copy(bytes, 24);
  bytes.writeBigUInt64LE(BigInt(note.seq), 56);
  bytes.writeBigUInt64LE(BigInt(note.start), 64);
  bytes.writeBigUInt64LE(BigInt(note.end), 72);
  checkOf(bytes).copy(bytes, CHECK_AT);
  return bytes;
}

/** Undefined when there is none, it is torn, or it belongs to another journal: the journal is read through. */
export async function findHeadNote(dir: string, id: Buffer, files: FilePort): Promise<HeadNote | undefined> {
  const bytes = await files.readFile(headFileIn(dir)).catch(() => undefined);
  if (bytes?.length !== NOTE_BYTES) return undefined;
  const whole = bytes.subarray(0, 8).equals(MAGIC) && bytes.subarray(CHECK_AT).equals(checkOf(bytes));
  if (!whole || !bytes.subarray(8, 24).equals(id)) return undefined;
  return {
    hash: Buffer.from(bytes.subarray(24, 56)),
    seq: Number(bytes.readBigUInt64LE(56)),
    start: Number(bytes.readBigUInt64LE(64)),
    end: Number(bytes.readBigUInt64LE(72)),
  };
}

export interface HeadWriter {
  /** Returns at once; of notes that come faster than the disk only the last is written. */
  note(note: HeadNote): void;
  close(): Promise<void>;
}

/** A head that cannot be written only makes the next opening slower, so nothing here fails. */
export async function headWriter(dir: string, id: Buffer, files: FilePort): Promise<HeadWriter> {
  const handle = await openOrCreate(headFileIn(dir), files);
  let next: HeadNote | undefined;
  let writing: Promise<void> | undefined;
  const write = async (file: FileHandle): Promise<void> => {
    while (next) {
      const bytes = encodeHeadNote(id, next);
      next = undefined;
      await writeAll(file, bytes, 0).catch(() => undefined);
    }
    writing = undefined;
  };
  return {
    note: note => {
      next = note;
      if (handle) writing ??= write(handle);
    },
    close: async () => {
      await writing;
      await handle?.datasync().catch(() => undefined);
      await handle?.close().catch(() => undefined);
    },
  };
}

export async function openOrCreate(file: string, files: FilePort): Promise<FileHandle | undefined> {
  for (const flags of ['r+', 'w+']) {
    const handle = await files.open(file, flags, 0o600).catch(() => undefined);
    if (handle) return handle;
  }
  return undefined;
}
