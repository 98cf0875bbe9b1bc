import { hkdfSync, randomBytes } from 'node:crypto';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { PersonId } from '#shared/core/ids.ts';
import { openBox, sealBox } from './box.ts';
import { KEYRING_VERSION, type Keyring, type PersonEntry } from './keyring.schema.ts';
import { passphraseKey, type Argon2Cost } from './passphrase.kdf.ts';
import type { RecoveryKey } from './recovery-key.ts';
import type { KeyMaterial } from './unlocked-keys.ts';

const SALT_BYTES = 16;

/** What a box is bound to: moved to another person, kind, keyring or version it does not open. */
const about = (keyringId: string, holder: PersonId | 'recovery', kind: 'data' | 'sealed'): string =>
  canonicalJson({ format: 'phoenix-desk/keyring', version: KEYRING_VERSION, keyringId, holder, kind });

interface Wraps {
  readonly data: string;
  readonly sealed?: string | undefined;
}

function wrap(kek: Buffer, keyringId: string, holder: PersonId | 'recovery', keys: KeyMaterial): Wraps {
  const box = (key: Buffer, kind: 'data' | 'sealed'): string =>
    sealBox(kek, key, about(keyringId, holder, kind)).toString('base64');
  return {
    data: box(keys.data, 'data'),
    ...(keys.sealed && { sealed: box(keys.sealed, 'sealed') }),
  };
}

function unwrap(
  kek: Buffer,
  keyringId: string,
  holder: PersonId | 'recovery',
  wraps: Wraps,
): KeyMaterial | undefined {
  const open = (box: string, kind: 'data' | 'sealed'): Buffer | undefined =>
    openBox(kek, Buffer.from(box, 'base64'), about(keyringId, holder, kind));
  const data = open(wraps.data, 'data');
  if (!data) return undefined;
  if (wraps.sealed === undefined) return { data, sealed: undefined };
  const sealed = open(wraps.sealed, 'sealed');
  return sealed && { data, sealed };
}

export async function wrapForPerson(
  keyringId: string,
  person: Pick<PersonEntry, 'id' | 'name'>,
  passphrase: string,
  keys: KeyMaterial,
  cost: Argon2Cost,
): Promise<PersonEntry> {
  const salt = randomBytes(SALT_BYTES);
  const kek = await passphraseKey(passphrase, salt, cost);
  const wraps = wrap(kek, keyringId, person.id, keys);
  kek.fill(0);
  const { memoryKiB, passes, lanes } = cost;
  return {
    id: person.id,
    name: person.name,
    kdf: { algorithm: 'argon2id', memoryKiB, passes, lanes, salt: salt.toString('base64') },
    wraps,
  };
}

export async function unwrapForPerson(
  keyringId: string,
  entry: PersonEntry,
  passphrase: string,
): Promise<KeyMaterial | undefined> {
  const kek = await passphraseKey(passphrase, Buffer.from(entry.kdf.salt, 'base64'), entry.kdf);
  const keys = unwrap(kek, keyringId, entry.id, entry.wraps);
  kek.fill(0);
  return keys;
}

export function wrapForRecovery(
  keyringId: string,
  recoveryKey: RecoveryKey,
  keys: { readonly data: Buffer; readonly sealed: Buffer },
): Keyring['recovery'] {
  const salt = randomBytes(SALT_BYTES);
  const kek = recoveryKek(recoveryKey, salt);
  const { data, sealed = '' } = wrap(kek, keyringId, 'recovery', keys);
  kek.fill(0);
  return { salt: salt.toString('base64'), wraps: { data, sealed } };
}

export function unwrapForRecovery(
  keyringId: string,
  entry: Keyring['recovery'],
  recoveryKey: RecoveryKey,
): KeyMaterial | undefined {
  const kek = recoveryKek(recoveryKey, Buffer.from(entry.salt, 'base64'));
  const keys = unwrap(kek, keyringId, 'recovery', entry.wraps);
  kek.fill(0);
  return keys;
}

/** The recovery key has 150 bits of chance, so it needs no slow derivation. */
const recoveryKek = (recoveryKey: RecoveryKey, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', recoveryKey, salt, 'phoenix-desk/keyring/1/recovery', 32));
