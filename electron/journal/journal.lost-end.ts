import { invariant } from '#shared/core/assert.ts';
import { readAll, writeAll } from '#electron/files/write-all.ts';
import type { ChainPlace } from './journal.chain.ts';
import type { OpenFile } from './journal.file.ts';
import { openRecord, parseRecordHeader, RECORD_HEADER_BYTES, recordHash } from './journal.format.ts';
import type { HeadNote } from './journal.head.ts';
import type { FoundEnd } from './journal.tail.ts';

/** Records of the copy that go on where the good part ends, each whole under its seal. */
export interface LostEnd {
  readonly records: readonly Buffer[];
  readonly place: ChainPlace;
  /** What lies behind the good part is the beginning of just these records: nothing else is written over. */
  readonly goesOn: boolean;
}

type Opened = OpenFile & { readonly key: Buffer };

/** Undefined when the copy does not go on here, or when what is wrong is more than a lost end. */
export async function findLostEnd(
  opened: Opened,
  found: FoundEnd,
  note: HeadNote | undefined,
  copies: readonly Buffer[],
): Promise<LostEnd | undefined> {
  const { records, place, hashes } = continuation(opened, found.place, copies);
  if (records.length === 0) return undefined;
  const rest = Buffer.alloc(opened.size - found.place.offset);
  await readAll(opened.handle, rest, found.place.offset);
  const goesOn = Buffer.concat(records).subarray(0, rest.length).equals(rest);
  if (!found.damage) return { records, place, goesOn };
  // The note tells which record was the last one: with that very record back nothing is wrong any more.
  const heals = note !== undefined && hashes.get(note.seq)?.equals(note.hash) === true;
  return goesOn && heals ? { records, place, goesOn } : undefined;
}

function continuation(
  { header, key }: Opened,
  from: ChainPlace,
  copies: readonly Buffer[],
): { records: readonly Buffer[]; place: ChainPlace; hashes: ReadonlyMap<number, Buffer> } {
  const records: Buffer[] = [];
  const hashes = new Map<number, Buffer>();
  let place = from;
  for (const record of copies) {
    const head = parseRecordHeader(record.subarray(0, RECORD_HEADER_BYTES));
    invariant(head && place.hash, 'copies are records, and the good part has a hash');
    if (head.seq <= place.seq) continue;
    const follows =
      head.seq === place.seq + 1 &&
      head.previousBytes === place.previousBytes &&
      head.previousHash.equals(place.hash);
    const box = record.subarray(RECORD_HEADER_BYTES);
    if (!follows || !openRecord(key, header.id, head.bytes, box)) break;
    const hash = recordHash(head.bytes, box);
    records.push(record);
    hashes.set(head.seq, hash);
    place = { seq: head.seq, offset: place.offset + record.length, previousBytes: record.length, hash };
  }
  return { records, place, hashes };
}

/** A crash in the middle leaves the beginning of these records, and the next opening goes on. */
export async function putBack({ handle }: OpenFile, from: ChainPlace, lost: LostEnd): Promise<void> {
  await writeAll(handle, Buffer.concat(lost.records), from.offset);
  await handle.datasync();
}
