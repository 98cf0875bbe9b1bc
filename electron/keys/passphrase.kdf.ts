import { argon2id } from 'hash-wasm';

export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** RFC 9106, second recommended choice, with one lane because WebAssembly computes on one. */
export const ARGON2_COST: Argon2Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

/** Input methods give the same text in different code points: half and full width, composed and not. */
export const normalPassphrase = (typed: string): string => typed.normalize('NFKC').trim();

/** 256 bits out of a passphrase; takes a good part of a second on purpose. */
export async function passphraseKey(typed: string, salt: Uint8Array, cost: Argon2Cost): Promise<Buffer> {
  const password = Buffer.from(normalPassphrase(typed));
  // hash-wasm refuses an empty password; one that nobody can have set must be wrong, not a crash.
  const asked = password.length > 0 ? password : Buffer.from([0]);
  const key = await argon2id({
    password: asked,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  asked.fill(0);
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength);
}
