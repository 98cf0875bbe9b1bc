import type { Result } from '#shared/core/result.ts';
import { lastDayOf, type PlainMonth } from '#shared/core/plain-date.ts';
import {
  decideClose,
  decideCloseAnswer,
  type CloseAnswer,
  type CloseWords,
  type Closing,
} from './close.decide.ts';
import type { DecideContext } from './decide.context.ts';
import type { OfficeEvent } from './office.events.ts';
import type { LockProposal, OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';

export interface LockMonthCommand extends CloseWords {
  readonly period: PlainMonth;
}

export type AnswerLockCommand = CloseAnswer & {
  readonly type: 'answer-lock';
  readonly period: PlainMonth;
};

type Context = Omit<DecideContext, 'procedure'>;
type Decision = Result<readonly OfficeEvent[], Refusal>;

/** The last word on locking that month while it is open: what waits, or what was sent back. */
export const lockProposal = (
  { proposals }: Pick<OfficeState, 'proposals'>,
  period: PlainMonth,
): LockProposal | undefined => proposals?.find(each => each.of === undefined && each.period === period);

const monthOfOffice = (office: OfficeState, period: PlainMonth): Closing => ({
  isClosed: office.months.some(month => month.period === period),
  lastDay: lastDayOf(period),
  proposal: lockProposal(office, period),
  propose: (head, remarks) => ({ ...head, type: 'month-lock-proposed', period, remarks }),
  answer: (head, answered) => ({ ...head, type: 'month-lock-answered', period, ...answered }),
  close: (head, approved) => ({ ...head, type: 'month-locked', period, ...approved }),
});

/** What is changed after the lock of a month is a new event, which the next bundle carries. */
export const decideMonthLock = (office: OfficeState, command: LockMonthCommand, context: Context): Decision =>
  decideClose(monthOfOffice(office, command.period), command, context);

export const decideLockAnswer = (
  office: OfficeState,
  command: AnswerLockCommand,
  context: Context,
): Decision => decideCloseAnswer(monthOfOffice(office, command.period), command, context);
