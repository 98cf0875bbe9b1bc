import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '#shared/core/result.ts';
import { atDisk } from '#electron/files/storage-error.ts';
import { readKeyring, writeKeyring, type KeyringPlace } from './keyring.file.ts';
import { newKeyring } from './keyring.schema.ts';
import { wrapForPerson, wrapForRecovery } from './keyring.wraps.ts';
import type { KnownPerson } from './keyring.unlock.ts';
import type { KeyringError, PassphraseError } from './keys.error.ts';
import { checkPassphrase } from './passphrase.rules.ts';
import { newRecoveryKey, type RecoveryKey } from './recovery-key.ts';
import { unlockedKeys, type UnlockedKeys } from './unlocked-keys.ts';

export interface CreatedKeyring {
  readonly unlocked: UnlockedKeys;
  /** To be printed now; it is kept nowhere. */
  readonly recoveryKey: RecoveryKey;
}

const KEY_BYTES = 32;

/** Only where there is none: a damaged keyring is never taken for a first run. The first person holds all keys. */
export function createKeyring(
  place: KeyringPlace,
  input: {
    readonly person: KnownPerson;
    readonly passphrase: string;
    readonly otherNames?: readonly string[];
  },
): Promise<Result<CreatedKeyring, KeyringError | PassphraseError>> {
  return place.queue(async () => {
    const { person, passphrase, otherNames = [] } = input;
    const checked = checkPassphrase(passphrase, [person.name, ...otherNames]);
    if (!checked.ok) return checked;
    const folder = await atDisk(() => place.files.mkdir(place.dir, { recursive: true, mode: 0o700 }));
    if (!folder.ok) return folder;
    const present = await readKeyring(place);
    if (present.ok) return err({ code: 'keys/exists' });
    if (present.error.code !== 'keys/missing') return err(present.error);

    const id = randomBytes(16).toString('hex');
    const keys = { data: randomBytes(KEY_BYTES), sealed: randomBytes(KEY_BYTES) };
    const recoveryKey = newRecoveryKey(randomBytes);
    const entry = await wrapForPerson(id, person, passphrase, keys, place.argon2);
    const recovery = wrapForRecovery(id, recoveryKey, keys);
    const written = await writeKeyring(place, newKeyring({ id, people: [entry], recovery }));
    if (!written.ok) return written;
    return ok({
      unlocked: unlockedKeys({ keyringId: id, personId: person.id, name: person.name }, keys),
      recoveryKey,
    });
  });
}
