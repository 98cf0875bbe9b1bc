import { latinAt } from './byte-pieces.ts';
import { boxesWithin, topBoxes, type Mp4Box, type Mp4Top } from './mp4.boxes.ts';

/** What of a file is written over, so that nothing in it moves: with zeros where no bytes are given. */
export interface Overwrite {
  readonly at: number;
  readonly length: number;
  readonly bytes?: Uint8Array;
}

/** What is needed to play sound (ISO/IEC 14496-12, table 1). User data, metadata, free room and the unknown are not. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'styp', 'moov', 'moof', 'mdat', 'mfra', 'sidx'],
  moov: ['mvhd', 'iods', 'trak', 'mvex'],
  mvex: ['mehd', 'trex'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['smhd', 'dinf', 'stbl'],
  stbl: ['stsd', 'stts', 'ctts', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sgpd', 'sbgp', 'subs'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sgpd', 'sbgp', 'subs'],
};
const TIMES: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);
const FREE = Uint8Array.of(0x66, 0x72, 0x65, 0x65);

/** An empty box of the same size. */
const freed = ({ at, size, head }: Mp4Box): readonly Overwrite[] => [
  { at: at + 4, length: 4, bytes: FREE },
  { at: at + head, length: size - head },
];

/** When it was made and changed; the version says how long a time is (ISO/IEC 14496-12, 8.2.2). */
function timesOf(bytes: Uint8Array, { at, size, head }: Mp4Box, start: number): readonly Overwrite[] {
  const body = at + head;
  const length = bytes[body - start] === 1 ? 16 : 8;
  return [{ at: body + 4, length: Math.min(length, Math.max(0, size - head - 4)) }];
}

/** What the handler is called, which some programs write their own name and version into. */
const handlerName = ({ at, size, head }: Mp4Box): Overwrite => ({
  at: at + head + 24,
  length: Math.max(0, size - head - 24),
});

function within(bytes: Uint8Array, box: Mp4Box, start: number): readonly Overwrite[] | undefined {
  const needed = NEEDED[box.type];
  if (!needed) return TIMES.has(box.type) ? timesOf(bytes, box, start) : [];
  const inside = boxesWithin(bytes, box, start);
  if (!inside) return undefined;
  const all: Overwrite[] = [];
  for (const each of inside) {
    if (each.type === 'hdlr') all.push(handlerName(each));
    const found = needed.includes(each.type) ? within(bytes, each, start) : freed(each);
    if (!found) return undefined;
    all.push(...found);
  }
  return all;
}

/** Whether every track is of sound. What another kind says stands among the sound itself. */
function isSoundAlone(bytes: Uint8Array, moov: Mp4Box, start: number): boolean {
  const tracks = (boxesWithin(bytes, moov, start) ?? []).filter(({ type }) => type === 'trak');
  return tracks.every(track => {
    const media = boxesWithin(bytes, track, start)?.find(({ type }) => type === 'mdia');
    const handler = media && boxesWithin(bytes, media, start)?.find(({ type }) => type === 'hdlr');
    return handler !== undefined && latinAt(bytes, handler.at + handler.head + 8 - start, 4) === 'soun';
  });
}

function ofTop(top: Mp4Top): readonly Overwrite[] | undefined {
  if (!NEEDED['']?.includes(top.type)) return freed(top);
  if (!top.bytes) return [];
  if (top.type === 'moov' && !isSoundAlone(top.bytes, top, top.at)) return undefined;
  return within(top.bytes, top, top.at);
}

/**
 * What is written over in a recording before it leaves: place, device, title, times. Its sound is not touched and
 * stays where it is. Undefined where its structure cannot be followed, or where it holds more than sound.
 */
export async function soundOverwrites(
  source: AsyncIterable<Uint8Array>,
  length: number,
): Promise<readonly Overwrite[] | undefined> {
  const tops = await topBoxes(source, length);
  if (!tops?.some(({ type }) => type === 'moov')) return undefined;
  const all: Overwrite[] = [];
  for (const top of tops) {
    const found = ofTop(top);
    if (!found) return undefined;
    all.push(...found);
  }
  return all.filter(each => each.length > 0);
}

/** The same bytes with what is written over; piece by piece, for a recording may be long. */
export async function* overwritten(
  source: AsyncIterable<Uint8Array>,
  overwrites: readonly Overwrite[],
): AsyncGenerator<Uint8Array, void, undefined> {
  let at = 0;
  for await (const piece of source) {
    const end = at + piece.length;
    const here = overwrites.filter(each => each.at < end && each.at + each.length > at);
    const copy = here.length > 0 ? piece.slice() : piece;
    for (const { at: from, length, bytes } of here) {
      const [begin, stop] = [Math.max(from, at), Math.min(from + length, end)];
      if (bytes) copy.set(bytes.subarray(begin - from, stop - from), begin - at);
      else copy.fill(0, begin - at, stop - at);
    }
    yield copy;
    at = end;
  }
}
