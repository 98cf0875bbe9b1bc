import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { ImportFault } from './import.fault.ts';

/** A sheet of 20 000 rows unpacks to a tenth of it. */
const MOST_UNPACKED = 200_000_000;
const MOST_ENTRIES = 2000;

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });

/** How much really comes out; yauzl fails where that is not what the entry says. */
const unpackedSize = (zip: ZipFile, entry: Entry, most: number): Promise<number> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) {
          stream.destroy();
          resolve(size);
        }
      });
      stream.on('error', reject);
      stream.on('end', () => resolve(size));
    });
  });

/** A few kilobytes can unpack to gigabytes: everything is unpacked once, into nothing, before it is read. */
export async function guardZip(bytes: Uint8Array): Promise<Result<null, ImportFault>> {
  const tooLarge = err<ImportFault>({ code: 'imports/too-large', most: MOST_UNPACKED / 1_000_000 });
  try {
    const zip = await open(bytes);
    if (zip.entryCount > MOST_ENTRIES) return tooLarge;
    let left = MOST_UNPACKED;
    for await (const entry of zip.eachEntry()) {
      if (entry.uncompressedSize > left) return tooLarge;
      left -= await unpackedSize(zip, entry, left);
      if (left < 0) return tooLarge;
    }
    return ok(null);
  } catch {
    return err({ code: 'imports/damaged' });
  }
}

/** One file of a zip that was guarded; longer than `most` where it is, undefined where it is not in there. */
export async function unpacked(bytes: Uint8Array, name: string, most: number): Promise<Buffer | undefined> {
  const zip = await open(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      pieces.push(piece as Buffer);
      size += (piece as Buffer).length;
      if (size > most) break;
    }
    return Buffer.concat(pieces);
  }
  return undefined;
}
