import { readAll } from '#electron/files/write-all.ts';
import type { FileHandle } from '#electron/files/file-port.ts';

export interface ByteChunk {
  /** Valid until the next chunk is asked for. */
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** Cuts a stream into pieces of exactly `size` bytes; the last one may be shorter, and is there even if empty. */
export async function* inChunks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<ByteChunk> {
  const buffer = Buffer.alloc(size);
  let used = 0;
  for await (const piece of source) {
    for (let taken = 0; taken < piece.length;) {
      // A full buffer is held back until more comes: only then is it known not to be the last.
      if (used === size) {
        yield { bytes: buffer, last: false };
        used = 0;
      }
      const part = piece.subarray(taken, taken + size - used);
      buffer.set(part, used);
      used += part.length;
      taken += part.length;
    }
  }
  yield { bytes: buffer.subarray(0, used), last: true };
}

/** The bytes of an open file from `start` to `end`, in pieces of `size`; each is valid until the next but one. */
export async function* fileChunks(
  handle: FileHandle,
  { start, end, size }: { readonly start: number; readonly end: number; readonly size: number },
): AsyncGenerator<Buffer> {
  const room = Math.min(size, Math.max(0, end - start));
  let [buffer, other] = [Buffer.alloc(room), Buffer.alloc(room)];
  for (let at = start; at < end;) {
    const wanted = buffer.subarray(0, Math.min(room, end - at));
    const read = await readAll(handle, wanted, at);
    if (read < wanted.length) throw shortRead();
    at += read;
    yield wanted;
    [buffer, other] = [other, buffer];
  }
}

const shortRead = (): Error =>
  Object.assign(new Error('the file became shorter while it was read'), { code: 'EIO', syscall: 'read' });

/**
 * Gathers pieces into blocks of `size` bytes, so that the disk is asked less often; the last one may be shorter. Each
 * is valid until the next but one.
 */
export async function* gathered(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let [buffer, other]: [Buffer, Buffer?] = [Buffer.allocUnsafe(size)];
  let used = 0;
  for await (const piece of source) {
    for (let taken = 0; taken < piece.length;) {
      const part = piece.subarray(taken, taken + size - used);
      buffer.set(part, used);
      used += part.length;
      taken += part.length;
      if (used < size) continue;
      yield buffer;
      [buffer, other] = [other ?? Buffer.allocUnsafe(size), buffer];
      used = 0;
    }
  }
  if (used > 0) yield buffer.subarray(0, used);
}

/** Asks for the next piece while the one before is still worked on: reading, computing and writing overlap. */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const next = iterator.next();
    // It is awaited below; until then a failure is not to count as unhandled.
    next.catch(() => undefined);
    return next;
  };
  let next = ask();
  try {
    for (;;) {
      const result = await next;
      if (result.done === true) return;
      next = ask();
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}
