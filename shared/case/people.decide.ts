import { newPersonId, type PersonId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { header, type DecideContext } from './decide.context.ts';
import type { OfficeEvent } from './office.events.ts';
import type { OfficeState, Person } from './office.state.ts';
import type { Refusal } from './refusal.ts';

export type PeopleCommand =
  | {
      readonly type: 'add-person';
      readonly name: string;
      readonly phone: string;
      readonly roles: readonly Role[];
    }
  | { readonly type: 'change-roles'; readonly person: PersonId; readonly roles: readonly Role[] }
  | { readonly type: 'leave'; readonly person: PersonId };

const ABOUT_PEOPLE: readonly string[] = [
  'add-person',
  'change-roles',
  'leave',
] satisfies PeopleCommand['type'][];

export const isAboutPeople = (command: { readonly type: string }): command is PeopleCommand =>
  ABOUT_PEOPLE.includes(command.type);

const LONGEST_NAME = 60;
const LONGEST_PHONE = 40;

const isAdministrator = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('administrator');

/** Without one nobody could ever let anybody in again. */
const keepsAdministrator = (people: readonly Pick<Person, 'roles'>[]): boolean =>
  people.some(isAdministrator);

/** Who works in the office. Passphrases are the keyring's business: whoever is added has none yet. */
export function decidePeople(
  office: OfficeState,
  command: PeopleCommand,
  context: Omit<DecideContext, 'procedure'>,
): Result<readonly OfficeEvent[], Refusal> {
  if (!isAdministrator(context.acting)) return err({ code: 'case/role', role: 'administrator' });
  const head = { ...header(context, 'administrator'), stream: 'office' as const };
  if (command.type !== 'leave' && command.roles.length === 0) return err({ code: 'office/no-role' });

  if (command.type === 'add-person') {
    const name = command.name.trim();
    const phone = command.phone.trim();
    if (name === '' || name.length > LONGEST_NAME || phone.length > LONGEST_PHONE)
      return err({ code: 'office/bad-name', longest: LONGEST_NAME });
    // At the lock screen people are chosen by their names.
    if (office.people.some(other => other.name.normalize('NFKC') === name.normalize('NFKC')))
      return err({ code: 'office/name-taken', name });
    return ok([
      {
        ...head,
        type: 'person-added',
        person: newPersonId(context.ids),
        name,
        ...(phone === '' ? {} : { phone }),
        roles: [...command.roles],
      },
    ]);
  }

  const person = office.people.find(({ id }) => id === command.person);
  if (!person) return err({ code: 'case/nothing-changed' });
  const others = office.people.filter(({ id }) => id !== person.id);
  if (command.type === 'leave') {
    if (!keepsAdministrator(others)) return err({ code: 'office/last-administrator' });
    return ok([{ ...head, type: 'person-left', person: person.id }]);
  }
  if (!keepsAdministrator([...others, command])) return err({ code: 'office/last-administrator' });
  const same =
    command.roles.length === person.roles.length && command.roles.every(role => person.roles.includes(role));
  if (same) return err({ code: 'case/nothing-changed' });
  return ok([{ ...head, type: 'person-changed', person: person.id, roles: [...command.roles] }]);
}
