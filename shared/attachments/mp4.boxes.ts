import { latinAt } from './byte-pieces.ts';

/** A box of the ISO base media format (ISO/IEC 14496-12, 4.2) and where it stands in its file. */
export interface Mp4Box {
  readonly type: string;
  readonly at: number;
  readonly size: number;
  /** 8, or 16 where the size takes 64 bits. */
  readonly head: number;
}

const LONG_HEAD = 16;

/** The head of a box; undefined where there is none. `room` is how much of the file is left for it. */
export function boxHead(bytes: Uint8Array, from: number, room: number): Omit<Mp4Box, 'at'> | undefined {
  if (from + 8 > bytes.length || room < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const told = view.getUint32(from);
  const type = latinAt(bytes, from + 4, 4);
  if (told === 1) {
    if (from + LONG_HEAD > bytes.length) return undefined;
    const size = view.getUint32(from + 8) * 2 ** 32 + view.getUint32(from + 12);
    return size >= LONG_HEAD && size <= room ? { type, size, head: LONG_HEAD } : undefined;
  }
  // Of the last one 0 says that it goes to the end.
  const size = told === 0 ? room : told;
  return size >= 8 && size <= room ? { type, size, head: 8 } : undefined;
}

/** What stands in a box, told by its place in the file; undefined where the boxes do not fill it. */
export function boxesWithin(bytes: Uint8Array, box: Mp4Box, start: number): readonly Mp4Box[] | undefined {
  const end = box.at + box.size;
  const found: Mp4Box[] = [];
  for (let at = box.at + box.head; at < end;) {
    const head = boxHead(bytes, at - start, end - at);
    if (!head) return undefined;
    found.push({ ...head, at });
    at += head.size;
  }
  return found;
}

export interface Mp4Top extends Mp4Box {
  /** The whole box, of those that describe; what is heard stays where it is. */
  readonly bytes?: Uint8Array;
}

/** Of eight hours 3 MB. */
const MOST_DESCRIBED = 16_000_000;
const DESCRIBES: ReadonlySet<string> = new Set(['moov', 'moof']);

/** The boxes of a whole file, read once from its beginning to its end; undefined where they do not fill it. */
export async function topBoxes(
  source: AsyncIterable<Uint8Array>,
  length: number,
): Promise<readonly Mp4Top[] | undefined> {
  const found: Mp4Top[] = [];
  let at = 0;
  let open: { readonly box: Mp4Box; readonly pieces: Uint8Array<ArrayBuffer> | undefined } | undefined;
  let head = new Uint8Array(0);
  const close = (): void => {
    if (open) found.push({ ...open.box, ...(open.pieces ? { bytes: open.pieces } : {}) });
    open = undefined;
  };
  for await (const piece of source) {
    for (let from = 0; from < piece.length;) {
      if (!open) {
        const need = (head.length >= 8 && head[3] === 1 && head[2] === 0 ? LONG_HEAD : 8) - head.length;
        const taken = piece.subarray(from, from + Math.max(need, 1));
        head = Uint8Array.from([...head, ...taken]);
        from += taken.length;
        at += taken.length;
        const box = boxHead(head, 0, length - (at - head.length));
        if (!box) {
          if (head.length >= LONG_HEAD) return undefined;
          continue;
        }
        const begun = { ...box, at: at - head.length };
        if (DESCRIBES.has(box.type) && box.size > MOST_DESCRIBED) return undefined;
        const pieces = DESCRIBES.has(box.type) ? new Uint8Array(box.size) : undefined;
        pieces?.set(head);
        open = { box: begun, pieces };
        head = new Uint8Array(0);
      }
      const rest = open.box.at + open.box.size - at;
      const taken = piece.subarray(from, from + rest);
      open.pieces?.set(taken, at - open.box.at);
      from += taken.length;
      at += taken.length;
      if (taken.length === rest) close();
    }
  }
  return open === undefined && head.length === 0 && at === length ? found : undefined;
}
