import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * A stored file, integers little-endian: header, then the content in chunks of 1 MiB, each AES-256-GCM
 * ciphertext ‖ tag, as in the STREAM construction (Hoang et al., 2015): the nonce is an 11-byte big-endian
 * counter and a byte that is 1 in the last chunk only. Empty content is one empty chunk.
 *
 * Header: magic (8) ‖ version (4) ‖ bytes in a chunk (4) ‖ salt (32) ‖ plain length (8) ‖ zero (8) ‖
 * HMAC-SHA256(mac key, these 64 bytes ‖ the file's name as 32 bytes) (32).
 * File key = HKDF-SHA256(vault key, salt, "phoenix-desk/vault/1/file"), one for each file, so that counters
 * may begin at 0. The name in the HMAC is why a file under another one's name is noticed before the first byte.
 */
export const VAULT_VERSION = 1;
export const HEADER_BYTES = 96;
export const CHUNK_BYTES = 1024 * 1024;
export const SALT_BYTES = 32;
const TAG_BYTES = 16;
const MAC_AT = 64;
const MAGIC = Buffer.from('PDV\r\n\x1a\n\0', 'latin1');
const ABOUT = Buffer.from('phoenix-desk/vault/1/chunk\0');

export interface VaultKeys {
  readonly content: Buffer;
  readonly name: Buffer;
  readonly mac: Buffer;
}

export interface VaultHeader {
  readonly salt: Buffer;
  readonly plainBytes: number;
}

/** The name on the disk: without the key it does not tell whether a known file is in the vault. */
export const storedName = (keys: VaultKeys, sha256: string): string =>
  createHmac('sha256', keys.name).update(Buffer.from(sha256, 'hex')).digest('hex');

export const fileKey = (keys: VaultKeys, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', keys.content, salt, 'phoenix-desk/vault/1/file', 32));

const macOf = (keys: VaultKeys, head: Buffer, name: string): Buffer =>
  createHmac('sha256', keys.mac).update(head).update(Buffer.from(name, 'hex')).digest();

export function encodeHeader(keys: VaultKeys, name: string, { salt, plainBytes }: VaultHeader): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(bytes, 0);
  bytes.writeUInt32LE(VAULT_VERSION, 8);
  bytes.writeUInt32LE(CHUNK_BYTES, 12);
  salt.copy(bytes, 16);
  bytes.writeBigUInt64LE(BigInt(plainBytes), 48);
  macOf(keys, bytes.subarray(0, MAC_AT), name).copy(bytes, MAC_AT);
  return bytes;
}

export type ParsedHeader =
  | { readonly kind: 'header'; readonly header: VaultHeader }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' };

/** The seal over the first 64 bytes is the same in every version, so that a flipped bit is not a newer file. */
export function parseHeader(keys: VaultKeys, name: string, bytes: Buffer): ParsedHeader {
  if (bytes.length !== HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return { kind: 'damaged' };
  const mac = macOf(keys, bytes.subarray(0, MAC_AT), name);
  if (!timingSafeEqual(mac, bytes.subarray(MAC_AT))) return { kind: 'damaged' };
  const version = bytes.readUInt32LE(8);
  if (version > VAULT_VERSION) return { kind: 'newer', version };
  if (bytes.readUInt32LE(12) !== CHUNK_BYTES) return { kind: 'damaged' };
  const salt = Buffer.from(bytes.subarray(16, 48));
  return { kind: 'header', header: { salt, plainBytes: Number(bytes.readBigUInt64LE(48)) } };
}

export const chunkCount = (plainBytes: number): number => Math.max(1, Math.ceil(plainBytes / CHUNK_BYTES));

export const storedBytes = (plainBytes: number): number =>
  HEADER_BYTES + plainBytes + chunkCount(plainBytes) * TAG_BYTES;

export const chunkAt = (index: number): number => HEADER_BYTES + index * (CHUNK_BYTES + TAG_BYTES);

export const boxBytes = (plainBytes: number, index: number): number =>
  Math.min(CHUNK_BYTES, plainBytes - index * CHUNK_BYTES) + TAG_BYTES;

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

export function sealChunk(key: Buffer, index: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last)).setAAD(ABOUT);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when a bit was changed, or the chunk belongs to another place or file. */
export function openChunk(key: Buffer, index: number, last: boolean, box: Buffer): Buffer | undefined {
  const tagAt = box.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last))
    .setAAD(ABOUT)
    .setAuthTag(box.subarray(tagAt));
  const plain = decipher.update(box.subarray(0, tagAt));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}
