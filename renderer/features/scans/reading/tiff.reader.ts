import UTIF from 'utif2';
import { readTiffPages, type TiffTags } from './tiff.tags.ts';

/** A page as the window draws it. */
export interface TiffPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array<ArrayBuffer>;
  /** How much higher than wide a point of it is: of a fax twice. */
  readonly stretch: number;
  /** Which way up it is, 1 to 8 (TIFF 6.0, tag 274). */
  readonly orientation: number;
}

/** A whole pile in colour; larger ones are none that a scanner of an office makes. */
const MOST_BYTES = 300_000_000;
/** A4 at 600 dpi has 35 million. */
const MOST_PIXELS = 40_000_000;
const JPEG = 7;
/** Raw, the three of faxes, LZW, JPEG and PackBits: what comes out of them is no longer than the page. */
const COMPRESSIONS = new Set([1, 2, 3, 4, 5, JPEG, 32773]);
const DEPTHS = new Set([1, 4, 8, 16]);
const MOST_STRETCH = 4;

/** The decoder makes colours of every JPEG, and takes grey ones for thirds of a line. */
const AS_COLOUR: TiffTags = { t258: [8, 8, 8], t262: [2], t277: [3] };

/** How many pages a file has; null where it is no TIFF that can be read. */
export const countTiffPages = (bytes: ArrayBuffer): number | null =>
  bytes.byteLength > MOST_BYTES ? null : (readTiffPages(bytes)?.pages.length ?? null);

const one = (tags: TiffTags, tag: number, usual: number): number => tags[`t${tag}`]?.[0] ?? usual;

/** The size a JPEG says it has: it is what the decoder makes room for. */
function jpegPixels(data: Uint8Array, from: number, length: number): number {
  const end = Math.min(data.length, from + length) - 9;
  for (let at = from + 2; at < end;) {
    const marker = data[at + 1] ?? 0;
    const word = (place: number): number => ((data[place] ?? 0) << 8) | (data[place + 1] ?? 0);
    if (data[at] !== 0xff) return Infinity;
    if (marker >= 0xc0 && marker <= 0xc2) return word(at + 5) * word(at + 7) * (data[at + 9] ?? 0);
    at += 2 + word(at + 2);
  }
  return Infinity;
}

/** Whether the decoder may be let loose on it: nothing in it is larger than the page, or lies outside the file. */
function isSound(data: Uint8Array, tags: TiffTags): boolean {
  const [width, height] = [one(tags, 256, 0), one(tags, 257, 0)];
  const compression = one(tags, 259, 1);
  const [offsets, lengths] = [tags['t273'], tags['t279']];
  const depths = tags['t258'] ?? [1];
  if (!offsets || offsets.length !== lengths?.length || offsets.length > height) return false;
  const strips = offsets.map((offset, index) => [offset, lengths[index] ?? 0] as const);
  return (
    width > 0 &&
    height > 0 &&
    pixelsOf(tags) <= MOST_PIXELS &&
    COMPRESSIONS.has(compression) &&
    depths.every(depth => DEPTHS.has(depth) && depth === depths[0]) &&
    one(tags, 277, 1) <= 4 &&
    one(tags, 278, height) > 0 &&
    one(tags, 284, 1) === 1 &&
    tags['t322'] === undefined &&
    strips.every(([offset, length]) => offset + length <= data.length) &&
    (compression !== JPEG ||
      strips.every(([offset, length]) => jpegPixels(data, offset, length) <= 4 * MOST_PIXELS))
  );
}

function stretchOf(tags: TiffTags): number {
  const stretch = one(tags, 282, 1) / one(tags, 283, 1);
  return stretch > 1 / MOST_STRETCH && stretch < MOST_STRETCH ? stretch : 1;
}

const pixelsOf = (tags: TiffTags): number => one(tags, 256, 0) * one(tags, 257, 0);

/** Whether a page has more points than are drawn; a damaged one is not too large. */
export function isTiffPageTooLarge(bytes: ArrayBuffer, page: number): boolean {
  const tags = readTiffPages(bytes)?.pages[page - 1];
  return tags !== undefined && pixelsOf(tags) > MOST_PIXELS;
}

function orientationOf(tags: TiffTags): number {
  const orientation = one(tags, 274, 1);
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/** One page, from 1; null where it cannot be read. The decoder is not asked what else is in the file. */
export function drawTiffPage(bytes: ArrayBuffer, page: number): TiffPicture | null {
  const tags = readTiffPages(bytes)?.pages[page - 1];
  if (!tags || !isSound(new Uint8Array(bytes), tags)) return null;
  try {
    const picture = { ...tags, ...(one(tags, 259, 1) === JPEG ? AS_COLOUR : {}) } as unknown as UTIF.IFD;
    UTIF.decodeImage(bytes, picture);
    const { width, height } = picture;
    const rgba = new Uint8Array(UTIF.toRGBA8(picture));
    return { width, height, rgba, stretch: stretchOf(tags), orientation: orientationOf(tags) };
  } catch {
    return null; // Damaged inside.
  }
}
