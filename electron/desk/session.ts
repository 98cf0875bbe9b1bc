import type { PersonId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { BootAnswer, SampleAnswer, SetupAnswer, UnlockAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { SAMPLE_PASSPHRASE } from '#shared/sample/sample.passphrase.ts';
import { asFault } from '../ipc/handle.ts';
import { setPassphrase } from '../keys/keyring.people.ts';
import { readPeople, unlockWithPassphrase, unlockWithRecoveryKey } from '../keys/keyring.unlock.ts';
import { checkPassphrase } from '../keys/passphrase.rules.ts';
import type { UnlockedKeys } from '../keys/unlocked-keys.ts';
import {
  beginFounding,
  finishFounding,
  type FoundingContext,
  type FoundingInput,
} from '../office/founding.ts';
import { logNote } from '../log.ts';
import { openLedger } from '../office/ledger.ts';
import { PROFILE_VERSION, readOfficeFile, writeOfficeFile } from '../office/office-file.ts';
import { hasSample } from '../sample/sample.place.ts';
import type { Desk } from './desk.ts';
import { readPreferences } from './preferences.ts';

const context = (desk: Desk): FoundingContext => ({
  profile: desk.profile,
  ids: desk.ids,
  now: desk.now,
  station: desk.station,
  argon2: desk.argon2,
  runtimeMajor: desk.runtimeMajor,
});

const sampleAnswer = async ({ place, profile }: Desk): Promise<SampleAnswer> =>
  place === 'sample'
    ? { here: true, passphrase: SAMPLE_PASSPHRASE }
    : { here: false, made: await hasSample(profile) };

/** What is known before anybody has shown who they are. */
export async function boot(desk: Desk): Promise<Reply<BootAnswer>> {
  const base = {
    version: desk.version,
    sample: await sampleAnswer(desk),
    preferences: await readPreferences(desk.profile),
  };
  const office = await readOfficeFile(desk.places.office);
  if (!office.ok) return err(asFault(office.error));
  if (office.value === undefined) {
    // Keys or a journal without the office's own file: something was taken away, this is no first run.
    const people = await readPeople(desk.keyring);
    if (people.ok || people.error.code !== 'keys/missing') return err({ code: 'office/damaged' });
    return ok({ ...base, clockOffsetMs: desk.clockOffsetMs, office: null });
  }
  if (office.value.runtime_major > desk.runtimeMajor)
    return err({ code: 'office/newer-runtime', detail: { version: office.value.runtime_major } });
  const people = await readPeople(desk.keyring);
  if (!people.ok) return err(asFault(people.error));
  const { name, code } = office.value;
  // Read last: a clock that was moved meanwhile has told the window already, and an older reading would undo it.
  return ok({ ...base, clockOffsetMs: desk.clockOffsetMs, office: { name, code, people: people.value } });
}

export async function beginSetup(desk: Desk, input: FoundingInput): Promise<Reply<SetupAnswer>> {
  const present = await readOfficeFile(desk.places.office);
  if (!present.ok || present.value || desk.ledger) return err({ code: 'setup/exists' });
  desk.founding?.keys.destroy();
  desk.founding = null;
  const begun = await beginFounding(input, context(desk));
  if (!begun.ok) return err(asFault(begun.error));
  desk.founding = begun.value;
  return ok({ recoveryKey: begun.value.recoveryKey, ask: begun.value.ask });
}

export async function finishSetup(
  desk: Desk,
  groups: Readonly<Record<string, string>>,
): Promise<Reply<UnlockAnswer>> {
  const { founding } = desk;
  if (!founding) return err({ code: 'setup/not-begun' });
  const finished = await finishFounding(founding, groups, context(desk));
  if (!finished.ok) return err(asFault(finished.error));
  desk.founding = null;
  return openWith(desk, founding.keys);
}

async function openWith(desk: Desk, keys: UnlockedKeys): Promise<Reply<UnlockAnswer>> {
  const opened = await openLedger(desk.places, keys, {
    onDamage: ({ seq }) => {
      logNote(`the journal is damaged from record ${seq} on`);
      // The window looks again at how far the journal goes, whatever it knows of it.
      if (desk.ledger) desk.notify('journal:appended', { seq: Number.MAX_SAFE_INTEGER });
    },
  });
  if (!opened.ok) return err(asFault(opened.error));
  if (opened.value.putBack > 0)
    logNote(`the journal had lost its last ${opened.value.putBack} records and got them back`);
  desk.ledger = opened.value;
  await noteRuntime(desk);
  return ok({
    person: keys.personId,
    station: desk.station,
    storeKey: new Uint8Array(keys.subkey('store')),
    head: opened.value.head(),
    trouble: opened.value.trouble,
  });
}

/** From now on an older program must not open this profile: its browser would erase the working store. */
async function noteRuntime(desk: Desk): Promise<void> {
  const office = await readOfficeFile(desk.places.office);
  if (!office.ok || !office.value || office.value.runtime_major === desk.runtimeMajor) return;
  await writeOfficeFile(desk.places.office, {
    ...office.value,
    version: PROFILE_VERSION,
    runtime_major: desk.runtimeMajor,
  });
}

export async function unlock(desk: Desk, person: PersonId, passphrase: string): Promise<Reply<UnlockAnswer>> {
  await lock(desk);
  const keys = await unlockWithPassphrase(desk.keyring, person, passphrase);
  return keys.ok ? openWith(desk, keys.value) : err(asFault(keys.error));
}

/** The recovery key opens once, and a new passphrase is set with it. */
export async function recover(
  desk: Desk,
  input: { readonly person: PersonId; readonly recoveryKey: string; readonly passphrase: string },
): Promise<Reply<UnlockAnswer>> {
  await lock(desk);
  const allowed = checkPassphrase(input.passphrase);
  if (!allowed.ok) return err(asFault(allowed.error));
  const keys = await unlockWithRecoveryKey(desk.keyring, input.person, input.recoveryKey);
  if (!keys.ok) return err(asFault(keys.error));
  const changed = await setPassphrase(desk.keyring, keys.value, {
    person: input.person,
    passphrase: input.passphrase,
  });
  if (!changed.ok) {
    keys.value.destroy();
    return err(asFault(changed.error));
  }
  return openWith(desk, keys.value);
}

/** Throws the keys away. What was acknowledged is on disk already; there is nothing to flush. */
export async function lock(desk: Desk): Promise<void> {
  const { ledger } = desk;
  desk.ledger = null;
  await Promise.all([ledger?.close(), ...desk.atLock.map(letGo => letGo())]);
}
