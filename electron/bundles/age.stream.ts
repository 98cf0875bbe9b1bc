import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import type { FileHandle } from '#electron/files/file-port.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { readAll } from '#electron/files/write-all.ts';
import { CHUNK, CIPHER, TAG } from './age.format.ts';
import { BundleFault } from './bundle.fault.ts';
import { ahead, fileChunks, inChunks, type ByteChunk } from './byte-chunks.ts';
import { OPENED_AT_ONCE, openedBlocks } from './open-thread.ts';
import { SEALED_AT_ONCE, sealedBlocks } from './seal-thread.ts';

const NONCE = 16;
/** Holds some hundred recipients; a longer header is no age file of ours. */
const MAX_HEADER = 64 * 1024;
const HEADER_END = /\n---[^\n]*\n/;

/** Node has the payload's cipher; Electron's BoringSSL may not, and JavaScript then does it, several times slower. */
export const hasNativeCipher = ((): boolean => {
  try {
    createCipheriv(CIPHER, Buffer.alloc(32), Buffer.alloc(12), { authTagLength: TAG });
    return true;
  } catch {
    return false;
  }
})();

const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

const toWeb = (source: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(source, { objectMode: false })) as unknown as ReadableStream<Uint8Array>;

const fromWeb = (stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> =>
  stream as NodeReadableStream<Uint8Array>;

function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter;
}

/** A header for these recipients, and the file key wrapped in it. */
async function newHeader(recipients: readonly string[]) {
  const encrypter = encrypterFor(recipients);
  let fileKey: Uint8Array | undefined;
  encrypter.addRecipient({
    wrapFileKey: key => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const emptyFile = await encrypter.encrypt(new Uint8Array(0));
  if (fileKey === undefined) throw new Error('age made a header without asking its recipients');
  return { header: emptyFile.subarray(0, emptyFile.length - NONCE - TAG), fileKey };
}

/**
 * Encrypts a stream of bytes to every one of the recipients, in flat memory. Each piece is valid until the next is
 * asked for.
 */
export async function* encryptAge(
  source: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  native = hasNativeCipher,
): AsyncGenerator<Uint8Array> {
  if (!native) {
    yield* fromWeb(await encrypterFor(recipients).encrypt(toWeb(source)));
    return;
  }
  const { header, fileKey } = await newHeader(recipients);
  const nonce = randomBytes(NONCE);
  yield header;
  yield nonce;
  yield* sealedBlocks(inChunks(source, SEALED_AT_ONCE), payloadKey(fileKey, nonce));
}

/** Gets every byte of a file as it lies there, and is waited for. */
type Seen = (bytes: Uint8Array) => unknown;

export interface AgeFile {
  readonly handle: FileHandle;
  readonly size: number;
}

async function readHeader({ handle, size }: AgeFile): Promise<Buffer> {
  const head = Buffer.alloc(Math.min(MAX_HEADER, size));
  await readAll(handle, head, 0);
  const end = HEADER_END.exec(head.toString('latin1'));
  if (end === null) throw new BundleFault('bundle/broken-age', 'header');
  return head.subarray(0, end.index + end[0].length);
}

/** The file key, for the first identity that fits one of the file's recipients. */
async function openHeader(header: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (cause) {
    const stranger = cause instanceof Error && cause.message.startsWith('no identity matched');
    throw new BundleFault(stranger ? 'bundle/wrong-recipient' : 'bundle/broken-age', 'header', cause);
  }
}

async function* openNatively(
  file: AgeFile,
  header: Buffer,
  fileKey: Uint8Array,
  seen: Seen,
): AsyncGenerator<Uint8Array> {
  const start = header.length + NONCE;
  const nonce = Buffer.alloc(NONCE);
  const lastLength = (file.size - start) % (CHUNK + TAG) || CHUNK + TAG;
  const empty = file.size - start === TAG;
  if (file.size - start < TAG || (lastLength <= TAG && !empty)) {
    throw new BundleFault('bundle/broken-age', 'cut short');
  }
  await readAll(file.handle, nonce, header.length);
  await seen(header);
  await seen(nonce);
  const blocks = async function* (): AsyncGenerator<ByteChunk> {
    let at = start;
    const read = fileChunks(file.handle, { start, end: file.size, size: OPENED_AT_ONCE });
    for await (const bytes of ahead(read)) {
      await seen(bytes);
      at += bytes.length;
      yield { bytes, last: at === file.size };
    }
  };
  yield* openedBlocks(blocks(), payloadKey(fileKey, nonce));
}

async function* openWithJavaScript(
  file: AgeFile,
  identities: readonly string[],
  seen: Seen,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const tapped = async function* (): AsyncGenerator<Uint8Array> {
    const blocks = fileChunks(file.handle, { start: 0, end: file.size, size: OPENED_AT_ONCE });
    for await (const block of ahead(blocks)) {
      await seen(block);
      yield Buffer.from(block);
    }
  };
  try {
    yield* fromWeb(await decrypter.decrypt(toWeb(tapped())));
  } catch (cause) {
    if (isSystemError(cause)) throw cause;
    throw new BundleFault('bundle/broken-age', 'payload', cause);
  }
}

/**
 * Opens an age file, in flat memory. What it yields is genuine piece by piece, but a file cut short shows only
 * at the end: use nothing before that. Each piece is valid until the next is asked for. `seen` gets every byte of
 * the file itself, for its checksum.
 */
export async function* decryptAge(
  file: AgeFile,
  identities: readonly string[],
  seen: Seen = () => undefined,
  native = hasNativeCipher,
): AsyncGenerator<Uint8Array> {
  const header = await readHeader(file);
  const fileKey = await openHeader(header, identities);
  yield* native ? openNatively(file, header, fileKey, seen) : openWithJavaScript(file, identities, seen);
}
