import { createHash, getHashes } from 'node:crypto';
import type { BagFile } from './bag.source.ts';

/** By normalised name (RFC 8493, 2.4): what Node calls the algorithm. Every digest has a fixed length. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map(
  getHashes()
    .filter(name => !/^(RSA|id-|shake|ssl3)/i.test(name))
    .map(name => [name.toLowerCase().replace(/[^a-z0-9]/g, ''), name]),
);

const digitsKnown = new Map<string, number>();

/** Hexadecimal digits of a checksum by this algorithm; undefined where it is not known here. */
export function digitsOf(algorithm: string): number | undefined {
  const name = ALGORITHMS.get(algorithm);
  if (name === undefined) return undefined;
  const known = digitsKnown.get(name) ?? createHash(name).digest('hex').length;
  digitsKnown.set(name, known);
  return known;
}

export interface HashedFile {
  readonly bytes: number;
  readonly checksums: ReadonlyMap<string, string>;
}

/** Reads a file once for all the algorithms that list it. */
export async function hashFile(file: BagFile, algorithms: Iterable<string>): Promise<HashedFile> {
  const hashes = new Map(
    [...algorithms].map(each => [each, createHash(ALGORITHMS.get(each) ?? each)] as const),
  );
  let bytes = 0;
  for await (const piece of await file.open()) {
    bytes += piece.length;
    for (const hash of hashes.values()) hash.update(piece);
  }
  return { bytes, checksums: new Map([...hashes].map(([name, hash]) => [name, hash.digest('hex')])) };
}

/** A small file whole; undefined where it is larger than `most` bytes. */
export async function readWhole(file: BagFile, most: number): Promise<Buffer | undefined> {
  if (file.bytes > most) return undefined;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of await file.open()) {
    bytes += part.length;
    if (bytes > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, bytes);
}
