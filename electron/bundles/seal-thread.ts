import { oneThread, WorkThread } from '#electron/files/work-thread.ts';
import { CHUNK, CHUNKS_AT_ONCE, CIPHER, TAG } from './age.format.ts';

/** Sealed at once. */
export const SEALED_AT_ONCE = CHUNKS_AT_ONCE * CHUNK;

/** The nonce of a piece: eleven bytes of counter and one that marks the last. Answers with how much it has made. */
const WORK = `
const { createCipheriv } = require('node:crypto');
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ key, index, plain, length, last, sealed }) => {
  const out = new Uint8Array(sealed);
  let made = 0;
  for (let at = 0; at < length || at === 0; at += ${CHUNK}) {
    const end = Math.min(length, at + ${CHUNK});
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(index + at / ${CHUNK}, 5, 6);
    nonce[11] = last && end === length ? 1 : 0;
    const cipher = createCipheriv('${CIPHER}', key, nonce, { authTagLength: ${TAG} });
    const piece = cipher.update(new Uint8Array(plain, at, end - at));
    cipher.final();
    out.set(piece, made);
    out.set(cipher.getAuthTag(), made + piece.length);
    made += piece.length + ${TAG};
  }
  parentPort.postMessage(made);
});
`;

interface Question {
  readonly key: Uint8Array;
  /** Of the first piece of the block. */
  readonly index: number;
  readonly plain: SharedArrayBuffer;
  readonly length: number;
  readonly last: boolean;
  readonly sealed: SharedArrayBuffer;
}

// Clearing away the pieces that a cipher makes goes through the whole heap: that of this thread is nearly empty.
const theThread = oneThread(() => new WorkThread<Question, number>(WORK, 'seal'));

const newPair = () => ({
  plain: new SharedArrayBuffer(SEALED_AT_ONCE),
  sealed: new SharedArrayBuffer(SEALED_AT_ONCE + CHUNKS_AT_ONCE * TAG),
});

/** Seals the blocks of one age payload, in their order, beside what else is done. */
export class PayloadSeal {
  private readonly thread = theThread();
  private readonly key: Uint8Array;
  private pair = newPair();
  private other = newPair();
  private index = 0;

  constructor(key: Uint8Array) {
    this.key = key;
  }

  /**
   * Every block but the last is of `SEALED_AT_ONCE` bytes. It may be used for something else as soon as this returns;
   * what comes of it is valid until the next but one is given.
   */
  seal(block: Uint8Array, last: boolean): Promise<Buffer> {
    const { plain, sealed } = this.pair;
    new Uint8Array(plain).set(block);
    const { thread, key, index } = this;
    const made = thread.ask({ key, index, plain, length: block.length, last, sealed });
    this.index += CHUNKS_AT_ONCE;
    [this.pair, this.other] = [this.other, this.pair];
    return made.then(length => Buffer.from(sealed, 0, length));
  }
}
