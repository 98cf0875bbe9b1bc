import type { FileHandle } from '#electron/files/file-port.ts';
import { readAll } from '#electron/files/write-all.ts';
import { parseRecordHeader, RECORD_HEADER_BYTES } from './journal.format.ts';

/** Where one record ends and the next begins. */
export interface Place {
  /** Of the last record before this place; 0 at the beginning. */
  readonly seq: number;
  /** Where the next record begins. */
  readonly offset: number;
  /** Length of the record before, header included; 0 at the beginning. */
  readonly previousBytes: number;
}

/** A record as it lies in the file: numbered and of the right shape, its content not looked at yet. */
export interface Frame {
  readonly seq: number;
  readonly offset: number;
  readonly header: Buffer;
  readonly box: Buffer;
}

export type FrameFault =
  /** The file ends inside this record. */
  | 'incomplete'
  /** What lies here is not the next record. */
  | 'wrong';

export interface FrameReader {
  /** The frames of the next stretch of the file; undefined at the end and at a fault. */
  next(): Promise<readonly Frame[] | undefined>;
  /** Behind the last frame that was given out. */
  place(): Place;
  fault(): FrameFault | undefined;
}

const STRETCH_BYTES = 1024 * 1024;

export const endOf = (frame: Frame): Place => ({
  seq: frame.seq,
  offset: frame.offset + RECORD_HEADER_BYTES + frame.box.length,
  previousBytes: RECORD_HEADER_BYTES + frame.box.length,
});

/** Reads a stretch ahead while the one before is worked on; records may be longer than a stretch. */
export function frameReader(handle: FileHandle, from: Place, end: number): FrameReader {
  let place = from;
  let fault: FrameFault | undefined;
  let readUpTo = from.offset;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let needed = RECORD_HEADER_BYTES;
  let ahead: Promise<Buffer> | undefined;

  const readAhead = (): void => {
    const length = Math.min(STRETCH_BYTES, end - readUpTo);
    if (length <= 0) return;
    const at = readUpTo;
    readUpTo += length;
    const stretch = Buffer.allocUnsafe(length);
    ahead = readAll(handle, stretch, at).then(count => stretch.subarray(0, count));
    // Whoever stops early leaves this one unread; its failure is then nobody's business.
    ahead.catch(() => undefined);
  };

  const cut = (): Frame[] => {
    const bytes = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
    const frames: Frame[] = [];
    let at = 0;
    for (;;) {
      needed = RECORD_HEADER_BYTES;
      if (bytes.length - at < needed) break;
      const header = parseRecordHeader(bytes.subarray(at, at + RECORD_HEADER_BYTES));
      if (header?.seq !== place.seq + 1 || header.previousBytes !== place.previousBytes) {
        fault = 'wrong';
        break;
      }
      needed = RECORD_HEADER_BYTES + header.boxBytes;
      if (bytes.length - at < needed) break;
      const box = bytes.subarray(at + RECORD_HEADER_BYTES, at + needed);
      const frame = { seq: header.seq, offset: place.offset, header: header.bytes, box };
      frames.push(frame);
      place = endOf(frame);
      at += needed;
    }
    waiting = [bytes.subarray(at)];
    waitingBytes = bytes.length - at;
    return frames;
  };

  readAhead();
  return {
    place: () => place,
    fault: () => fault,
    next: async () => {
      while (!fault) {
        if (waitingBytes >= needed) {
          const frames = cut();
          if (frames.length > 0) return frames;
          continue;
        }
        const stretch = await ahead;
        ahead = undefined;
        if (!stretch || stretch.length === 0) {
          if (waitingBytes > 0) fault = 'incomplete';
          return undefined;
        }
        waiting.push(stretch);
        waitingBytes += stretch.length;
        readAhead();
      }
      return undefined;
    },
  };
}
