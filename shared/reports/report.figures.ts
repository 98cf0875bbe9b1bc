import type { ClockContext } from '#shared/case/clocks.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Trend } from '#shared/procedure/breakdown.schema.ts';
import type { ReportSpec } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { breakdownFigures, type BreakdownFigures } from './breakdown.figures.ts';
import { periodFigures, type PeriodFigures } from './period.figures.ts';
import { rateFigures, type RateFigures } from './rate.figures.ts';
import type { PeriodDays } from './report.period.ts';
import { trendFigures, type TrendBooks, type TrendFigures } from './trend.figures.ts';

/** Everything a report counts over a period. */
export interface ReportFigures {
  readonly period: PeriodFigures;
  readonly rates: readonly RateFigures[];
  readonly by?: BreakdownFigures;
  readonly trend?: TrendFigures;
  /** When the period was closed: all this is as it was then. */
  readonly closedAt?: Instant;
}

/** What the months of any procedure are shown by where its report does not say. */
export function usualTrend(procedure: Procedure, report: ReportSpec | undefined): Trend {
  const { category, satisfaction } = procedure.registration;
  const hasChoices = procedure.fields.some(({ key, type }) => key === category && type === 'enum');
  return {
    months: 12,
    measures: [
      ...(['received', 'closed', 'closure_rate', 'on_time_rate'] as const),
      ...(satisfaction ? (['satisfaction_rate'] as const) : []),
    ],
    rates: report?.rates ?? [],
    ...(hasChoices ? { by: category } : {}),
  };
}

/** The one place where paper and screen have their figures from. */
export function reportFigures(
  report: ReportSpec | undefined,
  books: TrendBooks,
  days: PeriodDays,
  trend: Trend | undefined = report?.trend,
): ReportFigures {
  const { procedure, cases, office } = books;
  const context: ClockContext = {
    ...books.context,
    others: { received: () => cases.map(({ state }) => state) },
  };
  const own = { ...books, context };
  return {
    period: periodFigures(cases, days, context),
    rates: procedure.rates
      .filter(({ key }) => report?.rates.includes(key))
      .map(rate => rateFigures(rate, procedure, cases, days, context, office)),
    ...(report?.by ? { by: breakdownFigures(report.by, procedure, cases, days, context) } : {}),
    ...(trend ? { trend: trendFigures(trend, own, days) } : {}),
  };
}
