/** What the decoder is given of a page: `t256` is the width and so on, by the numbers of TIFF 6.0. */
export type TiffTags = Record<`t${number}`, number[]>;

const BYTES_OF_TYPE: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const RATIONAL = 5;

/** Only these are read: no thumbnails, no notes of cameras, nothing that leads elsewhere in the file. */
const READ = new Set([
  256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 283, 284, 292, 293, 317, 320, 322, 347, 530,
]);
/** The strips of a page that has one for every line, and the tables of a JPEG. */
const MOST_VALUES = 70_000;

export interface TiffFile {
  readonly pages: readonly TiffTags[];
}

/** An IFD begins with the number of its entries, twelve bytes each, and ends with the place of the next one. */
function readPage(
  view: DataView,
  at: number,
  little: boolean,
): { readonly tags: TiffTags; readonly next: number } {
  const count = view.getUint16(at, little);
  const tags: TiffTags = {};
  for (let entry = 0; entry < count; entry++) {
    const from = at + 2 + entry * 12;
    const tag = view.getUint16(from, little);
    if (READ.has(tag)) tags[`t${tag}`] = valuesOf(view, from, little);
  }
  return { tags, next: view.getUint32(at + 2 + count * 12, little) };
}

function valuesOf(view: DataView, from: number, little: boolean): number[] {
  const type = view.getUint16(from + 2, little);
  const count = view.getUint32(from + 4, little);
  const size = BYTES_OF_TYPE[type];
  if (size === undefined || count > MOST_VALUES) throw new RangeError('a tag that no page has');
  const at = size * count <= 4 ? from + 8 : view.getUint32(from + 8, little);
  return Array.from({ length: count }, (_, index) => {
    const place = at + index * size;
    if (type === RATIONAL) return view.getUint32(place, little) / view.getUint32(place + 4, little);
    return size === 1
      ? view.getUint8(place)
      : size === 2
        ? view.getUint16(place, little)
        : view.getUint32(place, little);
  });
}

const MAGIC = 42;
/** More than a feeder takes. */
export const MOST_PAGES = 500;

/** The pages of a TIFF, undecoded; undefined where it is none, or damaged, or leads in a circle. */
export function readTiffPages(bytes: ArrayBuffer): TiffFile | undefined {
  try {
    const view = new DataView(bytes);
    const order = view.getUint16(0);
    if (order !== 0x4949 && order !== 0x4d4d) return undefined;
    const little = order === 0x4949;
    if (view.getUint16(2, little) !== MAGIC) return undefined;
    const seen = new Set<number>();
    const pages: TiffTags[] = [];
    for (let at = view.getUint32(4, little); at !== 0;) {
      if (seen.has(at) || pages.length >= MOST_PAGES) return undefined;
      seen.add(at);
      const { tags, next } = readPage(view, at, little);
      pages.push(tags);
      at = next;
    }
    return pages.length > 0 ? { pages } : undefined;
  } catch {
    return undefined; // Beyond its end.
  }
}
