import { exifOfOrientation, orientationOf } from './exif.tags.ts';
import { joined, latinAt } from './byte-pieces.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

const EXIF = 'Exif\0\0';

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

export interface JpegParts {
  readonly segments: readonly Segment[];
  /** Which way up, where the Exif says so. */
  readonly exif: Uint8Array | undefined;
}

const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Past the compressed data that follows the head of a scan: to the next marker that is neither stuffing nor restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at !== -1 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isAlone(next)) return at;
  }
  return bytes.length;
}

/** The first picture of a JPEG (ITU-T T.81, annex B) as its segments; undefined where it is none. */
export function jpegParts(bytes: Uint8Array): JpegParts | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const segments: Segment[] = [];
  let exif: Uint8Array | undefined;
  let hasScan = false;
  for (let at = 2; at < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    if (isAlone(marker)) {
      segments.push({ marker, from: at, to: at + 2 });
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const head = at + 2 + length;
    if (length < 2 || head > bytes.length) return undefined;
    if (marker === 0xe1 && latinAt(bytes, at + 4, EXIF.length) === EXIF)
      exif ??= bytes.subarray(at + 10, head);
    const to = marker === SOS ? endOfScan(bytes, head) : head;
    hasScan ||= marker === SOS;
    segments.push({ marker, from: at, to });
    at = to;
  }
  return hasScan ? { segments, exif } : undefined;
}

/**
 * Of what a program may add, what is needed to draw the picture: JFIF, the colour profile, and Adobe's word on its
 * colours. Exif, XMP, IPTC, the previews and second pictures of cameras, and comments may say where it was taken.
 */
function isNeeded(bytes: Uint8Array, { marker, from }: Segment): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = latinAt(bytes, from + 4, 12);
  if (marker === 0xe0) return name.startsWith('JFIF\0');
  if (marker === 0xe2) return name === 'ICC_PROFILE\0';
  return marker === 0xee && name.startsWith('Adobe');
}

/** The same compressed picture without what was told of it, but for which way up it is. */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const parts = jpegParts(bytes);
  if (!parts) return undefined;
  const orientation = parts.exif && orientationOf(parts.exif);
  const kept = parts.segments.filter(segment => isNeeded(bytes, segment));
  const pieces = kept.map(({ from, to }) => bytes.subarray(from, to));
  const isJfif = kept[0]?.marker === 0xe0;
  const upright = orientation === undefined || orientation === 1 ? [] : [exifSegment(orientation)];
  return joined([
    Uint8Array.of(0xff, SOI),
    // JFIF wants to be the first, Exif takes the second place (as cameras and browsers have it).
    ...pieces.slice(0, isJfif ? 1 : 0),
    ...upright,
    ...pieces.slice(isJfif ? 1 : 0),
    Uint8Array.of(0xff, EOI),
  ]);
}

function exifSegment(orientation: number): Uint8Array {
  const exif = exifOfOrientation(orientation);
  const length = 2 + EXIF.length + exif.length;
  const name = Uint8Array.from(EXIF, letter => letter.charCodeAt(0));
  return joined([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), name, exif]);
}
