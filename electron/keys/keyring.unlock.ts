import type { PersonId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { readKeyring, type KeyringPlace } from './keyring.file.ts';
import type { Keyring, PersonEntry } from './keyring.schema.ts';
import { unwrapForPerson, unwrapForRecovery } from './keyring.wraps.ts';
import type { KeyringError, RecoveryError, UnlockError } from './keys.error.ts';
import { parseRecoveryKey } from './recovery-key.ts';
import { countTry, forgetTries, mustWait } from './unlock-tries.ts';
import { unlockedKeys, type KeyMaterial, type UnlockedKeys } from './unlocked-keys.ts';

export interface KnownPerson {
  readonly id: PersonId;
  readonly name: string;
}

/** Who can unlock: all that the lock screen shows, readable without any key. */
export async function readPeople(place: KeyringPlace): Promise<Result<readonly KnownPerson[], KeyringError>> {
  const keyring = await place.queue(() => readKeyring(place));
  return keyring.ok ? ok(keyring.value.people.map(({ id, name }) => ({ id, name }))) : keyring;
}

export function unlockWithPassphrase(
  place: KeyringPlace,
  person: PersonId,
  passphrase: string,
): Promise<Result<UnlockedKeys, UnlockError>> {
  return place.queue(async () => {
    const keyring = await readKeyring(place);
    if (!keyring.ok) return keyring;
    const entry = findEntry(keyring.value, person);
    if (!entry) return err({ code: 'keys/unknown-person' });
    const wait = await mustWait(place, person);
    if (wait) return err({ code: 'keys/wait', until: wait });
    const tries = await countTry(place, person);
    const keys = await unwrapForPerson(keyring.value.id, entry, passphrase);
    if (!keys) return err({ code: 'keys/wrong-passphrase', ...tries });
    await forgetTries(place, person);
    return ok(asUnlocked(keyring.value, entry, keys));
  });
}

/**
 * Opens for a person who forgot the passphrase; the caller then has them set a new one. The key of sealed
 * identities is given only to those who held it before: the paper is no way to more rights.
 */
export function unlockWithRecoveryKey(
  place: KeyringPlace,
  person: PersonId,
  typed: string,
): Promise<Result<UnlockedKeys, RecoveryError>> {
  return place.queue(async () => {
    const recoveryKey = parseRecoveryKey(typed);
    if (!recoveryKey.ok) return recoveryKey;
    const keyring = await readKeyring(place);
    if (!keyring.ok) return keyring;
    const entry = findEntry(keyring.value, person);
    if (!entry) return err({ code: 'keys/unknown-person' });
    const keys = unwrapForRecovery(keyring.value.id, keyring.value.recovery, recoveryKey.value);
    if (!keys) return err({ code: 'keys/wrong-recovery-key' });
    await forgetTries(place, person);
    if (entry.wraps.sealed !== undefined) return ok(asUnlocked(keyring.value, entry, keys));
    keys.sealed?.fill(0);
    return ok(asUnlocked(keyring.value, entry, { data: keys.data, sealed: undefined }));
  });
}

export const findEntry = (keyring: Keyring, person: PersonId): PersonEntry | undefined =>
  keyring.people.find(({ id }) => id === person);

const asUnlocked = (keyring: Keyring, { id, name }: PersonEntry, keys: KeyMaterial): UnlockedKeys =>
  unlockedKeys({ keyringId: keyring.id, personId: id, name }, keys);
