import { invariant } from '#shared/core/assert.ts';
import type { FileHandle } from '#electron/files/file-port.ts';
import { storageError } from '#electron/files/storage-error.ts';
import { readAll } from '#electron/files/write-all.ts';
import { beginningOf, chainReader, type ChainPlace } from './journal.chain.ts';
import { parseRecordHeader, RECORD_HEADER_BYTES, type FileHeader } from './journal.format.ts';
import { frameReader } from './journal.frames.ts';
import { JournalFault, type JournalRecord } from './journal.types.ts';

export interface ReadSource {
  readonly handle: FileHandle;
  readonly header: FileHeader;
  readonly key: Buffer;
}

/** Farther back than this from the end it is quicker to run through from the beginning. */
const MOST_STEPS_BACK = 1024;

/** Every record from `fromSeq` to `end`, checked and opened; throws `JournalFault`. */
export async function* readRecords(
  source: ReadSource,
  fromSeq: number,
  end: ChainPlace,
): AsyncGenerator<JournalRecord, void, undefined> {
  invariant(fromSeq >= 1, 'records count from 1');
  if (fromSeq > end.seq) return;
  try {
    const from = await placeBefore(source, fromSeq, end);
    const reader = chainReader(source.handle, source.header, { from, end: end.offset }, source.key);
    for (;;) {
      const links = await reader.next();
      if (!links) break;
      for (const { frame, hash, payload } of links) {
        if (payload) yield { seq: frame.seq, hash: hash.toString('hex'), payload };
      }
    }
    const last = reader.place();
    if (reader.fault() || last.seq !== end.seq) throw damageAt(last.seq + 1, last.offset);
  } catch (cause) {
    throw cause instanceof JournalFault ? cause : new JournalFault(storageError(cause));
  }
}

async function placeBefore(source: ReadSource, seq: number, end: ChainPlace): Promise<ChainPlace> {
  if (seq === 1) return beginningOf(source.header);
  return end.seq - seq < MOST_STEPS_BACK ? stepBack(source, seq, end) : runThrough(source, seq, end);
}

async function stepBack({ handle }: ReadSource, seq: number, end: ChainPlace): Promise<ChainPlace> {
  let place: ChainPlace = { ...end, hash: undefined };
  const bytes = Buffer.alloc(RECORD_HEADER_BYTES);
  while (place.seq >= seq) {
    const offset = place.offset - place.previousBytes;
    if (offset >= 0) await readAll(handle, bytes, offset);
    const header = parseRecordHeader(bytes);
    if (header?.seq !== place.seq) throw damageAt(place.seq, offset);
    place = { seq: place.seq - 1, offset, previousBytes: header.previousBytes, hash: undefined };
  }
  return place;
}

async function runThrough(source: ReadSource, seq: number, end: ChainPlace): Promise<ChainPlace> {
  const frames = frameReader(source.handle, beginningOf(source.header), end.offset);
  for (;;) {
    const before = frames.place();
    const stretch = await frames.next();
    if (!stretch) throw damageAt(frames.place().seq + 1, frames.place().offset);
    if (frames.place().seq < seq) continue;
    let previousBytes = before.previousBytes;
    for (const frame of stretch) {
      if (frame.seq === seq) return { seq: seq - 1, offset: frame.offset, previousBytes, hash: undefined };
      previousBytes = RECORD_HEADER_BYTES + frame.box.length;
    }
  }
}

const damageAt = (seq: number, offset: number): JournalFault =>
  new JournalFault({ code: 'journal/damaged', seq, offset });
