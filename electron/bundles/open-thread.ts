import { oneThread, WorkThread } from '#electron/files/work-thread.ts';
import { CHUNK, CHUNKS_AT_ONCE, CIPHER, TAG } from './age.format.ts';
import { BundleFault } from './bundle.fault.ts';

/** Opened at once. */
export const OPENED_AT_ONCE = CHUNKS_AT_ONCE * (CHUNK + TAG);

/** The nonce is that of sealing. Answers with how much it has opened, or with the first piece that is not genuine. */
const WORK = `
const { createDecipheriv } = require('node:crypto');
const { parentPort } = require('node:worker_threads');
function openPiece(key, piece, last, sealed) {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(piece, 5, 6);
  nonce[11] = last ? 1 : 0;
  const end = sealed.length - ${TAG};
  const cipher = createDecipheriv('${CIPHER}', key, nonce, { authTagLength: ${TAG} });
  cipher.setAuthTag(Buffer.from(sealed.subarray(end)));
  const opened = cipher.update(sealed.subarray(0, end));
  cipher.final();
  return opened;
}
parentPort.on('message', ({ key, index, sealed, length, last, plain }) => {
  const out = new Uint8Array(plain);
  let piece = index;
  let made = 0;
  try {
    for (let at = 0; at < length; at += ${CHUNK + TAG}, piece += 1) {
      const end = Math.min(length, at + ${CHUNK + TAG});
      const opened = openPiece(key, piece, last && end === length, new Uint8Array(sealed, at, end - at));
      out.set(opened, made);
      made += opened.length;
    }
    parentPort.postMessage({ made });
  } catch (cause) {
    parentPort.postMessage({ bad: piece, cause });
  }
});
`;

interface Question {
  readonly key: Uint8Array;
  /** Of the first piece of the block. */
  readonly index: number;
  readonly sealed: SharedArrayBuffer;
  readonly length: number;
  readonly last: boolean;
  readonly plain: SharedArrayBuffer;
}

type Answer = { readonly made: number } | { readonly bad: number; readonly cause: unknown };

const theThread = oneThread(() => new WorkThread<Question, Answer>(WORK, 'open'));

const newPair = () => ({
  sealed: new SharedArrayBuffer(OPENED_AT_ONCE),
  plain: new SharedArrayBuffer(CHUNKS_AT_ONCE * CHUNK),
});

/** Opens the blocks of one age payload, in their order, beside what else is done. */
export class PayloadOpening {
  private readonly thread = theThread();
  private readonly key: Uint8Array;
  private pair = newPair();
  private other = newPair();
  private index = 0;

  constructor(key: Uint8Array) {
    this.key = key;
  }

  /**
   * Every block but the last is of `OPENED_AT_ONCE` bytes. It may be used for something else as soon as this returns;
   * what comes of it is genuine, and valid until the next but one is given.
   */
  async open(block: Uint8Array, last: boolean): Promise<Buffer> {
    const { sealed, plain } = this.pair;
    new Uint8Array(sealed).set(block);
    const { thread, key, index } = this;
    this.index += CHUNKS_AT_ONCE;
    [this.pair, this.other] = [this.other, this.pair];
    const answer = await thread.ask({ key, index, sealed, length: block.length, last, plain });
    if ('bad' in answer) throw new BundleFault('bundle/broken-age', `piece ${answer.bad}`, answer.cause);
    return Buffer.from(plain, 0, answer.made);
  }
}
