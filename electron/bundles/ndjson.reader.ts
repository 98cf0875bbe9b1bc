import { createReadStream } from 'node:fs';
import { BundleFault } from './bundle.fault.ts';
import type { BundleLimits } from './bundle.limits.ts';

const LINE_FEED = 10;

/** Refuses what is nested too deep to walk safely, and the one key that is not a key like others. */
function checkShape(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every(member => checkShape(member, depth - 1));
}

/** JSON from outside as plain data, or undefined where it is none or not safe to walk. */
export function parsePlainJson(bytes: Uint8Array, limits: Pick<BundleLimits, 'depth'>): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return checkShape(value, limits.depth) ? value : undefined;
  } catch {
    // Not UTF-8 or not JSON: undefined says so.
    return undefined;
  }
}

/** The lines of a file, which are refused above `maxBytes`; `path` is its name inside the bag. */
export async function* byteLines(
  source: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const take = (part: Buffer): void => {
    heldBytes += part.length;
    if (heldBytes > maxBytes) throw new BundleFault('bundle/too-large', `a line of ${path}`);
    held.push(part);
  };
  for await (const piece of source) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      yield Buffer.concat(held, heldBytes);
      [held, heldBytes, from] = [[], 0, end + 1];
    }
    take(chunk.subarray(from));
  }
  if (heldBytes > 0) yield Buffer.concat(held, heldBytes);
}

/** The values of a file with one JSON value a line, in flat memory; `path` is its name inside the bag. */
export async function* readNdjson(
  file: string,
  path: string,
  limits: Pick<BundleLimits, 'lineBytes' | 'depth'>,
): AsyncGenerator {
  let number = 0;
  const source = createReadStream(file) as AsyncIterable<Buffer>;
  for await (const line of byteLines(source, path, limits.lineBytes)) {
    number += 1;
    const value = parsePlainJson(line, limits);
    if (value === undefined) throw new BundleFault('bundle/bad-content', `${path}, line ${number}`);
    yield value;
  }
}
