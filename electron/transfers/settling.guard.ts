import type { DeskEvent } from '#shared/case/batch.ts';
import { recusalOf } from '#shared/case/recusal.rules.ts';
import { RETURN_ROLES } from '#shared/case/transfer.decide.ts';
import type { ReceivedTransfer } from '#shared/case/transfer.state.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import { namedAside, standsAside } from '#shared/transfer/against.fields.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { AppendGuard } from '../desk/journal.handlers.ts';
import { readPacks } from '../desk/packs.ts';
import { readReceived } from './answer.transfer.ts';

type Event<Type extends DeskEvent['type']> = Extract<DeskEvent, { type: Type }>;
type Registered = Event<'registered'>;
type Settling = Event<'transfer-accepted'> | Event<'transfer-returned'>;

const REGISTERING: readonly Role[] = ['registrar'];

const isSettling = (event: DeskEvent): event is Settling =>
  event.type === 'transfer-accepted' || event.type === 'transfer-returned';

const isBorn = (event: DeskEvent): event is Registered =>
  event.type === 'registered' && event.transferred !== undefined;

const isTakenOn = (settling: Settling, { case: id, transferred }: Registered): boolean =>
  settling.type === 'transfer-accepted' &&
  settling.case === id &&
  settling.transfer === transferred?.transfer;

/** Of a case that is taken on both are written at once: that it is settled, and what it is here. */
const inPairs = (settlings: readonly Settling[], born: readonly Registered[]): boolean =>
  born.every(one => settlings.some(each => isTakenOn(each, one))) &&
  settlings.every(each => each.type === 'transfer-returned' || born.some(one => isTakenOn(each, one)));

const procedureOf = (
  procedures: readonly Procedure[],
  { procedure: { id, version } }: Registered,
): Procedure | undefined => procedures.find(each => each.id === id && each.version === version);

const isWaiting = (
  received: ReceivedTransfer | undefined,
  born: Registered | undefined,
): received is ReceivedTransfer =>
  received !== undefined &&
  received.settled === undefined &&
  (born === undefined || born.transferred?.from.code === received.from.code);

/**
 * What another office sent is registered by whoever may register and sent back by whoever may send back, and neither
 * by whom it is against. The window decides by the same rules; whatever it says, they hold here as well.
 */
export function settlingGuard(desk: Desk): AppendGuard {
  const refusalOf = async (
    settling: Settling,
    born: Registered | undefined,
  ): Promise<DeskFault | undefined> => {
    const ledger = openedLedger(desk);
    const office = await ledger.office();
    const me = office.people.find(({ id }) => id === ledger.person);
    const { role } = settling.by;
    const roles = settling.type === 'transfer-returned' ? RETURN_ROLES : REGISTERING;
    if (!me?.roles.includes(role) || !roles.includes(role)) return { code: 'journal/not-allowed' };
    const received = office.transfers?.find(({ id }) => id === settling.transfer);
    if (!isWaiting(received, born)) return { code: 'transfers/settled' };
    const said = await readReceived(desk, received.id);
    if (!said.ok) return said.error;
    const { procedures } = await readPacks(desk.resources);
    const procedure = born && procedureOf(procedures, born);
    const isAside =
      standsAside(namedAside(said.value, procedures), me.name) ||
      (born && procedure && recusalOf(procedure, born, me.name)) !== undefined;
    return isAside ? { code: 'transfers/recusal' } : undefined;
  };

  return async events => {
    const [settlings, born] = [events.filter(isSettling), events.filter(isBorn)];
    if (!inPairs(settlings, born)) return { code: 'journal/not-allowed' };
    for (const settling of settlings) {
      const refused = await refusalOf(
        settling,
        born.find(one => isTakenOn(settling, one)),
      );
      if (refused) return refused;
    }
    return undefined;
  };
}
