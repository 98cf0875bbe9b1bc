import { oneThread, WorkThread } from '#electron/files/work-thread.ts';
import { CHUNK, CHUNKS_AT_ONCE, CIPHER, TAG } from './age.format.ts';
import type { ByteChunk } from './byte-chunks.ts';
import { throughThread, type BlockWork } from './payload-thread.ts';

/** Sealed at once. */
export const SEALED_AT_ONCE = CHUNKS_AT_ONCE * CHUNK;

/** The nonce of a piece: eleven bytes of counter and one that marks the last. Answers with how much it has made. */
const WORK = `
const { createCipheriv } = require('node:crypto');
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ key, index, given, length, last, made }) => {
  const out = new Uint8Array(made);
  let used = 0;
  for (let at = 0; at < length || at === 0; at += ${CHUNK}) {
    const end = Math.min(length, at + ${CHUNK});
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(index + at / ${CHUNK}, 5, 6);
    nonce[11] = last && end === length ? 1 : 0;
    const cipher = createCipheriv('${CIPHER}', key, nonce, { authTagLength: ${TAG} });
    const piece = cipher.update(new Uint8Array(given, at, end - at));
    cipher.final();
    out.set(piece, used);
    out.set(cipher.getAuthTag(), used + piece.length);
    used += piece.length + ${TAG};
  }
  parentPort.postMessage(used);
});
`;

// Clearing away the pieces that a cipher makes goes through the whole heap: that of this thread is nearly empty.
const theThread = oneThread(() => new WorkThread<BlockWork, number>(WORK, 'seal'));

/** Seals the blocks of one payload beside what else is done. */
export const sealedBlocks = (blocks: AsyncIterable<ByteChunk>, key: Uint8Array): AsyncGenerator<Buffer> =>
  throughThread(blocks, key, {
    thread: theThread(),
    given: SEALED_AT_ONCE,
    made: SEALED_AT_ONCE + CHUNKS_AT_ONCE * TAG,
    lengthOf: made => made,
  });
