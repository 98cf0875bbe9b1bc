import type { ClockContext } from '#shared/case/clocks.ts';
import { enteredFigure } from '#shared/case/entered-figures.ts';
import type { EnteredFigure } from '#shared/case/office.state.ts';
import { addMonthsTo, firstDayOf, lastDayOf, monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Condition } from '#shared/procedure/condition.ts';
import type { Count } from '#shared/procedure/measure.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Rate } from '#shared/procedure/rate.schema.ts';
import { opening, shareOf, type Amount } from './amount.ts';
import { casesThat } from './counting.ts';
import { countedBy, idsOf, periodCases, type ReportedCase } from './period.figures.ts';
import type { PeriodDays } from './report.period.ts';

const CASES: Text = { zh: '件', en: 'cases' };

/** In the order they were entered. */
export interface EnteredFigures {
  readonly figures?: readonly (EnteredFigure & { readonly stands?: true })[];
}

/**
 * What the rates of a closed period are worked out with: a figure that was there then stays, one that nobody had entered
 * may still come. Sales of a month are known after it.
 */
export function figuresStanding(then: EnteredFigures, now: EnteredFigures): Required<EnteredFigures> {
  const stood = (then.figures ?? []).filter(each => enteredFigure(then, each)?.amount !== null);
  return { figures: [...(now.figures ?? []), ...stood.map(each => ({ ...each, stands: true as const }))] };
}

/** What an amount of one month is, as the office entered it. */
export interface BaseOfMonth {
  readonly month: PlainMonth;
  readonly amount: number | null;
  readonly reason: string | null;
  /** It was there when the period was closed. */
  readonly stands?: true;
}

/** A rate of a period, with the figures it was worked out from. */
export interface RateFigures {
  readonly rate: Rate;
  readonly amount: Amount;
  /** The months of the figure it is over; none where that is counted. */
  readonly months: readonly BaseOfMonth[];
}

/** The whole months of a period; none where it does not consist of such. */
export function monthsOf({ from, to }: PeriodDays): readonly PlainMonth[] {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (from !== firstDayOf(first) || to !== lastDayOf(last)) return [];
  const months: PlainMonth[] = [];
  for (let month = first; month <= last; month = addMonthsTo(month, 1)) months.push(month);
  return months;
}

interface Counted {
  readonly count: Count;
  readonly only_if?: Condition | undefined;
}

function counted(
  { count, only_if: only }: Counted,
  cases: readonly ReportedCase[],
  days: PeriodDays,
  context: ClockContext,
): readonly ReportedCase[] {
  return countedBy(count, periodCases(casesThat(only, cases, context), days, context));
}

/** All or nothing: a sum that lacks a month would make the rate too high. */
const sumOf = (months: readonly BaseOfMonth[]): number | null =>
  months.length === 0
    ? null
    : months.reduce<number | null>(
        (sum, { amount }) => (sum === null || amount === null ? null : sum + amount),
        0,
      );

/** Works a rate out from the cases and, where they do not hold what it is over, from what the office entered. */
export function rateFigures(
  rate: Rate,
  procedure: Pick<Procedure, 'id' | 'figures'>,
  cases: readonly ReportedCase[],
  days: PeriodDays,
  context: ClockContext,
  entered: EnteredFigures,
): RateFigures {
  const behind = counted(rate, cases, days, context);
  const part = behind.length;
  const ids = idsOf(behind);
  const { over, per } = rate;
  if ('count' in over) {
    const whole = counted(over, cases, days, context).length;
    const amount: Amount =
      per === 100 ? shareOf(part, whole) : { kind: 'rate', part, whole, per, unit: CASES };
    return { rate, amount: opening(amount, ids), months: [] };
  }
  const months = monthsOf(days).map((month): BaseOfMonth => {
    const found = enteredFigure(entered, { procedure: procedure.id, figure: over.figure, month });
    const { amount = null, reason = null, stands } = found ?? {};
    return { month, amount, reason, ...(stands ? { stands } : {}) };
  });
  const unit = procedure.figures.find(({ key }) => key === over.figure)?.unit ?? CASES;
  return { rate, amount: { kind: 'rate', part, whole: sumOf(months), per, unit, cases: ids }, months };
}
