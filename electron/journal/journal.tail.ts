import type { FileHandle } from '#electron/files/file-port.ts';
import { readAll } from '#electron/files/write-all.ts';
import { beginningOf, chainReader, runChain, type ChainPlace } from './journal.chain.ts';
import {
  MAX_PAYLOAD_BYTES,
  parseRecordHeader,
  RECORD_HEADER_BYTES,
  TAG_BYTES,
  type FileHeader,
} from './journal.format.ts';
import type { HeadNote } from './journal.head.ts';
import type { JournalDamage } from './journal.types.ts';

export interface FoundEnd {
  /** Behind the last good record. */
  readonly place: ChainPlace;
  /** Bytes behind it that are the beginning of a record nobody was told is saved. */
  readonly tornBytes: number;
  readonly damage?: JournalDamage;
}

const LONGEST_RECORD_BYTES = RECORD_HEADER_BYTES + MAX_PAYLOAD_BYTES + TAG_BYTES;

interface Opened {
  readonly handle: FileHandle;
  readonly header: FileHeader;
  readonly key: Buffer;
  readonly size: number;
}

/**
 * Finds the last good record: from the head note if it holds, else or with `whole` from the beginning. What lies behind it is
 * a torn tail only if a crash can have left it there; everything else is damage and must be left as it is.
 */
export async function findEnd(
  opened: Opened,
  note: HeadNote | undefined,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<FoundEnd> {
  const { handle, header, key, size } = opened;
  const anchor = note && !whole ? await confirm(opened, note) : undefined;
  const from = anchor ?? beginningOf(header);
  const reader = chainReader(handle, header, { from, end: size }, key);
  let hashAtNote: Buffer | undefined;
  let noteOffset = size;
  const place = await runChain(reader, ({ frame, hash }) => {
    if (frame.seq !== note?.seq) return;
    hashAtNote = hash;
    noteOffset = frame.offset;
  });
  const good = { place, tornBytes: 0 };
  const damaged = (seq: number, offset: number): FoundEnd => ({
    ...good,
    damage: { code: 'journal/damaged', seq, offset },
  });

  if (note && !anchor) {
    // The note was written after its record was synced: without that record the journal lost its end, and
    // with another one in its place it is another history.
    if (place.seq < note.seq) return damaged(place.seq + 1, place.offset);
    if (!hashAtNote?.equals(note.hash)) return damaged(note.seq, noteOffset);
  }
  const fault = reader.fault();
  if (!fault) return good;
  if (size - place.offset > LONGEST_RECORD_BYTES) return damaged(place.seq + 1, place.offset);
  const tail = Buffer.alloc(size - place.offset);
  await readAll(handle, tail, place.offset);
  const torn =
    (fault === 'incomplete' || hasUnwrittenPart(tail, place.offset)) && !hasLaterRecord(tail, place);
  return torn ? { place, tornBytes: tail.length } : damaged(place.seq + 1, place.offset);
}

/** The place behind the record the note is about, if that record lies there and is sound. */
async function confirm(opened: Opened, note: HeadNote): Promise<ChainPlace | undefined> {
  const { handle, header, key, size } = opened;
  if (note.seq === 0) return beginningOf(header);
  if (note.end > size || note.end - note.start < RECORD_HEADER_BYTES) return undefined;
  const bytes = Buffer.alloc(RECORD_HEADER_BYTES);
  await readAll(handle, bytes, note.start);
  const { previousBytes = 0 } = parseRecordHeader(bytes) ?? {};
  const from = { seq: note.seq - 1, offset: note.start, previousBytes, hash: undefined };
  const place = await runChain(chainReader(handle, header, { from, end: note.end }, key));
  return place.seq === note.seq && place.hash?.equals(note.hash) ? place : undefined;
}

const SECTOR_BYTES = 512;

/**
 * After a power cut a file may have its new length while a part was never written and reads as zeros. In
 * encrypted bytes a sector of zeros, or a seal of zeros at the end, does not come about by chance.
 */
function hasUnwrittenPart(tail: Buffer, offset: number): boolean {
  const isZero = (from: number, to: number): boolean => tail.subarray(from, to).every(byte => byte === 0);
  if (isZero(Math.max(0, tail.length - 16), tail.length)) return true;
  const first = (SECTOR_BYTES - (offset % SECTOR_BYTES)) % SECTOR_BYTES;
  for (let at = first; at + SECTOR_BYTES <= tail.length; at += SECTOR_BYTES) {
    if (isZero(at, at + SECTOR_BYTES)) return true;
  }
  return false;
}

/** A later record proves that the bad one had been saved: the next is begun only after a sync. */
function hasLaterRecord(tail: Buffer, place: ChainPlace): boolean {
  for (let at = 1; at + RECORD_HEADER_BYTES <= tail.length; at++) {
    // Numbers stay below 2^40 for good, which spares the checksum at almost every byte.
    if (tail.readUInt16LE(at + 14) !== 0 || tail[at + 13] !== 0) continue;
    const header = parseRecordHeader(tail.subarray(at, at + RECORD_HEADER_BYTES));
    if (header && header.seq > place.seq) return true;
  }
  return false;
}
