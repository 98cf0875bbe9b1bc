import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { workingDaysBetween } from '#shared/calendar/working-calendar.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { SentTransfer } from '#shared/case/transfer.evolve.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';

/** For so many working days nobody asks after a case that was sent away; no rule says it, it is only a reminder. */
export const PATIENT_WORKING_DAYS = 5;

export type TransferStanding = 'returned' | 'waiting';

export interface TransferOut {
  readonly transfer: SentTransfer;
  readonly standing: TransferStanding;
  readonly since: Instant;
}

type Sent = Pick<CaseState, 'transfers' | 'seq'>;

/** What came back and nothing was done with since, and what has been away for long without an answer. */
export const transfersOut = (
  { transfers = [], seq }: Sent,
  today: PlainDate,
  calendar: WorkingCalendar,
): readonly TransferOut[] =>
  transfers.flatMap((transfer): readonly TransferOut[] => {
    const { answered, replacedBy, at } = transfer;
    if (answered)
      return answered.verdict === 'returned' && answered.seq === seq
        ? [{ transfer, standing: 'returned', since: answered.at }]
        : [];
    if (replacedBy !== undefined) return [];
    return workingDaysBetween(dateOf(at), today, calendar) > PATIENT_WORKING_DAYS
      ? [{ transfer, standing: 'waiting', since: at }]
      : [];
  });

/** The day from which on a case that was sent away is asked after. */
function askedAfterFrom(sent: PlainDate, calendar: WorkingCalendar): PlainDate {
  let date = sent;
  while (workingDaysBetween(sent, date, calendar) <= PATIENT_WORKING_DAYS) date = addDays(date, 1);
  return date;
}

/** When its transfers bring a case on the desk. */
export const transferWakes = (
  { transfers = [], seq }: Sent,
  calendar: WorkingCalendar,
): readonly PlainDate[] =>
  transfers.flatMap(({ at, answered, replacedBy }) => {
    if (!answered) return replacedBy === undefined ? [askedAfterFrom(dateOf(at), calendar)] : [];
    return answered.verdict === 'returned' && answered.seq === seq ? [dateOf(answered.at)] : [];
  });
