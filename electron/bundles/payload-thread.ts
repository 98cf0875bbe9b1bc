import type { WorkThread } from '#electron/files/work-thread.ts';
import { CHUNKS_AT_ONCE } from './age.format.ts';
import type { ByteChunk } from './byte-chunks.ts';

/** What a thread is asked to do with a block of an age payload, in memory that both share. */
export interface BlockWork {
  readonly key: Uint8Array;
  /** Of the first piece of the block. */
  readonly index: number;
  readonly given: SharedArrayBuffer;
  readonly length: number;
  readonly last: boolean;
  /** Where it puts what comes of it. */
  readonly made: SharedArrayBuffer;
}

interface Kind<Answer> {
  readonly thread: WorkThread<BlockWork, Answer>;
  /** Room for a whole block, and for what comes of it. */
  readonly given: number;
  readonly made: number;
  /** How much was made, or throws. */
  readonly lengthOf: (answer: Answer) => number;
}

const newPair = ({ given, made }: Pick<Kind<unknown>, 'given' | 'made'>) => ({
  given: new SharedArrayBuffer(given),
  made: new SharedArrayBuffer(made),
});

/**
 * The blocks of one payload through a thread, in their order, the next being read while the one before is worked on.
 * Every block but the last is whole. What is yielded is valid until the next is asked for.
 */
export async function* throughThread<Answer>(
  blocks: AsyncIterable<ByteChunk>,
  key: Uint8Array,
  kind: Kind<Answer>,
): AsyncGenerator<Buffer> {
  let [pair, other] = [newPair(kind), newPair(kind)];
  let index = 0;
  let before: Promise<Buffer> | undefined;
  for await (const { bytes, last } of blocks) {
    const { given, made } = pair;
    new Uint8Array(given).set(bytes);
    const asked = kind.thread.ask({ key, index, given, length: bytes.length, last, made });
    const next = asked.then(answer => Buffer.from(made, 0, kind.lengthOf(answer)));
    // Nobody may come to wait for it, and a failure is not to count as unhandled then.
    next.catch(() => undefined);
    index += CHUNKS_AT_ONCE;
    [pair, other] = [other, pair];
    if (before) yield await before;
    before = next;
  }
  if (before) yield await before;
}
