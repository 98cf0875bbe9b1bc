import { joined, latinAt } from './byte-pieces.ts';
import { exifOfOrientation, orientationOf } from './exif.tags.ts';

const NEEDED: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In the first byte of VP8X: there is Exif, there is XMP (WebP container specification, extended format). */
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

interface WebpChunk {
  readonly name: string;
  readonly data: Uint8Array;
}

/** undefined where it breaks off. */
export function webpChunks(bytes: Uint8Array): readonly WebpChunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return undefined;
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length + 1) return undefined;
  const chunks: WebpChunk[] = [];
  for (let at = 12; at + 8 <= end;) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) return undefined;
    chunks.push({ name: latinAt(bytes, at, 4), data: bytes.subarray(at + 8, at + 8 + length) });
    // Of an odd length one byte is added.
    at += 8 + length + (length % 2);
  }
  return chunks.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')
    ? chunks
    : undefined;
}

export function riffChunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + data.length + (data.length % 2));
  bytes.set(Uint8Array.from(name, letter => letter.charCodeAt(0)));
  new DataView(bytes.buffer).setUint32(4, data.length, true);
  bytes.set(data, 8);
  return bytes;
}

export const webpOf = (chunks: readonly WebpChunk[]): Uint8Array<ArrayBuffer> =>
  riffChunk(
    'RIFF',
    joined([
      Uint8Array.from('WEBP', letter => letter.charCodeAt(0)),
      ...chunks.map(each => riffChunk(each.name, each.data)),
    ]),
  );

export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const chunks = webpChunks(bytes);
  if (!chunks) return undefined;
  const told = chunks.find(({ name }) => name === 'EXIF')?.data;
  // Some programs begin it as in a JPEG.
  const exif = told && latinAt(told, 0, 6) === 'Exif\0\0' ? told.subarray(6) : told;
  const orientation = exif && orientationOf(exif);
  const keepsExif = orientation !== undefined && orientation !== 1;
  const kept = chunks
    .filter(({ name }) => NEEDED.has(name))
    .map(chunk => {
      if (chunk.name !== 'VP8X') return chunk;
      const data = chunk.data.slice();
      data[0] = ((data[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (keepsExif ? EXIF_FLAG : 0);
      return { name: chunk.name, data };
    });
  return webpOf([...kept, ...(keepsExif ? [{ name: 'EXIF', data: exifOfOrientation(orientation) }] : [])]);
}
