import {
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as ed25519Sign,
  verify as ed25519Verify,
} from 'node:crypto';
import { createBLAKE2b } from 'hash-wasm';
import { err, ok, type Result } from '#shared/core/result.ts';

/**
 * Keys and signatures of minisign (https://jedisct1.github.io/minisign/), so that anyone can check ours with
 * that tool. Only prehashed signatures (`ED`) are made and accepted: BLAKE2b-512 of the file, signed with
 * Ed25519. The trusted comment is covered by a second signature.
 */
export interface MinisignPublicKey {
  /** 8 bytes that tell keys apart; chance, not a fingerprint. */
  readonly keyId: Uint8Array;
  /** 32 bytes, Ed25519. */
  readonly key: Uint8Array;
}

export interface MinisignSecretKey {
  readonly keyId: Uint8Array;
  /** 32 bytes, the Ed25519 seed. */
  readonly seed: Uint8Array;
}

export type MinisignRefusal =
  'minisign/malformed-key' | 'minisign/malformed-signature' | 'minisign/other-key' | 'minisign/bad-signature';

export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

const KEY_ALGORITHM = Buffer.from('Ed');
const PREHASHED = Buffer.from('ED');
const CHECKSUM_ALGORITHM = Buffer.from('B2');
const TRUSTED = 'trusted comment: ';
const UNTRUSTED = 'untrusted comment: ';
/** The tool reads trusted comments up to this length. */
const MAX_COMMENT_BYTES = 8192;
/** Algorithms, salt, two limits and a checksum around key id, seed and public key. */
const SECRET_FILE_BYTES = 158;

// DER of RFC 8410 up to the 32 bytes of key: what node:crypto takes Ed25519 keys in.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });

const signedBy = (seed: Uint8Array, message: Uint8Array): Buffer =>
  ed25519Sign(null, message, privateKeyOf(seed));

const isSignedBy = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  ed25519Verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, key]), format: 'der', type: 'spki' }),
    signature,
  );

/** Base64 of exactly `bytes` bytes, in its one canonical spelling. */
function decodeBase64(text: string | undefined, bytes: number): Buffer | undefined {
  if (text === undefined) return undefined;
  const decoded = Buffer.from(text, 'base64');
  return decoded.length === bytes && decoded.toString('base64') === text ? decoded : undefined;
}

/** A file's lines, as the tool writes them or with the line ends a mail program left. */
const linesOf = (text: string): string[] => text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');

/** How the tool prints a key id: the 8 bytes as one little-endian number. */
export const keyIdText = (keyId: Uint8Array): string =>
  Buffer.from(keyId).reverse().toString('hex').toUpperCase();

export const newMinisignKey = (): MinisignSecretKey => ({ keyId: randomBytes(8), seed: randomBytes(32) });

export function publicKeyOf(secret: MinisignSecretKey): MinisignPublicKey {
  const spki = createPublicKey(privateKeyOf(secret.seed)).export({ format: 'der', type: 'spki' });
  return { keyId: secret.keyId, key: spki.subarray(PUBLIC_PREFIX.length) };
}

/** The one line `RW…` that `minisign -V -P` takes. */
export const publicKeyText = (key: MinisignPublicKey): string =>
  Buffer.concat([KEY_ALGORITHM, key.keyId, key.key]).toString('base64');

export const publicKeyFile = (key: MinisignPublicKey): string =>
  `${UNTRUSTED}minisign public key ${keyIdText(key.keyId)}\n${publicKeyText(key)}\n`;

/** Reads the one line or the whole public key file. */
export function parsePublicKey(text: string): Result<MinisignPublicKey, 'minisign/malformed-key'> {
  const bytes = decodeBase64(linesOf(text).at(-1)?.trim(), 42);
  if (!bytes?.subarray(0, 2).equals(KEY_ALGORITHM)) return err('minisign/malformed-key');
  return ok({ keyId: bytes.subarray(2, 10), key: bytes.subarray(10) });
}

/** A secret key file without a passphrase, as `minisign -G -W` writes it. Keep it at mode 0600. */
export function secretKeyFile(secret: MinisignSecretKey): string {
  const bytes = Buffer.alloc(SECRET_FILE_BYTES);
  KEY_ALGORITHM.copy(bytes, 0);
  // Bytes 2–3, 6–53 and the last 32 stay zero: no key derivation, hence no salt, limits or checksum.
  CHECKSUM_ALGORITHM.copy(bytes, 4);
  bytes.set(secret.keyId, 54);
  bytes.set(secret.seed, 62);
  bytes.set(publicKeyOf(secret).key, 94);
  return `${UNTRUSTED}minisign secret key ${keyIdText(secret.keyId)}\n${bytes.toString('base64')}\n`;
}

/** Reads a secret key file that has no passphrase. */
export function parseSecretKeyFile(text: string): Result<MinisignSecretKey, 'minisign/malformed-key'> {
  const bytes = decodeBase64(linesOf(text).at(-1)?.trim(), SECRET_FILE_BYTES);
  if (!bytes?.subarray(0, 2).equals(KEY_ALGORITHM) || bytes.readUInt16LE(2) !== 0) {
    return err('minisign/malformed-key');
  }
  const secret = { keyId: bytes.subarray(54, 62), seed: bytes.subarray(62, 94) };
  if (!bytes.subarray(94, 126).equals(publicKeyOf(secret).key)) return err('minisign/malformed-key');
  return ok(secret);
}

async function prehash(source: ByteSource): Promise<Uint8Array> {
  // hash-wasm: Electron's BoringSSL has no BLAKE2b.
  const hasher = (await createBLAKE2b(512)).init();
  if (source instanceof Uint8Array) hasher.update(source);
  else for await (const chunk of source) hasher.update(chunk);
  return hasher.digest('binary');
}

/** The text of a `.minisig` file over all bytes of `source`. The trusted comment is one line. */
export async function signMinisign(
  secret: MinisignSecretKey,
  source: ByteSource,
  trustedComment: string,
): Promise<string> {
  if (/[\r\n]/.test(trustedComment) || Buffer.byteLength(trustedComment) >= MAX_COMMENT_BYTES) {
    throw new Error('a trusted comment is one line of less than 8192 bytes');
  }
  const signature = signedBy(secret.seed, await prehash(source));
  const global = signedBy(secret.seed, Buffer.concat([signature, Buffer.from(trustedComment)]));
  const packed = Buffer.concat([PREHASHED, secret.keyId, signature]);
  return [
    `${UNTRUSTED}signature by minisign key ${keyIdText(secret.keyId)}`,
    packed.toString('base64'),
    TRUSTED + trustedComment,
    global.toString('base64'),
    '',
  ].join('\n');
}

interface ParsedSignature {
  readonly keyId: Buffer;
  readonly signature: Buffer;
  readonly trustedComment: string;
  readonly global: Buffer;
}

function parseSignature(text: string): ParsedSignature | undefined {
  const lines = linesOf(text);
  const [untrusted, first, comment, last] = lines;
  const packed = decodeBase64(first, 74);
  const global = decodeBase64(last, 64);
  if (lines.length !== 4 || packed === undefined || global === undefined) return undefined;
  if (!untrusted?.startsWith(UNTRUSTED) || !comment?.startsWith(TRUSTED)) return undefined;
  if (!packed.subarray(0, 2).equals(PREHASHED)) return undefined;
  const trustedComment = comment.slice(TRUSTED.length);
  return { keyId: packed.subarray(2, 10), signature: packed.subarray(10), trustedComment, global };
}

/** Checks a `.minisig` file against a key and all bytes of `source`, and yields its trusted comment. */
export async function verifyMinisign(
  key: MinisignPublicKey,
  source: ByteSource,
  signatureFile: string,
): Promise<Result<{ readonly trustedComment: string }, MinisignRefusal>> {
  const parsed = parseSignature(signatureFile);
  if (parsed === undefined) return err('minisign/malformed-signature');
  if (!parsed.keyId.equals(key.keyId)) return err('minisign/other-key');
  const commented = Buffer.concat([parsed.signature, Buffer.from(parsed.trustedComment)]);
  const genuine =
    isSignedBy(key.key, commented, parsed.global) &&
    isSignedBy(key.key, await prehash(source), parsed.signature);
  return genuine ? ok({ trustedComment: parsed.trustedComment }) : err('minisign/bad-signature');
}
