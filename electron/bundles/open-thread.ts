import { oneThread, WorkThread } from '#electron/files/work-thread.ts';
import { CHUNK, CHUNKS_AT_ONCE, CIPHER, TAG } from './age.format.ts';
import { BundleFault } from './bundle.fault.ts';
import type { ByteChunk } from './byte-chunks.ts';
import { throughThread, type BlockWork } from './payload-thread.ts';

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
parentPort.on('message', ({ key, index, given, length, last, made }) => {
  const out = new Uint8Array(made);
  let piece = index;
  let used = 0;
  try {
    for (let at = 0; at < length; at += ${CHUNK + TAG}, piece += 1) {
      const end = Math.min(length, at + ${CHUNK + TAG});
      const opened = openPiece(key, piece, last && end === length, new Uint8Array(given, at, end - at));
      out.set(opened, used);
      used += opened.length;
    }
    parentPort.postMessage({ used });
  } catch (cause) {
    parentPort.postMessage({ bad: piece, cause });
  }
});
`;

type Answer = { readonly used: number } | { readonly bad: number; readonly cause: unknown };

const theThread = oneThread(() => new WorkThread<BlockWork, Answer>(WORK, 'open'));

/** Opens the blocks of one payload beside what else is done. What it yields is genuine. */
export const openedBlocks = (blocks: AsyncIterable<ByteChunk>, key: Uint8Array): AsyncGenerator<Buffer> =>
  throughThread(blocks, key, {
    thread: theThread(),
    given: OPENED_AT_ONCE,
    made: CHUNKS_AT_ONCE * CHUNK,
    lengthOf: answer => {
      if ('bad' in answer) throw new BundleFault('bundle/broken-age', `piece ${answer.bad}`, answer.cause);
      return answer.used;
    },
  });
