import { randomBytes } from 'node:crypto';
import { invariant } from '#shared/core/assert.ts';
import type { PersonId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { readKeyring, writeKeyring, type KeyringPlace } from './keyring.file.ts';
import type { Keyring, PersonEntry } from './keyring.schema.ts';
import { findEntry, unlockWithPassphrase, type KnownPerson } from './keyring.unlock.ts';
import { wrapForPerson, wrapForRecovery } from './keyring.wraps.ts';
import type { PeopleError, UnlockError } from './keys.error.ts';
import { checkPassphrase } from './passphrase.rules.ts';
import { newRecoveryKey, type RecoveryKey } from './recovery-key.ts';
import type { KeyMaterial, UnlockedKeys } from './unlocked-keys.ts';

export interface NewPerson {
  readonly person: KnownPerson;
  readonly passphrase: string;
  readonly sealed: boolean;
  /** Besides the person's own: names a passphrase must not be, such as the office's. */
  readonly otherNames?: readonly string[];
}

export function addPerson(
  place: KeyringPlace,
  unlocked: UnlockedKeys,
  input: NewPerson,
): Promise<Result<void, PeopleError>> {
  return change(place, unlocked, async keyring => {
    const { person, passphrase, sealed, otherNames = [] } = input;
    if (findEntry(keyring, person.id)) return err({ code: 'keys/person-exists' });
    const entry = await entryFor(place, unlocked, { person, passphrase, sealed, otherNames });
    return entry.ok ? ok({ ...keyring, people: [...keyring.people, entry.value] }) : entry;
  });
}

/** Of the person at work, or of a colleague who forgot it; what the person may open stays the same. */
export function setPassphrase(
  place: KeyringPlace,
  unlocked: UnlockedKeys,
  input: { readonly person: PersonId; readonly passphrase: string; readonly otherNames?: readonly string[] },
): Promise<Result<void, PeopleError>> {
  return change(place, unlocked, async keyring => {
    const person = findEntry(keyring, input.person);
    if (!person) return err({ code: 'keys/unknown-person' });
    const sealed = person.wraps.sealed !== undefined;
    const { passphrase, otherNames = [] } = input;
    const entry = await entryFor(place, unlocked, { person, passphrase, sealed, otherNames });
    if (!entry.ok) return entry;
    return ok({
      ...keyring,
      people: keyring.people.map(old => (old.id === person.id ? entry.value : old)),
    });
  });
}

/** Asks for the present passphrase first, so that a desk left open does not cost its owner the account. */
export async function changePassphrase(
  place: KeyringPlace,
  input: {
    readonly person: PersonId;
    readonly current: string;
    readonly next: string;
    readonly otherNames?: readonly string[];
  },
): Promise<Result<void, UnlockError | PeopleError>> {
  const { person, current, next, otherNames = [] } = input;
  const unlocked = await unlockWithPassphrase(place, person, current);
  if (!unlocked.ok) return unlocked;
  try {
    return await setPassphrase(place, unlocked.value, { person, passphrase: next, otherNames });
  } finally {
    unlocked.value.destroy();
  }
}

/** Refused for the last one, and for the last one who holds the key of sealed identities. */
export function removePerson(
  place: KeyringPlace,
  unlocked: UnlockedKeys,
  person: PersonId,
): Promise<Result<void, PeopleError>> {
  return change(place, unlocked, keyring => {
    if (!findEntry(keyring, person)) return Promise.resolve(err({ code: 'keys/unknown-person' }));
    const people = keyring.people.filter(({ id }) => id !== person);
    if (people.length === 0) return Promise.resolve(err({ code: 'keys/last-person' }));
    if (people.every(({ wraps }) => wraps.sealed === undefined)) {
      return Promise.resolve(err({ code: 'keys/last-sealed-holder' }));
    }
    return Promise.resolve(ok({ ...keyring, people }));
  });
}

/** When the paper was lost or seen: the old recovery key opens nothing afterwards. */
export async function replaceRecoveryKey(
  place: KeyringPlace,
  unlocked: UnlockedKeys,
): Promise<Result<RecoveryKey, PeopleError>> {
  const recoveryKey = newRecoveryKey(randomBytes);
  const changed = await change(place, unlocked, keyring => {
    const sealed = unlocked.sealedKey();
    if (!sealed) return Promise.resolve(err({ code: 'keys/no-sealed-key' }));
    const recovery = wrapForRecovery(keyring.id, recoveryKey, { data: unlocked.dataKey(), sealed });
    return Promise.resolve(ok({ ...keyring, recovery }));
  });
  return changed.ok ? ok(recoveryKey) : changed;
}

async function entryFor(
  place: KeyringPlace,
  unlocked: UnlockedKeys,
  input: Required<NewPerson>,
): Promise<Result<PersonEntry, PeopleError>> {
  const { person, passphrase, otherNames } = input;
  const checked = checkPassphrase(passphrase, [person.name, ...otherNames]);
  if (!checked.ok) return checked;
  if (input.sealed && !unlocked.holdsSealed) return err({ code: 'keys/no-sealed-key' });
  const keys: KeyMaterial = {
    data: unlocked.dataKey(),
    sealed: input.sealed ? unlocked.sealedKey() : undefined,
  };
  const entry = await wrapForPerson(unlocked.keyringId, person, passphrase, keys, place.argon2);
  keys.data.fill(0);
  keys.sealed?.fill(0);
  return ok(entry);
}

function change(
  place: KeyringPlace,
  unlocked: UnlockedKeys,
  decide: (keyring: Keyring) => Promise<Result<Keyring, PeopleError>>,
): Promise<Result<void, PeopleError>> {
  return place.queue(async () => {
    const keyring = await readKeyring(place);
    if (!keyring.ok) return keyring;
    invariant(keyring.value.id === unlocked.keyringId, 'the keys belong to this keyring');
    const changed = await decide(keyring.value);
    return changed.ok ? writeKeyring(place, changed.value) : changed;
  });
}
