import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The layout is described in README.md beside this file; both change together. Integers are little-endian. */
export const JOURNAL_VERSION = 1;
export const FILE_HEADER_BYTES = 64;
export const RECORD_HEADER_BYTES = 64;
export const TAG_BYTES = 16;
/** A batch of events is a few kilobytes; an import is cut into batches far smaller than this. */
export const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

const MAGIC = Buffer.from('PDJ\r\n\x1a\n\0', 'latin1');
const DOMAIN = 'phoenix-desk/journal/1/';
const HASH_DOMAIN = Buffer.from(`${DOMAIN}record\0`);
const SEAL_DOMAIN = Buffer.from(`${DOMAIN}seal\0`);
const CHECK_AT = 60;

export interface FileHeader {
  readonly id: Buffer;
  readonly createdMs: number;
  readonly keyCheck: Buffer;
  /** What the first record names as the hash before it. */
  readonly hash: Buffer;
}

export type ParsedFileHeader =
  | { readonly kind: 'header'; readonly header: FileHeader }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' };

const digest = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Tells another key from a damaged file before anything is decrypted. */
export const keyCheckOf = (key: Buffer, id: Buffer): Buffer =>
  createHmac('sha256', key).update(`${DOMAIN}key-check\0`).update(id).digest().subarray(0, 16);

export function encodeFileHeader(id: Buffer, createdMs: number, keyCheck: Buffer): Buffer {
  const bytes = Buffer.alloc(FILE_HEADER_BYTES);
  MAGIC.copy(bytes, 0);
  bytes.writeUInt32LE(JOURNAL_VERSION, 8);
  id.copy(bytes, 12);
  bytes.writeBigUInt64LE(BigInt(createdMs), 28);
  keyCheck.copy(bytes, 36);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CHECK_AT)), CHECK_AT);
  return bytes;
}

export function parseFileHeader(bytes: Buffer): ParsedFileHeader {
  const whole = bytes.length >= FILE_HEADER_BYTES && bytes.subarray(0, 8).equals(MAGIC);
  if (!whole || bytes.readUInt32LE(CHECK_AT) !== crc32(bytes.subarray(0, CHECK_AT))) {
    return { kind: 'damaged' };
  }
  const version = bytes.readUInt32LE(8);
  if (version > JOURNAL_VERSION) return { kind: 'newer', version };
  const head = bytes.subarray(0, FILE_HEADER_BYTES);
  return {
    kind: 'header',
    header: {
      id: Buffer.from(head.subarray(12, 28)),
      createdMs: Number(head.readBigUInt64LE(28)),
      keyCheck: Buffer.from(head.subarray(36, 52)),
      hash: digest(Buffer.from(`${DOMAIN}header\0`), head),
    },
  };
}

export interface RecordHeader {
  readonly seq: number;
  /** Of the encrypted payload with its tag. */
  readonly boxBytes: number;
  /** Of the whole record before this one, 0 for the first: the way back from the end. */
  readonly previousBytes: number;
  readonly previousHash: Buffer;
  readonly bytes: Buffer;
}

/** Undefined when these 64 bytes are no record header. */
export function parseRecordHeader(bytes: Buffer): RecordHeader | undefined {
  if (bytes.readUInt32LE(CHECK_AT) !== crc32(bytes.subarray(0, CHECK_AT))) return undefined;
  const boxBytes = bytes.readUInt32LE(0);
  if (boxBytes < TAG_BYTES || boxBytes > MAX_PAYLOAD_BYTES + TAG_BYTES) return undefined;
  return {
    seq: bytes.readUInt32LE(8) + bytes.readUInt32LE(12) * 2 ** 32,
    boxBytes,
    previousBytes: bytes.readUInt32LE(4),
    previousHash: bytes.subarray(16, 48),
    bytes: bytes.subarray(0, RECORD_HEADER_BYTES),
  };
}

/** Over number, hash before, nonce and box, so that the chain can be checked without the key. */
export const recordHash = (header: Buffer, box: Buffer): Buffer =>
  digest(HASH_DOMAIN, header.subarray(8, CHECK_AT), box);

const sealedAbout = (id: Buffer, header: Buffer): Buffer =>
  Buffer.concat([SEAL_DOMAIN, id, header.subarray(8, 48)]);

export function sealRecord(
  key: Buffer,
  id: Buffer,
  place: { readonly seq: number; readonly previousBytes: number; readonly previousHash: Buffer },
  payload: Uint8Array,
): { readonly bytes: Buffer; readonly hash: Buffer } {
  const bytes = Buffer.allocUnsafe(RECORD_HEADER_BYTES + payload.length + TAG_BYTES);
  bytes.writeUInt32LE(payload.length + TAG_BYTES, 0);
  bytes.writeUInt32LE(place.previousBytes, 4);
  bytes.writeBigUInt64LE(BigInt(place.seq), 8);
  place.previousHash.copy(bytes, 16);
  const nonce = randomBytes(12);
  nonce.copy(bytes, 48);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CHECK_AT)), CHECK_AT);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(sealedAbout(id, bytes));
  cipher.update(payload).copy(bytes, RECORD_HEADER_BYTES);
  cipher.final();
  cipher.getAuthTag().copy(bytes, RECORD_HEADER_BYTES + payload.length);
  return { bytes, hash: recordHash(bytes, bytes.subarray(RECORD_HEADER_BYTES)) };
}

/** Undefined when the key is another one or a byte was changed. */
export function openRecord(key: Buffer, id: Buffer, header: Buffer, box: Buffer): Buffer | undefined {
  const tagAt = box.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, header.subarray(48, CHECK_AT))
    .setAAD(sealedAbout(id, header))
    .setAuthTag(box.subarray(tagAt));
  const payload = decipher.update(box.subarray(0, tagAt));
  try {
    decipher.final();
    return payload;
  } catch {
    return undefined;
  }
}
