import path from 'node:path';
import { rename, rm } from 'node:fs/promises';
import type { DeskEvent } from '#shared/case/batch.ts';
import { newEventId, newPersonId, type IdSource, type OfficeCode, type PersonId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Instant } from '#shared/core/instant.ts';
import { atDisk, type StorageError } from '../files/storage-error.ts';
import { syncFolder } from '../files/sync-folder.ts';

import { createJournal } from '../journal/journal.open.ts';
import type { CreateError, AppendError } from '../journal/journal.types.ts';
import { createKeyring } from '../keys/keyring.create.ts';
import { keyringAt } from '../keys/keyring.file.ts';
import type { KeyringError, PassphraseError } from '../keys/keys.error.ts';
import { newMinisignKey, publicKeyOf, publicKeyText } from '../keys/minisign.ts';
import type { Argon2Cost } from '../keys/passphrase.kdf.ts';
import { saveSecret } from '../keys/secret.ts';
import type { UnlockedKeys } from '../keys/unlocked-keys.ts';
import { PROFILE_VERSION, writeOfficeFile } from './office-file.ts';
import { deskFolder, foundingFolder, placesIn } from './places.ts';
import { signingKeyBytes } from './signing-key.ts';

export interface FoundingInput {
  readonly office: {
    readonly name: string;
    readonly code: OfficeCode;
    readonly prefix: string;
    readonly firstNumber: number;
    readonly procedure: string;
  };
  readonly person: { readonly name: string; readonly phone: string; readonly roles: readonly Role[] };
  readonly passphrase: string;
}

export interface FoundingContext {
  readonly profile: string;
  readonly ids: IdSource;
  readonly now: () => Instant;
  readonly station: string;
  readonly argon2: Argon2Cost;
  readonly runtimeMajor: number;
}

/** Keys made and wrapped, nothing yet founded: waits for the person to prove that the recovery key is on paper. */
export interface Founding {
  readonly input: FoundingInput;
  readonly person: PersonId;
  readonly keys: UnlockedKeys;
  readonly recoveryKey: readonly string[];
  /** Numbers of the groups to be typed from the paper. */
  readonly ask: readonly number[];
}

type BeginError = KeyringError | PassphraseError;

export async function beginFounding(
  input: FoundingInput,
  context: FoundingContext,
): Promise<Result<Founding, BeginError>> {
  const root = foundingFolder(context.profile);
  const cleared = await atDisk(() => rm(root, { recursive: true, force: true }));
  if (!cleared.ok) return cleared;
  const person = newPersonId(context.ids);
  const created = await createKeyring(keyringAt(root, { argon2: context.argon2 }), {
    person: { id: person, name: input.person.name },
    passphrase: input.passphrase,
    otherNames: [input.office.name],
  });
  if (!created.ok) return created;
  const groups = created.value.recoveryKey.split(' ');
  const [first = 0] = context.ids.randomBytes(1);
  const one = first % groups.length;
  const two = (one + 1 + ((first >> 3) % (groups.length - 1))) % groups.length;
  return ok({
    input,
    person,
    keys: created.value.unlocked,
    recoveryKey: groups,
    ask: [one + 1, two + 1].sort((a, b) => a - b),
  });
}

const foundingEvents = (founding: Founding, context: FoundingContext, signingKey: string): DeskEvent[] => {
  const { office, person } = founding.input;
  const header = () => ({
    v: 1 as const,
    id: newEventId(context.ids),
    at: context.now(),
    by: {
      person: founding.person,
      name: person.name,
      role: 'administrator' as const,
      station: context.station,
    },
    stream: 'office' as const,
  });
  return [
    {
      ...header(),
      type: 'office-founded',
      name: office.name,
      code: office.code,
      prefix: office.prefix,
      first_number: office.firstNumber,
      procedure: office.procedure,
      signing_key: signingKey,
    },
    {
      ...header(),
      type: 'person-added',
      person: founding.person,
      name: person.name,
      ...(person.phone === '' ? {} : { phone: person.phone }),
      roles: [...person.roles],
    },
  ];
};

type FinishError =
  { readonly code: 'setup/wrong-group'; readonly group: number } | CreateError | AppendError | StorageError;

/** Which of the asked groups was typed wrongly, if any. */
export function wrongGroup(founding: Founding, typed: Readonly<Record<string, string>>): number | undefined {
  const plain = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
  return founding.ask.find(group => plain(typed[String(group)] ?? '') !== founding.recoveryKey[group - 1]);
}

/**
 * Founds the office: signing key, journal with its first record, and then the whole folder moved into place in
 * one step. Until that step a crash leaves no office at all, after it a whole one.
 */
export async function finishFounding(
  founding: Founding,
  typed: Readonly<Record<string, string>>,
  context: FoundingContext,
): Promise<Result<void, FinishError>> {
  const wrong = wrongGroup(founding, typed);
  if (wrong !== undefined) return err({ code: 'setup/wrong-group', group: wrong });
  const places = placesIn(foundingFolder(context.profile));

  const signing = newMinisignKey();
  const saved = await saveSecret(places.signingKey, founding.keys, 'signing', signingKeyBytes(signing));
  if (!saved.ok) return saved;
  const { name, code } = founding.input.office;
  const written = await writeOfficeFile(places.office, {
    format: 'phoenix-desk-office',
    version: PROFILE_VERSION,
    name,
    code,
    runtime_major: context.runtimeMajor,
  });
  if (!written.ok) return written;

  await rm(places.journal, { recursive: true, force: true });
  const journal = await createJournal(places.journal, founding.keys);
  if (!journal.ok) return journal;
  const events = foundingEvents(founding, context, publicKeyText(publicKeyOf(signing)));
  const appended = await journal.value.append(Buffer.from(JSON.stringify({ v: 1, events })));
  await journal.value.close();
  if (!appended.ok) return appended;

  return atDisk(async () => {
    await rename(places.root, deskFolder(context.profile));
    await syncFolder(path.dirname(places.root));
  });
}
