import type { OfficeState } from '#shared/case/office.state.ts';
import type { PersonId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import { addPerson, changePassphrase, removePerson, setPassphrase } from '../keys/keyring.people.ts';
import { readPeople } from '../keys/keyring.unlock.ts';
import type { Ledger } from '../office/ledger.ts';
import { openedLedger, type Desk } from './desk.ts';

/** Whoever may have to open a sealed identity, and whoever lets others in. */
export const SEALED_FOR: readonly Role[] = ['supervisor', 'administrator'];

const mayLetIn = (office: OfficeState, ledger: Ledger): boolean =>
  office.people.some(({ id, roles }) => id === ledger.person && roles.includes('administrator'));

/** The first passphrase of somebody who was added, or another one for a colleague who forgot it. */
async function givePassphrase(desk: Desk, person: PersonId, passphrase: string): Promise<Reply<null>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  if (!mayLetIn(office, ledger)) return err({ code: 'people/not-allowed' });
  const found = office.people.find(({ id }) => id === person);
  if (!found) return err({ code: 'people/not-of-this-office' });
  const people = await readPeople(desk.keyring);
  if (!people.ok) return err(asFault(people.error));
  const otherNames = [office.name];
  const given = people.value.some(({ id }) => id === person)
    ? await setPassphrase(desk.keyring, ledger.keys, { person, passphrase, otherNames })
    : await addPerson(desk.keyring, ledger.keys, {
        person: { id: person, name: found.name },
        passphrase,
        sealed: ledger.keys.holdsSealed && found.roles.some(role => SEALED_FOR.includes(role)),
        otherNames,
      });
  return given.ok ? ok(null) : err(asFault(given.error));
}

/** Only of somebody whose leaving is in the journal: nobody is locked out of the work that is theirs. */
async function shutOut(desk: Desk, person: PersonId): Promise<Reply<null>> {
  const ledger = openedLedger(desk);
  const office = await ledger.office();
  if (!mayLetIn(office, ledger)) return err({ code: 'people/not-allowed' });
  if (office.people.some(({ id }) => id === person)) return err({ code: 'people/still-here' });
  const removed = await removePerson(desk.keyring, ledger.keys, person);
  if (!removed.ok && removed.error.code !== 'keys/unknown-person') return err(asFault(removed.error));
  return ok(null);
}

export function handlePeople(handle: Handle, desk: Desk): void {
  handle('people:set-passphrase', ({ person, passphrase }) => givePassphrase(desk, person, passphrase));
  handle('people:shut-out', ({ person }) => shutOut(desk, person));
  handle('people:own-passphrase', async ({ current, next }) => {
    const ledger = openedLedger(desk);
    const office = await ledger.office();
    const changed = await changePassphrase(desk.keyring, {
      person: ledger.person,
      current,
      next,
      otherNames: [office.name],
    });
    return changed.ok ? ok(null) : err(asFault(changed.error));
  });
}
