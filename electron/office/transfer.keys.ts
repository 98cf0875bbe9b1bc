import { recipientOf } from '../bundles/age.identity.ts';
import { bech32 } from '../keys/bech32.ts';
import type { SubkeySource } from '../keys/unlocked-keys.ts';

/**
 * The age identity that cases from other offices are encrypted to. It is derived from the data key and kept nowhere:
 * an office that was founded before there were transfers has it, and the recovery key brings it back.
 */
export function transferIdentity(keys: SubkeySource): string {
  const secret = keys.subkey('transfer');
  const identity = bech32('age-secret-key-', secret).toUpperCase();
  secret.fill(0);
  return identity;
}

export const transferRecipient = (keys: SubkeySource): Promise<string> => recipientOf(transferIdentity(keys));
