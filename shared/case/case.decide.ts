import { assertNever, invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { answerApproval, askApproval } from './approval.decide.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import { extendClock } from './extension.decide.ts';
import { changesIdentity, openingRole } from './identity.rules.ts';
import { recusalOf, steersCase } from './recusal.rules.ts';
import type { Refusal } from './refusal.ts';
import { takeStep } from './step.decide.ts';
import { decideVoiding } from './document.decide.ts';
import { addAttachment, describeAttachment, removeAttachment } from './attachment.decide.ts';
import { decideOutside } from './outside.decide.ts';
import { answerOrder } from './order.decide.ts';
import { signOnPad } from './pad.decide.ts';
import { changeNeedsReason, changesOfWay, emptiedByChange } from './correction.rules.ts';
import { changedSinceSeen } from './field.merge.ts';
import { fileScan } from './scan.decide.ts';
import { decidePrint, decideWithdrawal } from './print.decide.ts';
import { checkValues, keptValues } from './values.check.ts';
import { sendTransfer } from './transfer.decide.ts';
import { waiveSignature } from './waiver.decide.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const anyOf = (context: DecideContext, roles: readonly Role[]): Role | undefined =>
  roles.find(role => context.acting.roles.includes(role));

function changeFields(state: CaseState, command: Command<'change-fields'>, context: DecideContext): Decision {
  const role = anyOf(context, ['registrar', 'handler', 'supervisor']);
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const checked = checkValues(context.procedure, command.values, state.values);
  if (!checked.ok) return checked;
  const changed = Object.fromEntries(
    Object.entries(keptValues(context.procedure, command.values)).filter(
      ([key, value]) => JSON.stringify(state.values[key] ?? null) !== JSON.stringify(value),
    ),
  );
  if (Object.keys(changed).length === 0) return err({ code: 'case/nothing-changed' });
  const meanwhile = changedSinceSeen(Object.keys(changed), command.seen ?? {}, state.values);
  if (meanwhile.length > 0) return err({ code: 'case/changed-meanwhile', fields: meanwhile });
  const opened = state.identityOpenedBy?.includes(context.acting.person) ?? false;
  if (!opened && changesIdentity(context.procedure, state, changed))
    return err({ code: 'case/identity-hidden' });
  const otherWay = changesOfWay(context.procedure, state, changed);
  if (otherWay.length > 0) return err({ code: 'case/other-way', fields: otherWay });
  const emptied = emptiedByChange(context.procedure, state, changed);
  if (emptied.length > 0) return err({ code: 'case/missing-fields', fields: emptied });
  if (changeNeedsReason(context.procedure, state) && !command.reason?.trim())
    return err({ code: 'case/reason-missing' });
  return ok([
    {
      ...caseHeader(context, role, state.id, state.seq + 1),
      type: 'fields-changed',
      values: changed,
      ...(command.reason === undefined ? {} : { reason: command.reason }),
    },
  ]);
}

function openIdentity(state: CaseState, reason: string, context: DecideContext): Decision {
  const role = openingRole(context.procedure, state, context.acting);
  if (!role.ok) return role;
  if (!reason.trim()) return err({ code: 'case/reason-missing' });
  const head = caseHeader(context, role.value, state.id, state.seq + 1);
  return ok([{ ...head, type: 'identity-opened', reason: reason.trim() }]);
}

function overrideSeverity(
  state: CaseState,
  command: Command<'override-severity'>,
  context: DecideContext,
): Decision {
  const role = anyOf(context, ['supervisor', 'handler']);
  if (role === undefined) return err({ code: 'case/role', role: 'supervisor' });
  if (!context.procedure.severity?.classes.some(({ id }) => id === command.class))
    return err({ code: 'case/no-such-class', class: command.class });
  if (!command.reason.trim()) return err({ code: 'case/reason-missing' });
  return ok([
    {
      ...caseHeader(context, role, state.id, state.seq + 1),
      type: 'severity-overridden',
      class: command.class,
      reason: command.reason.trim(),
    },
  ]);
}

function takeEscalation(
  state: CaseState,
  command: Command<'take-escalation'>,
  context: DecideContext,
): Decision {
  const level = context.procedure.escalation?.levels.find(({ id }) => id === command.level);
  invariant(level, `level ${command.level}`);
  if (!context.acting.roles.includes(level.role)) return err({ code: 'case/role', role: level.role });
  if (state.trace.some(trace => trace.kind === 'escalated' && trace.level === level.id))
    return err({ code: 'case/nothing-changed' });
  const head = caseHeader(context, level.role, state.id, state.seq + 1);
  return ok([{ ...head, type: 'escalation-taken', level: level.id }]);
}

function recordSigned(
  state: CaseState,
  command: Command<'record-signed'>,
  context: DecideContext,
  role: Role,
): Decision {
  const made = state.documents.find(({ id }) => id === command.document);
  invariant(made, 'only a document that was made comes back signed');
  // What nobody printed cannot have been signed.
  if (made.prints.length === 0) return err({ code: 'case/paper-not-printed' });
  if (made.signedAt !== undefined || made.voided) return err({ code: 'case/nothing-changed' });
  const head = caseHeader(context, role, state.id, state.seq + 1);
  return ok([{ ...head, type: 'document-signed', document: made.id, form: made.form }]);
}

/** Turns a command on a registered case into the events that carry it out, or says why not. */
export function decideCase(state: CaseState, command: CaseCommand, context: DecideContext): Decision {
  // A merged case is only looked at, and this is looking.
  if (command.type === 'open-identity') return openIdentity(state, command.reason, context);
  const anyRole = anyOf(context, ['handler', 'registrar', 'supervisor', 'records-officer']);
  if (anyRole === undefined) return err({ code: 'case/role', role: 'handler' });
  const head = () => caseHeader(context, anyRole, state.id, state.seq + 1);

  // Headquarters asked about this case, wherever it goes on.
  if (state.mergedInto !== undefined && command.type !== 'answer-order')
    return err({ code: 'case/merged', number: state.mergedInto.number });
  const recusal = recusalOf(context.procedure, state, context.acting.name);
  if (recusal && steersCase(context.procedure, command)) return err({ code: 'case/recusal', why: recusal });
  switch (command.type) {
    case 'change-fields':
      return changeFields(state, command, context);
    case 'take-step':
      return takeStep(state, command, context);
    case 'ask-approval':
      return askApproval(state, command, context);
    case 'answer-approval':
      return answerApproval(state, command, context);
    case 'override-severity':
      return overrideSeverity(state, command, context);
    case 'take-escalation':
      return takeEscalation(state, command, context);
    case 'link-repeat': {
      const { of, number } = command;
      if (of === state.id) return err({ code: 'case/own-repeat' });
      if (state.repeatOf?.id === of) return err({ code: 'case/nothing-changed' });
      return ok([{ ...head(), type: 'linked-as-repeat', of, number }]);
    }
    case 'merge': {
      const { into, number } = command;
      const reason = command.reason.trim();
      if (into === state.id) return err({ code: 'case/own-repeat' });
      if (reason === '') return err({ code: 'case/reason-missing' });
      return ok([{ ...head(), type: 'merged', into, number, reason }]);
    }
    case 'confirm-item': {
      const { item } = command;
      invariant(
        context.procedure.archive?.contents.some(({ id }) => id === item),
        `item ${item}`,
      );
      if (state.confirmed.includes(item)) return err({ code: 'case/nothing-changed' });
      return ok([{ ...head(), type: 'archive-item-confirmed', item }]);
    }
    case 'record-signed':
      return recordSigned(state, command, context, anyRole);
    case 'sign-on-pad':
      return signOnPad(state, command, context, anyRole);
    case 'file-scan':
      return fileScan(state, command, context, anyRole);
    case 'void-document':
      return decideVoiding(state, command.document, command.reason, context);
    case 'extend-clock':
      return extendClock(state, command, context);
    case 'waive-signature':
      return waiveSignature(state, command, context);
    case 'add-attachment':
      return addAttachment(state, command, context, anyRole);
    case 'describe-attachment':
      return describeAttachment(state, command, context, anyRole);
    case 'remove-attachment':
      return removeAttachment(state, command, context);
    case 'answer-order':
      return answerOrder(state, command, context);
    case 'send-transfer':
      return sendTransfer(state, command, context);
    case 'add-note': {
      const text = command.text.trim();
      return text === '' ? err({ code: 'case/empty-note' }) : ok([{ ...head(), type: 'note-added', text }]);
    }
    case 'record-document': {
      const { document, form, sha256, bytes, pages, mark } = command;
      return ok([{ ...head(), type: 'document-made', document, form, sha256, bytes, pages, mark }]);
    }
    case 'take-in-outside':
      return decideOutside(state, command, context);
    case 'record-print':
      return decidePrint(state, command, context, anyRole);
    case 'withdraw-print':
      return decideWithdrawal(state, command, context, anyRole);
    default:
      return assertNever(command);
  }
}
