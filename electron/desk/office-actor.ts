import type { OfficeState } from '#shared/case/office.state.ts';
import { invariant } from '#shared/core/assert.ts';
import type { EventId } from '#shared/core/ids.ts';
import type { Role } from '#shared/procedure/role.ts';
import { openedLedger, type Desk } from './desk.ts';

/** Head of an office event that the shell records for the person at work. */
export function officeActor(desk: Desk, office: OfficeState, role: Role, id: EventId) {
  const { person } = openedLedger(desk);
  const known = office.people.find(each => each.id === person);
  invariant(known, 'who unlocked the ledger is one of the office');
  return {
    v: 1 as const,
    id,
    at: desk.now(),
    by: { person, name: known.name, role, station: desk.station },
    stream: 'office' as const,
  };
}
