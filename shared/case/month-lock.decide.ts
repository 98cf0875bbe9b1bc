import { err, ok, type Result } from '#shared/core/result.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Role } from '#shared/procedure/role.ts';
import { EARLY_LOCK, isEarlyLock } from '#shared/reports/early-lock.ts';
import { actorAs, header, type DecideContext } from './decide.context.ts';
import type { OfficeEvent } from './office.events.ts';
import type { LockProposal, OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';

/** Who closes the month, and who lets it be closed. */
export const CLOSES_MONTHS: Role = 'records-officer';
export const APPROVES_LOCKS: Role = 'supervisor';

export interface LockMonthCommand {
  readonly period: PlainMonth;
  /** Remarks to the check list; the one to `EARLY_LOCK` says why the month is locked before it is over. */
  readonly remarks: readonly { readonly item: string; readonly text: string }[];
}

export interface AnswerLockCommand {
  readonly type: 'answer-lock';
  readonly period: PlainMonth;
  readonly answer: 'given' | 'refused';
  /** Needed where it is refused. */
  readonly reason?: string;
}

type Context = Omit<DecideContext, 'procedure'>;
type Decision = Result<readonly OfficeEvent[], Refusal>;

/** The last word on locking that month while it is open: what waits, or what was sent back. */
export const lockProposal = (
  { proposals }: Pick<OfficeState, 'proposals'>,
  period: PlainMonth,
): LockProposal | undefined => proposals?.find(each => each.period === period);

/**
 * Closes a month, or puts that before whoever approves it. Who may approve asks nobody. What is changed after the lock
 * is a new event, which the next bundle carries.
 */
export function decideMonthLock(office: OfficeState, command: LockMonthCommand, context: Context): Decision {
  const { period } = command;
  const { roles } = context.acting;
  if (!roles.includes(CLOSES_MONTHS)) return err({ code: 'case/role', role: CLOSES_MONTHS });
  if (office.months.some(month => month.period === period)) return err({ code: 'case/nothing-changed' });
  const alone = roles.includes(APPROVES_LOCKS);
  const waiting = lockProposal(office, period);
  if (!alone && waiting && waiting.refused === undefined) return err({ code: 'case/asked-already' });
  const why = command.remarks.find(({ item }) => item === EARLY_LOCK)?.text.trim() ?? '';
  if (isEarlyLock(period, context.now) && why === '') return err({ code: 'case/reason-missing' });
  const head = { ...header(context, CLOSES_MONTHS), stream: 'office' as const };
  const remarks = command.remarks.map(({ item, text }) => ({ item, text }));
  if (!alone) return ok([{ ...head, type: 'month-lock-proposed', period, remarks }]);
  const approvedBy = actorAs(context.acting, APPROVES_LOCKS);
  return ok([{ ...head, type: 'month-locked', period, remarks, approved_by: approvedBy }]);
}

/** Given, the month is locked at once: both stand in one record. */
export function decideLockAnswer(
  office: OfficeState,
  { period, answer, reason: written }: AnswerLockCommand,
  context: Context,
): Decision {
  if (!context.acting.roles.includes(APPROVES_LOCKS)) return err({ code: 'case/role', role: APPROVES_LOCKS });
  const proposal = lockProposal(office, period);
  if (!proposal || proposal.refused) return err({ code: 'case/nothing-asked' });
  const reason = written?.trim();
  if (answer === 'refused' && !reason) return err({ code: 'case/reason-missing' });
  const head = () => ({ ...header(context, APPROVES_LOCKS), stream: 'office' as const });
  const answered: OfficeEvent = {
    ...{ ...head(), type: 'month-lock-answered', proposal: proposal.id, period, answer },
    ...(reason ? { reason } : {}),
  };
  if (answer === 'refused') return ok([answered]);
  const locked: OfficeEvent = {
    ...{ ...head(), type: 'month-locked', period, remarks: [...proposal.remarks] },
    ...{ approved_by: actorAs(context.acting, APPROVES_LOCKS), asked_by: proposal.by },
  };
  return ok([answered, locked]);
}
