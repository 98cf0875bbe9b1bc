import { CHUNK_BYTES } from './vault.format.ts';

export interface Chunk {
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** Cuts any pieces into full chunks and a last one, which is empty only when there is nothing at all. */
export async function* inChunks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Chunk, void, undefined> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  for await (const piece of pieces) {
    let taken = 0;
    while (taken < piece.length) {
      // A full chunk is given out only when more follows: until then it may be the last.
      if (filled === CHUNK_BYTES) {
        yield { bytes: chunk, last: false };
        chunk = Buffer.allocUnsafe(CHUNK_BYTES);
        filled = 0;
      }
      const part = piece.subarray(taken, taken + CHUNK_BYTES - filled);
      chunk.set(part, filled);
      filled += part.length;
      taken += part.length;
    }
  }
  yield { bytes: chunk.subarray(0, filled), last: true };
}
