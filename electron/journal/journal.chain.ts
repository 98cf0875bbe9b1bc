import type { FileHandle } from '#electron/files/file-port.ts';
import { FILE_HEADER_BYTES, openRecord, recordHash, type FileHeader } from './journal.format.ts';
import { endOf, frameReader, type Frame, type FrameFault, type Place } from './journal.frames.ts';

/** A place in the journal together with the hash of everything before it. */
export interface ChainPlace extends Place {
  /** Undefined when one begins in the middle: then the first record's own word is taken for it. */
  readonly hash: Buffer | undefined;
}

export interface Link {
  readonly frame: Frame;
  readonly hash: Buffer;
  /** Undefined when there is no key. */
  readonly payload: Buffer | undefined;
}

export interface ChainReader {
  next(): Promise<readonly Link[] | undefined>;
  /** Behind the last good record. */
  place(): ChainPlace;
  fault(): FrameFault | undefined;
}

export const beginningOf = (header: FileHeader): ChainPlace => ({
  seq: 0,
  offset: FILE_HEADER_BYTES,
  previousBytes: 0,
  hash: header.hash,
});

/** Checks number, hash chain and, with a key, the seal of every record from a place to an offset. */
export function chainReader(
  handle: FileHandle,
  header: FileHeader,
  range: { readonly from: ChainPlace; readonly end: number },
  key?: Buffer,
): ChainReader {
  const frames = frameReader(handle, range.from, range.end);
  let place = range.from;
  let broken = false;

  const check = (frame: Frame): Link | undefined => {
    const previous = frame.header.subarray(16, 48);
    if (place.hash && !previous.equals(place.hash)) return undefined;
    const payload = key && openRecord(key, header.id, frame.header, frame.box);
    if (key && !payload) return undefined;
    return { frame, hash: recordHash(frame.header, frame.box), payload };
  };

  return {
    place: () => place,
    fault: () => (broken ? 'wrong' : frames.fault()),
    next: async () => {
      if (broken) return undefined;
      const stretch = await frames.next();
      if (!stretch) return undefined;
      const links: Link[] = [];
      for (const frame of stretch) {
        const link = check(frame);
        if (!link) {
          broken = true;
          break;
        }
        links.push(link);
        place = { ...endOf(frame), hash: link.hash };
      }
      return links.length > 0 ? links : undefined;
    },
  };
}

/** Reads everything there is to read, with `look` at every record, and tells where the good part ends. */
export async function runChain(reader: ChainReader, look?: (link: Link) => void): Promise<ChainPlace> {
  for (;;) {
    const links = await reader.next();
    if (!links) return reader.place();
    if (look) links.forEach(look);
  }
}
