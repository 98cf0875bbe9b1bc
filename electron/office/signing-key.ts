import { invariant } from '#shared/core/assert.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { ReadError } from '../files/read-with-fallback.ts';
import type { MinisignSecretKey } from '../keys/minisign.ts';
import { loadSecret } from '../keys/secret.ts';
import type { Ledger } from './ledger.ts';

const ID_BYTES = 8;
const SEED_BYTES = 32;

/** How the office's signing key lies in its sealed file: 8 bytes of key id, 32 of seed. */
export const signingKeyBytes = (key: MinisignSecretKey): Buffer => Buffer.concat([key.keyId, key.seed]);

export async function loadSigningKey(
  ledger: Pick<Ledger, 'places' | 'keys'>,
): Promise<Result<MinisignSecretKey, ReadError>> {
  const loaded = await loadSecret(ledger.places.signingKey, ledger.keys, 'signing');
  if (!loaded.ok) return loaded;
  const bytes = loaded.value;
  invariant(bytes.length === ID_BYTES + SEED_BYTES, 'a signing key has 40 bytes');
  return ok({ keyId: bytes.subarray(0, ID_BYTES), seed: bytes.subarray(ID_BYTES) });
}
