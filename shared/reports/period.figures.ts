import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, isLate, wasLate, type Clock, type ClockContext } from '#shared/case/clocks.ts';
import { closedAt } from '#shared/case/standing.ts';
import { assertNever } from '#shared/core/assert.ts';
import { dateOf, instantAt, instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Measure } from '#shared/procedure/measure.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText } from '#shared/procedure/values.ts';
import { amountInWords, countOf, opening, shareOf, type Amount } from './amount.ts';
import type { PeriodDays } from './report.period.ts';

/** A case with the procedure it follows, as the office set it when the case came in. */
export interface ReportedCase {
  readonly state: CaseState;
  readonly procedure: Procedure;
  /** The days it counts on, where the period it happened in was closed when it was written down. */
  readonly counts?: { readonly received?: PlainDate; readonly closed?: PlainDate };
}

/** Counts of cases of one procedure in one period. */
export interface PeriodFigures {
  readonly received: number;
  /** Their end fell into the period, whenever they were received. */
  readonly closed: number;
  /** Of those closed: no limit was met late. */
  readonly onTime: number;
  /** Open when the period ended, or now while it runs; earlier ones included. */
  readonly open: number;
  /** Of those open: a limit had run out by then. */
  readonly overdue: number;
  /** Of those received: closed by the end of the period. */
  readonly receivedClosed: number;
  /** Of those closed: with a satisfaction on record, and how many of those were satisfied. */
  readonly asked: number;
  readonly satisfied: number;
}

/** A day of receipt after that of registration is a slip of the pen. */
export function receivedOn({ receivedAt, registeredAt }: CaseState): PlainDate {
  const [received, registered] = [dateOf(receivedAt), dateOf(registeredAt)];
  return received < registered ? received : registered;
}

const within = (date: PlainDate, { from, to }: PeriodDays): boolean => from <= date && date <= to;

export function closedOn({ state, procedure, counts }: ReportedCase): PlainDate | undefined {
  const at = closedAt(procedure, state);
  return at === undefined ? undefined : (counts?.closed ?? dateOf(at));
}

/** Whether that was in time nobody knows here: an old ledger's closings were counted on paper. */
const wasClosedOnPaper = ({ state, procedure }: ReportedCase): boolean =>
  state.brought?.closed !== undefined && closedAt(procedure, state) === state.brought.closed.at;

const countsOn = ({ state, counts }: ReportedCase): PlainDate => counts?.received ?? receivedOn(state);

/** A case is received in exactly one period of each kind. */
export const isReceivedIn = (each: ReportedCase, days: PeriodDays): boolean => within(countsOn(each), days);

export function isOpenAfter(each: ReportedCase, { to }: PeriodDays): boolean {
  const closed = closedOn(each);
  return countsOn(each) <= to && (closed === undefined || closed > to);
}

/** The last moment of the period, or now while it runs. */
export function momentOf({ to }: PeriodDays, now: Instant): Instant {
  const end = instantFromMs(msOf(instantAt(addDays(to, 1), '00:00')) - 1);
  return msOf(end) < msOf(now) ? end : now;
}

export const wasLateAt = ({ limit, counted, ended }: Clock, moment: Instant): boolean =>
  limit.kind === 'duty' &&
  counted !== undefined &&
  counted.due !== null &&
  (ended === undefined || msOf(ended) > msOf(moment)) &&
  isLate(counted, limit.unit, moment);

function opinionOf({ state, procedure }: ReportedCase): 'none' | 'satisfied' | 'other' {
  const { satisfaction } = procedure.registration;
  const opinion = satisfaction === undefined ? null : (state.values[satisfaction.field] ?? null);
  if (opinion === null) return 'none';
  return satisfaction?.satisfied_by.includes(scalarText(opinion)) ? 'satisfied' : 'other';
}

/** The cases behind every count of a period. */
export type PeriodCases = Readonly<Record<keyof PeriodFigures, readonly ReportedCase[]>>;

export type ReadClocks = (each: ReportedCase) => readonly Clock[];

/** Reckons the clocks of a case once, however many periods it is counted in. */
export function rememberClocks(context: ClockContext): ReadClocks {
  const known = new Map<CaseState, readonly Clock[]>();
  return ({ state, procedure }) => {
    const found = known.get(state) ?? clocksOf(procedure, state, context);
    known.set(state, found);
    return found;
  };
}

/** Which cases count as what in a period, as the books stand when it is counted. */
export function periodCases(
  cases: readonly ReportedCase[],
  days: PeriodDays,
  context: ClockContext,
  clocks: ReadClocks = rememberClocks(context),
): PeriodCases {
  const moment = momentOf(days, context.now);
  const received = cases.filter(each => isReceivedIn(each, days));
  const open = cases.filter(each => isOpenAfter(each, days));
  const closed = cases.filter(each => {
    const on = closedOn(each);
    return on !== undefined && within(on, days) && !wasClosedOnPaper(each);
  });
  const asked = closed.filter(each => opinionOf(each) !== 'none');
  return {
    ...{ received, closed, open, asked },
    onTime: closed.filter(each => !wasLate(clocks(each))),
    overdue: open.filter(each => clocks(each).some(clock => wasLateAt(clock, moment))),
    receivedClosed: received.filter(each => !isOpenAfter(each, days)),
    satisfied: asked.filter(each => opinionOf(each) === 'satisfied'),
  };
}

/** Counts a period over all cases of a procedure. */
export function periodFigures(
  cases: readonly ReportedCase[],
  days: PeriodDays,
  context: ClockContext,
): PeriodFigures {
  return countsOf(periodCases(cases, days, context));
}

export const countsOf = (of: PeriodCases): PeriodFigures => ({
  received: of.received.length,
  closed: of.closed.length,
  onTime: of.onTime.length,
  open: of.open.length,
  overdue: of.overdue.length,
  receivedClosed: of.receivedClosed.length,
  asked: of.asked.length,
  satisfied: of.satisfied.length,
});

/** Nothing to tell of the period. */
export const isZero = ({ received, closed }: PeriodFigures): boolean => received === 0 && closed === 0;

/** A measure with the number of cases it is taken from. */
export function amountOf(measure: Measure, figures: PeriodFigures): Amount {
  switch (measure) {
    case 'received':
    case 'closed':
    case 'open':
    case 'overdue':
      return countOf(figures[measure]);
    case 'received_closed':
      return countOf(figures.receivedClosed);
    case 'closure_rate':
      return shareOf(figures.receivedClosed, figures.received);
    case 'on_time_rate':
      return shareOf(figures.onTime, figures.closed);
    case 'satisfaction_rate':
      return shareOf(figures.satisfied, figures.asked);
    default:
      return assertNever(measure);
  }
}

/** Of a share they are those of its part. */
const COUNTED: Readonly<Record<Measure, keyof PeriodCases>> = {
  ...{ received: 'received', closed: 'closed', open: 'open', overdue: 'overdue' },
  ...{ received_closed: 'receivedClosed', closure_rate: 'receivedClosed' },
  ...{ on_time_rate: 'onTime', satisfaction_rate: 'satisfied' },
};

export const countedBy = (measure: Measure, of: PeriodCases): readonly ReportedCase[] => of[COUNTED[measure]];

export const idsOf = (cases: readonly ReportedCase[]): readonly CaseId[] =>
  cases.map(({ state }) => state.id);

/** A measure with the cases it is taken from, to be opened. */
export const measureOf = (measure: Measure, of: PeriodCases): Amount =>
  opening(amountOf(measure, countsOf(of)), idsOf(countedBy(measure, of)));

/** A measure as it is written on a paper. */
export const measured = (measure: Measure, figures: PeriodFigures, language: Language): string =>
  amountInWords(amountOf(measure, figures), language);
