// https://age-encryption.org/v1: the payload is sealed in pieces of 64 KiB, each with a tag of 16 bytes.
export const CHUNK = 64 * 1024;
export const TAG = 16;
export const CIPHER = 'chacha20-poly1305';
/** Sealed or opened by a thread at once. */
export const CHUNKS_AT_ONCE = 16;
