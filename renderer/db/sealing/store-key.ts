const KEY_BYTES = 32;

/** Takes the bytes over: they are zeroed, and the key that is left can be used but not read. */
export async function importStoreKey(bytes: Uint8Array): Promise<CryptoKey> {
  const copy = new Uint8Array(bytes);
  bytes.fill(0);
  try {
    if (copy.length !== KEY_BYTES) throw new Error(`a store key has ${KEY_BYTES} bytes`);
    return await crypto.subtle.importKey('raw', copy, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    copy.fill(0);
  }
}
