/** AES-256-GCM: a nonce and the text with its tag. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Where a sealed value stands. It opens nowhere else, so rows cannot be exchanged for one another. */
export interface Place {
  readonly table: 'cases' | 'events' | 'office';
  readonly id: string;
}

/** Goes up when what is sealed changes its shape. */
const SHAPE_VERSION = 1;

/** 96 bits, as GCM wants; drawn at random they may be used for 2³² values under one key (NIST SP 800-38D, 8.3). */
const NONCE_BYTES = 12;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const boundTo = ({ table, id }: Place): Uint8Array<ArrayBuffer> =>
  encoder.encode(`${table}/${id}/${SHAPE_VERSION}`);

/** Never inside a transaction: IndexedDB ends it while the cipher works. */
export async function seal(key: CryptoKey, place: Place, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(place) },
    key,
    encoder.encode(JSON.stringify(value)),
  );
  return { iv, data };
}

/**
 * Throws an OperationError where the value was changed, moved or sealed with another key. What opens is what this
 * program sealed, and is taken to be a `T` without another look.
 */
export async function unseal<T>(key: CryptoKey, place: Place, { iv, data }: Sealed): Promise<T> {
  const text = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(place) },
    key,
    data,
  );
  return JSON.parse(decoder.decode(text)) as T;
}
