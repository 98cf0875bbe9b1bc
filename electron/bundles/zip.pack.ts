import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { Instant } from '#shared/core/instant.ts';
import { centralRecord, dataDescriptor, endOfZip, LARGE_FILE, localHeader, zipStamp } from './zip.records.ts';

export interface ZipMember {
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Deflate it; papers, pictures and sound are compressed already and are stored. */
  readonly deflate: boolean;
  /** Where it is known; needed over 4 GiB. */
  readonly bytes?: number;
}

async function* deflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw();
  const feeding = pipeline(source, deflate);
  // Whoever reads hears of the failure; one who stopped reading has no use for it.
  feeding.catch(() => undefined);
  yield* deflate as AsyncIterable<Uint8Array>;
  await feeding;
}

/**
 * Packs members one after the other into a ZIP. The same members and time give the same bytes on every PC.
 * Whoever stops reading ends the packing and closes the member that is open.
 */
export async function* packZip(members: AsyncIterable<ZipMember>, at: Instant): AsyncGenerator<Uint8Array> {
  const stamp = zipStamp(at);
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { path, open, deflate, bytes: known = 0 } of members) {
    const file = { name: Buffer.from(path), deflate, stamp, large: known >= LARGE_FILE };
    const sums = { crc: 0, bytes: 0, packed: 0 };
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of open()) {
        sums.crc = crc32(piece, sums.crc);
        sums.bytes += piece.length;
        yield piece;
      }
    };
    const header = localHeader(file);
    yield header;
    for await (const piece of deflate ? deflated(counted()) : counted()) {
      sums.packed += piece.length;
      yield piece;
    }
    if (!file.large && Math.max(sums.bytes, sums.packed) >= LARGE_FILE)
      throw new Error('a member over 4 GiB has to say how long it is');
    const packed = { ...file, ...sums, offset };
    const descriptor = dataDescriptor(packed);
    yield descriptor;
    directory.push(centralRecord(packed));
    offset += header.length + sums.packed + descriptor.length;
  }
  yield* directory;
  const bytes = directory.reduce((sum, entry) => sum + entry.length, 0);
  yield endOfZip({ entries: directory.length, bytes, offset });
}
