import { plain } from '#shared/core/plain-text.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { standsAside } from '#shared/transfer/against.fields.ts';
import { mayGoAlong, withholding } from '#shared/transfer/leaving.fields.ts';
import type { Along } from '#shared/transfer/transfer.schema.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, header, type DecideContext } from './decide.context.ts';
import { identityFields } from './identity.rules.ts';
import type { OfficeEvent } from './office.events.ts';
import type { OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';

/** Who may send a case to another office. */
export const TRANSFER_ROLES: readonly Role[] = ['handler', 'supervisor'];

/** Who may send back what another office sent; taking it on is registering it. */
export const RETURN_ROLES: readonly Role[] = ['handler', 'supervisor', 'registrar'];

const roleOf = (roles: readonly Role[], { acting }: Pick<DecideContext, 'acting'>): Role | undefined =>
  roles.find(role => acting.roles.includes(role));

/** What is covered here is sent along only by whoever opened it; and of what may not go along, nothing is. */
function goesAlong(
  state: CaseState,
  along: Along | undefined,
  { procedure, acting }: DecideContext,
): Result<Along | undefined, Refusal> {
  if (along === undefined) return ok(undefined);
  const reason = plain(along.reason);
  if (reason === '') return err({ code: 'case/reason-missing' });
  const allowed = mayGoAlong(procedure, state).map(({ key }) => key);
  const unknown = along.fields.find(key => !allowed.includes(key));
  if (unknown !== undefined) return err({ code: 'case/unknown-field', field: unknown });
  const sealed = identityFields(procedure, state.values);
  const isOpen = state.identityOpenedBy?.includes(acting.person) ?? false;
  if (!isOpen && along.fields.some(key => sealed.has(key))) return err({ code: 'case/identity-hidden' });
  return ok({ fields: along.fields, reason });
}

/**
 * 转给其他单位. The sealed file is there already. One that waits for the answer of the same office is replaced by it: that
 * office may have lost its keys, or the file may be lost.
 */
export function sendTransfer(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'send-transfer' }>,
  context: DecideContext,
): Result<readonly CaseEvent[], Refusal> {
  const role = roleOf(TRANSFER_ROLES, context);
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  if (state.withdrawn) return err({ code: 'case/withdrawn' });
  const { transfer, kind, to, sha256 } = command;
  const along = goesAlong(state, command.along, context);
  if (!along.ok) return along;
  const given = plain(command.reason);
  if (given === '') return err({ code: 'case/reason-missing' });
  // Read by everybody here, by headquarters and by the other office: alike, and without whom the case hides.
  const { cover } = withholding(context.procedure, state);
  const reason = cover(given);
  return ok([
    {
      ...caseHeader(context, role, state.id, state.seq + 1),
      ...{ type: 'transfer-sent', transfer, kind, to, reason, sha256 },
      ...(along.value ? { along: { ...along.value, reason: cover(along.value.reason) } } : {}),
    },
  ]);
}

export type TransferCommand = {
  readonly type: 'return-transfer';
  readonly transfer: string;
  readonly reason: string;
};

/** 退回: what another office sent goes back to it, with the reason. */
export function returnTransfer(
  office: OfficeState,
  command: TransferCommand,
  context: Omit<DecideContext, 'procedure'>,
): Result<readonly OfficeEvent[], Refusal> {
  const role = roleOf(RETURN_ROLES, context);
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const found = office.transfers?.find(({ id }) => id === command.transfer);
  if (!found || found.settled) return err({ code: 'transfers/settled' });
  if (standsAside(context.aside ?? [], context.acting.name)) return err({ code: 'transfers/recusal' });
  const reason = plain(command.reason);
  if (reason === '') return err({ code: 'case/reason-missing' });
  return ok([
    {
      ...header(context, role),
      ...{ stream: 'office', type: 'transfer-returned', transfer: found.id, reason },
    },
  ]);
}
