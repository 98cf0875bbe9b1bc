import path from 'node:path';
import { err, ok, type Result } from '#shared/core/result.ts';
import { realFiles, type FilePort } from '#electron/files/file-port.ts';
import { oneAtATime, type OneAtATime } from '#electron/files/one-at-a-time.ts';
import { previousOf, readWithFallback } from '#electron/files/read-with-fallback.ts';
import { atDisk, type StorageError } from '#electron/files/storage-error.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import { keyringBytes, parseKeyring, type Keyring } from './keyring.schema.ts';
import type { KeyringError } from './keys.error.ts';
import { ARGON2_COST, type Argon2Cost } from './passphrase.kdf.ts';

/** Where a keyring lies and with what it is worked on; one for each folder, so that changes come one at a time. */
export interface KeyringPlace {
  readonly dir: string;
  readonly nowMs: () => number;
  /** For new and changed passphrases; the ones in the file keep their own. */
  readonly argon2: Argon2Cost;
  readonly files: FilePort;
  readonly queue: OneAtATime;
}

export const keyringAt = (
  dir: string,
  options: Partial<Omit<KeyringPlace, 'dir' | 'queue'>> = {},
): KeyringPlace => ({
  nowMs: Date.now,
  argon2: ARGON2_COST,
  files: realFiles,
  ...options,
  dir,
  queue: oneAtATime(),
});

const fileOf = (place: KeyringPlace): string => path.join(place.dir, 'keyring.json');

export async function readKeyring(place: KeyringPlace): Promise<Result<Keyring, KeyringError>> {
  const read = await readWithFallback(fileOf(place), parseKeyring, place.files);
  if (!read.ok) {
    if (read.error.code === 'storage/missing') return err({ code: 'keys/missing' });
    if (read.error.code === 'storage/damaged') return err({ code: 'keys/damaged' });
    return err(read.error);
  }
  const { value, from } = read.value;
  if (value.kind === 'newer') return err({ code: 'keys/newer-version', version: value.version });
  await mend(place, value.keyring, from);
  return ok(value.keyring);
}

/**
 * Makes a lost copy again, and brings one up to date that a power cut left a generation behind. Not looked at:
 * when the disk refuses, the one good copy still opens the door.
 */
async function mend(place: KeyringPlace, keyring: Keyring, from: 'primary' | 'previous'): Promise<void> {
  const bytes = keyringBytes(keyring);
  const other = from === 'primary' ? previousOf(fileOf(place)) : fileOf(place);
  const present = await atDisk(() => place.files.readFile(other));
  if (present.ok && (present.value.equals(bytes) || parseKeyring(present.value)?.kind === 'newer')) return;
  await writeFileSafely(other, bytes, { files: place.files });
}

/**
 * Both copies get the same generation, one after the other, so that one good copy is there at every moment and
 * a passphrase that was replaced, or a person who was removed, opens neither afterwards.
 */
export async function writeKeyring(
  place: KeyringPlace,
  keyring: Keyring,
): Promise<Result<void, StorageError>> {
  const bytes = keyringBytes(keyring);
  const first = await writeFileSafely(fileOf(place), bytes, { files: place.files });
  if (!first.ok) return first;
  return writeFileSafely(previousOf(fileOf(place)), bytes, { files: place.files });
}
