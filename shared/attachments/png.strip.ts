import { joined, latinAt } from './byte-pieces.ts';
import { exifOfOrientation, orientationOf } from './exif.tags.ts';

const HEAD_BYTES = 8;

/** What is needed to draw it (PNG, third edition, 5.6), an animation too. Texts, times, Exif and the unknown are not. */
const NEEDED: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD', 'pHYs', 'sBIT'],
  ...['cHRM', 'gAMA', 'iCCP', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'acTL', 'fcTL', 'fdAT'],
]);

interface PngChunk {
  readonly name: string;
  readonly data: Uint8Array;
  readonly all: Uint8Array;
}

/** Its chunks up to the end; undefined where it breaks off before. What lies behind the end belongs to nobody. */
export function pngChunks(bytes: Uint8Array): readonly PngChunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = HEAD_BYTES; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const name = latinAt(bytes, at + 4, 4);
    chunks.push({ name, data: bytes.subarray(at + 8, end - 4), all: bytes.subarray(at, end) });
    if (name === 'IEND') return chunks[0]?.name === 'IHDR' ? chunks : undefined;
    at = end;
  }
  return undefined;
}

/** CRC-32 as in PNG, annex D. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export function pngChunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    Uint8Array.from(name, letter => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const chunks = pngChunks(bytes);
  if (!chunks) return undefined;
  const exif = chunks.find(({ name }) => name === 'eXIf');
  const orientation = exif && orientationOf(exif.data);
  const upright =
    orientation === undefined || orientation === 1 ? [] : [pngChunk('eXIf', exifOfOrientation(orientation))];
  const [head, ...rest] = chunks.filter(({ name }) => NEEDED.has(name)).map(({ all }) => all);
  return head && joined([bytes.subarray(0, HEAD_BYTES), head, ...upright, ...rest]);
}
