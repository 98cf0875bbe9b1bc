import { papersOut } from '#shared/agenda/papers.out.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, type Clock, type ClockContext } from '#shared/case/clocks.ts';
import { enteredFigure } from '#shared/case/entered-figures.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { standingOf } from '#shared/case/standing.ts';
import { papersToPrint } from '#shared/case/waiting-papers.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isOpen } from './counted-case.ts';
import { countedCases, type MonthBooks } from './month.books.ts';
import { numberGaps, type NumberGap, type NumberTrail } from './number.trail.ts';

/** What is looked at before a month is locked or another period closed, in the order of the list. */
export const MONTH_CHECKS = [
  'overdue',
  'steps',
  'asked',
  'papers-back',
  'papers-owed',
  'numbers-missing',
  'numbers-voided',
  'figures',
  'open',
] as const;
export type MonthCheckItem = (typeof MONTH_CHECKS)[number];

/** The item of the journal, which the shell verifies itself. */
export const JOURNAL_CHECK = 'journal';

/** A case behind an item, and what about it: the limit, the form, the state it stands in. */
export interface CheckedCase {
  readonly id: CaseId;
  readonly number: string;
  readonly what: readonly Text[];
}

export interface MonthCheck {
  readonly item: MonthCheckItem;
  readonly count: number;
  /** Wants a remark before the month is locked; it does not hold the lock up. */
  readonly question: boolean;
  readonly cases: readonly CheckedCase[];
  readonly gaps: readonly NumberGap[];
  readonly voided: readonly { readonly number: string; readonly reason: string }[];
  /** Figures of rates that nobody entered for the month. */
  readonly figures: readonly {
    readonly procedure: Text;
    readonly figure: Text;
    /** Where the period has several. */
    readonly month?: PlainMonth;
  }[];
}

export interface CheckedBooks<Span extends string = PlainMonth> extends MonthBooks<Span> {
  /** Whole months of the period, whose figures have to be entered. */
  readonly months: readonly PlainMonth[];
  readonly numbers: NumberTrail<Span>;
  readonly figures: OfficeState['figures'];
  /** The procedures the office works by. */
  readonly inUse: readonly Pick<Procedure, 'id' | 'name' | 'figures'>[];
}

const NOTHING = { cases: [], gaps: [], voided: [], figures: [] } as const;
/** Told, not asked about: a reason is on record, or it is how things are. */
const TOLD: readonly MonthCheckItem[] = ['numbers-voided', 'open'];

type Found = Partial<Record<MonthCheckItem, readonly Text[]>>;

const overdueNames = (clocks: readonly Clock[]): readonly Text[] =>
  clocks.filter(({ status }) => status === 'overdue').map(({ limit }) => limit.name);

/** Nobody did anything since it came in, or it is over and what has to follow was not done in time. */
function stepsOwed(
  procedure: Procedure,
  state: CaseState,
  clocks: readonly Clock[],
): readonly Text[] | undefined {
  if (state.mergedInto !== undefined) return undefined;
  const { shown } = standingOf(procedure, state);
  if (!isOpen(procedure, state)) {
    const late = overdueNames(clocks);
    return late.length > 0 ? late : undefined;
  }
  const untouched = state.brought === undefined && state.trace.every(({ kind }) => kind !== 'step');
  return untouched && shown ? [shown.name] : undefined;
}

function foundAt(procedure: Procedure, state: CaseState, context: ClockContext): Found {
  const open = isOpen(procedure, state);
  const clocks = clocksOf(procedure, state, context);
  const late = open ? overdueNames(clocks) : [];
  const steps = stepsOwed(procedure, state, clocks);
  const back = papersOut(procedure, state).map(({ form }) => form.name);
  // What came from an old ledger stands in it on paper.
  const asked = state.brought ? ['owed'] : ['owed', 'register'];
  const owed = papersToPrint(procedure, state).filter(({ why }) => asked.includes(why));
  return {
    ...(late.length > 0 ? { overdue: late } : {}),
    ...(steps ? { steps } : {}),
    ...(state.asked.length > 0 && state.mergedInto === undefined ? { asked: [] } : {}),
    ...(back.length > 0 ? { 'papers-back': back } : {}),
    ...(owed.length > 0 ? { 'papers-owed': owed.map(({ form }) => getForm(procedure, form).name) } : {}),
    ...(open ? { open: [] } : {}),
  };
}

function missingFigures({
  inUse,
  figures,
  months,
}: Pick<CheckedBooks, 'inUse' | 'figures' | 'months'>): MonthCheck['figures'] {
  const office = figures === undefined ? {} : { figures };
  return inUse.flatMap(({ id, name, figures: wanted }) =>
    wanted.flatMap(({ key, label }) =>
      months
        .filter(month => {
          const entered = enteredFigure(office, { procedure: id, figure: key, month });
          return (entered?.amount ?? null) === null;
        })
        .map(month => ({ procedure: name, figure: label, ...(months.length > 1 ? { month } : {}) })),
    ),
  );
}

const sizeOf = ({ from, to }: NumberGap): number => to - from + 1;

/**
 * What a month or another period leaves open, as its books stand at that moment; those of a locked month stood so at
 * its lock. Later spans have greater names.
 */
export function monthChecks<Span extends string>(
  books: CheckedBooks<Span>,
  procedureOf: (state: CaseState) => Procedure,
  context: ClockContext,
): readonly MonthCheck[] {
  const { period, numbers } = books;
  const behind = new Map<MonthCheckItem, CheckedCase[]>();
  for (const { state, registeredIn } of countedCases(books)) {
    if (registeredIn > period) continue;
    const { id, number } = state;
    const found = foundAt(procedureOf(state), state, context);
    for (const [item, what] of Object.entries(found) as [MonthCheckItem, readonly Text[]][]) {
      const cases = behind.get(item) ?? [];
      cases.push({ id, number, what });
      behind.set(item, cases);
    }
  }
  const gaps = numberGaps(numbers, period);
  const voided = numbers.voided
    .filter(({ in: span }) => span === period)
    .map(({ number, reason }) => ({ number, reason }));
  const figures = missingFigures(books);
  return MONTH_CHECKS.map(item => {
    const cases = behind.get(item) ?? [];
    const found = {
      ...{ ...NOTHING, cases },
      ...(item === 'numbers-missing' ? { gaps } : {}),
      ...(item === 'numbers-voided' ? { voided } : {}),
      ...(item === 'figures' ? { figures } : {}),
    };
    const count =
      cases.length +
      found.voided.length +
      found.figures.length +
      found.gaps.reduce((sum, gap) => sum + sizeOf(gap), 0);
    return { item, count, question: count > 0 && !TOLD.includes(item), ...found };
  });
}
