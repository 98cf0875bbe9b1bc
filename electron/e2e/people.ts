import { newEventId, newPersonId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { expectOk } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { systemIds } from '#electron/ids.ts';
import { keyringAt } from '#electron/keys/keyring.file.ts';
import { addPerson } from '#electron/keys/keyring.people.ts';
import { readPeople, unlockWithPassphrase } from '#electron/keys/keyring.unlock.ts';
import { openLedger } from '#electron/office/ledger.ts';
import { deskFolder, placesIn } from '#electron/office/places.ts';

export interface Colleague {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
}

export interface Entered {
  readonly profile: string;
  /** Whoever founded the office, who lets the others in. */
  readonly passphrase: string;
  readonly at: string;
}

/** As cheap as `--desk-quick-keys`: what is wrapped so is opened by any start. */
const QUICK = { memoryKiB: 256, passes: 1, lanes: 1 };

/** Enters colleagues into a closed ledger, for want of a screen that does it. */
export async function enterColleagues(
  { profile, passphrase, at }: Entered,
  colleagues: readonly Colleague[],
): Promise<void> {
  const ids = systemIds(() => Date.parse(at));
  const root = deskFolder(profile);
  const keyring = keyringAt(root, { argon2: QUICK });
  const [founder] = expectOk(await readPeople(keyring));
  if (!founder) throw new Error('nobody founded this office');
  const ledger = expectOk(
    await openLedger(placesIn(root), expectOk(await unlockWithPassphrase(keyring, founder.id, passphrase))),
  );
  try {
    for (const { name, roles, passphrase: own } of colleagues) {
      const person = newPersonId(ids);
      expectOk(
        await addPerson(keyring, ledger.keys, {
          person: { id: person, name },
          passphrase: own,
          sealed: false,
        }),
      );
      const by = { person: founder.id, name: founder.name, role: 'administrator' as const, station: 'PC' };
      const head = {
        v: 1 as const,
        id: newEventId(ids),
        at: Instant.parse(at),
        by,
        stream: 'office' as const,
      };
      expectOk(await ledger.append([{ ...head, type: 'person-added', person, name, roles: [...roles] }]));
    }
  } finally {
    await ledger.close();
  }
}
