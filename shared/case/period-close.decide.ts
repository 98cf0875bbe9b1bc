import { invariant } from '#shared/core/assert.ts';
import type { Result } from '#shared/core/result.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import { decideClose, decideCloseAnswer, type Closing } from './close.decide.ts';
import type { DecideContext } from './decide.context.ts';
import type { OfficeEvent } from './office.events.ts';
import type { DutyDone, DutyOf, LockProposal, MonthRemark, OfficeState } from './office.state.ts';
import type { PeriodClose } from './period-close.schema.ts';
import type { Refusal } from './refusal.ts';

/** A period of what a procedure asks for, by the half-month, quarter, half-year, year or week. */
export interface ClosedPeriod extends DutyOf {
  readonly period: string;
}

/** What its report tells at that moment. */
export type CountedPeriod = Pick<PeriodClose, 'figures' | 'open'>;

export type PeriodCloseCommand =
  | (ClosedPeriod & {
      readonly type: 'close-period';
      readonly counted: CountedPeriod;
      /** To the open questions of the check list, and why it is closed before it is over. */
      readonly remarks: readonly MonthRemark[];
    })
  | (ClosedPeriod & {
      readonly type: 'answer-period';
      readonly answer: 'given';
      /** As the books stand when it is approved. */
      readonly counted: CountedPeriod;
      /** To questions that came open since it was proposed. */
      readonly remarks: readonly MonthRemark[];
    })
  | (ClosedPeriod & {
      readonly type: 'answer-period';
      readonly answer: 'refused';
      readonly reason: string;
    });

const COMMANDS: readonly string[] = ['close-period', 'answer-period'] satisfies PeriodCloseCommand['type'][];

export const isAboutPeriods = (command: { readonly type: string }): command is PeriodCloseCommand =>
  COMMANDS.includes(command.type);

const isOf = (one: DutyOf | undefined, other: DutyOf): boolean =>
  one?.procedure === other.procedure && one.duty === other.duty;

export const periodDone = (
  { dutiesDone }: Pick<OfficeState, 'dutiesDone'>,
  wanted: ClosedPeriod,
): DutyDone | undefined => dutiesDone.find(each => isOf(each, wanted) && each.period === wanted.period);

/** The last word on closing that period while it is open: what waits, or what was sent back. */
export const periodProposal = (
  { proposals }: Pick<OfficeState, 'proposals'>,
  wanted: ClosedPeriod,
): LockProposal | undefined =>
  proposals?.find(({ of, period }) => isOf(of, wanted) && period === wanted.period);

/** A case that was overdue when the period ended is told as such, also where it was closed since. */
const OVERDUE = 'overdue';

const questionsOf = ({ figures, open = [] }: CountedPeriod): readonly string[] => [
  ...open.map(({ item }) => item),
  ...(figures.overdue > 0 ? [OVERDUE] : []),
];

function periodOfDuty(
  office: OfficeState,
  { procedure, duty, period }: ClosedPeriod,
  counted: CountedPeriod | undefined,
): Closing {
  const which = { procedure, duty, period };
  const days = findPeriodById(period);
  invariant(days, `${period} is a period`);
  return {
    isClosed: periodDone(office, which) !== undefined,
    lastDay: days.to,
    proposal: periodProposal(office, which),
    propose: (head, remarks) => ({ ...head, type: 'period-close-proposed', ...which, remarks }),
    answer: (head, answered) => ({ ...head, type: 'period-close-answered', ...which, ...answered }),
    close: (head, { remarks, ...approved }) => {
      invariant(counted, 'a period is closed with what it tells');
      const { figures, open = [] } = counted;
      const zero = figures.received === 0 && figures.closed === 0;
      const close: PeriodClose = {
        ...{ figures, zero },
        ...(open.length > 0 ? { open } : {}),
        ...(remarks.length > 0 ? { remarks } : {}),
      };
      return { ...head, type: 'duty-done', ...which, close, ...approved };
    },
  };
}

/** The same course as the lock of a month. What is changed afterwards, the next period carries as a correction. */
export function decidePeriodClose(
  office: OfficeState,
  command: PeriodCloseCommand,
  context: Omit<DecideContext, 'procedure'>,
): Result<readonly OfficeEvent[], Refusal> {
  const counted = 'counted' in command ? command.counted : undefined;
  const closing = periodOfDuty(office, command, counted);
  if (command.type === 'answer-period' && command.answer === 'refused')
    return decideCloseAnswer(closing, command, context);
  const said = { remarks: command.remarks, open: questionsOf(command.counted) };
  return command.type === 'answer-period'
    ? decideCloseAnswer(closing, { ...said, answer: 'given' }, context)
    : decideClose(closing, said, context);
}
