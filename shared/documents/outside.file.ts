/** 外来文件: what is taken in from another program, at most. A scan of 60 pages in colour is about 20 MB. */
export const MOST_OUTSIDE_BYTES = 30_000_000;
export const MOST_OUTSIDE_PAGES = 200;
/** A photograph of a telephone has 50 million; four bytes each are in memory when it is drawn. */
export const MOST_PICTURE_PIXELS = 100_000_000;

export type OutsideKind = 'pdf' | 'jpeg' | 'png';

/** The head of a PDF may stand anywhere in here (ISO 32000-1, annex H.3.4.1). */
const HEAD_BYTES = 1024;
const PDF_HEAD = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_HEAD = [0xff, 0xd8, 0xff];

const standsAt = (bytes: Uint8Array, at: number, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[at + index] === byte);

/** By its first bytes; what a file is called tells nothing. */
export function outsideKind(bytes: Uint8Array): OutsideKind | undefined {
  if (standsAt(bytes, 0, JPEG_HEAD)) return 'jpeg';
  if (standsAt(bytes, 0, PNG_HEAD)) return 'png';
  const last = Math.min(bytes.length, HEAD_BYTES) - PDF_HEAD.length;
  for (let at = 0; at <= last; at++) if (standsAt(bytes, at, PDF_HEAD)) return 'pdf';
  return undefined;
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Width times height as the head of a JPEG or PNG says, before anything of it is drawn; undefined where it does not. */
export function picturePixels(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (outsideKind(bytes) === 'png')
    return view.byteLength >= 24 ? view.getUint32(16) * view.getUint32(20) : undefined;
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7);
    // Between two segments any number of these may stand.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}
