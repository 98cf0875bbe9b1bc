import type { Instant } from '#shared/core/instant.ts';
import type { StorageError } from '#electron/files/storage-error.ts';

/** Why a new passphrase is not taken. */
export type PassphraseError = {
  readonly code:
    'keys/passphrase-short' | 'keys/passphrase-simple' | 'keys/passphrase-common' | 'keys/passphrase-name';
};

/** Why what was typed cannot be a recovery key; `group` counts from 1 and is where to look first. */
export type RecoveryKeyTypo =
  | { readonly code: 'keys/recovery-length'; readonly characters: number }
  | { readonly code: 'keys/recovery-character'; readonly group: number }
  | { readonly code: 'keys/recovery-typo'; readonly group?: number };

export type KeyringError =
  | { readonly code: 'keys/missing' }
  | { readonly code: 'keys/exists' }
  | { readonly code: 'keys/damaged' }
  | { readonly code: 'keys/newer-version'; readonly version: number }
  | StorageError;

export type UnlockError =
  | KeyringError
  | { readonly code: 'keys/unknown-person' }
  /** `until` is there when these were tries enough for a wait. */
  | { readonly code: 'keys/wrong-passphrase'; readonly triesLeft: number; readonly until?: Instant }
  | { readonly code: 'keys/wait'; readonly until: Instant };

export type RecoveryError =
  | KeyringError
  | RecoveryKeyTypo
  | { readonly code: 'keys/unknown-person' }
  | { readonly code: 'keys/wrong-recovery-key' };

export type PeopleError =
  | KeyringError
  | PassphraseError
  | { readonly code: 'keys/unknown-person' }
  | { readonly code: 'keys/person-exists' }
  | { readonly code: 'keys/last-person' }
  | { readonly code: 'keys/last-sealed-holder' }
  /** The person at work does not hold the key of sealed identities and cannot hand it on. */
  | { readonly code: 'keys/no-sealed-key' };
