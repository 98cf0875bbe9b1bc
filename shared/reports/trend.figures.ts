import type { ClockContext } from '#shared/case/clocks.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { addMonthsTo, firstDayOf, lastDayOf, monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Trend } from '#shared/procedure/breakdown.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue } from '#shared/procedure/values.ts';
import { countOf, opening, type Amount } from './amount.ts';
import { MEASURE_NAMES } from './measure.words.ts';
import {
  idsOf,
  isReceivedIn,
  measureOf,
  periodCases,
  receivedOn,
  type ReportedCase,
} from './period.figures.ts';
import { rateFigures, type EnteredFigures } from './rate.figures.ts';
import type { PeriodDays } from './report.period.ts';

export interface TrendMonth {
  readonly month: PlainMonth;
  /** It runs: its figures are those of the days until now. */
  readonly running: boolean;
  readonly amounts: readonly Amount[];
}

export interface TrendFigures {
  readonly columns: readonly { readonly id: string; readonly label: Text }[];
  /** The earliest first. */
  readonly months: readonly TrendMonth[];
}

export interface TrendBooks {
  readonly procedure: Procedure;
  readonly cases: readonly ReportedCase[];
  readonly context: ClockContext;
  readonly office: EnteredFigures & { readonly foundedAt: Instant };
}

type Column = TrendFigures['columns'][number] & {
  readonly amount: (days: PeriodDays, cases: readonly ReportedCase[]) => Amount;
};

const isChosen = (entered: FieldValue | undefined, option: string): boolean =>
  Array.isArray(entered) ? (entered as readonly unknown[]).includes(option) : entered === option;

function columnsOf({ measures, rates, by }: Trend, books: TrendBooks): readonly Column[] {
  const { procedure, context, office } = books;
  const options = by === undefined ? [] : (getField(procedure, by).options ?? []);
  return [
    ...measures.map((measure): Column => ({
      id: measure,
      label: MEASURE_NAMES[measure],
      amount: (days, cases) => measureOf(measure, periodCases(cases, days, context)),
    })),
    ...procedure.rates
      .filter(({ key }) => rates.includes(key))
      .map((rate): Column => ({
        id: rate.key,
        label: rate.name,
        amount: (days, cases) => rateFigures(rate, procedure, cases, days, context, office).amount,
      })),
    ...options.map(({ value, label }): Column => ({
      id: `${by}.${value}`,
      label,
      amount: (days, cases) => {
        const chosen = cases.filter(
          each => isReceivedIn(each, days) && isChosen(each.state.values[by ?? ''], value),
        );
        return opening(countOf(chosen.length), idsOf(chosen));
      },
    })),
  ];
}

/** From when the office has books: its founding, or the earliest case that was entered after it. */
function booksSince({ cases, office }: TrendBooks): PlainMonth {
  const months = [monthOf(dateOf(office.foundedAt)), ...cases.map(({ state }) => monthOf(receivedOn(state)))];
  return months.reduce((first, month) => (month < first ? month : first));
}

/** The last months up to the end of a period; months that are still to come tell nothing and are left out. */
export function trendFigures(trend: Trend, books: TrendBooks, { to }: PeriodDays): TrendFigures {
  const length = trend.months;
  const columns = columnsOf(trend, books);
  const now = monthOf(dateOf(books.context.now));
  const last = monthOf(to) < now ? monthOf(to) : now;
  const since = booksSince(books);
  const months = Array.from({ length }, (_, nth) => addMonthsTo(last, nth + 1 - length));
  return {
    columns: columns.map(({ id, label }) => ({ id, label })),
    months: months.map(month => {
      const days = { id: month, from: firstDayOf(month), to: lastDayOf(month) };
      return {
        month,
        running: month === now,
        amounts: columns.map(({ amount }): Amount =>
          month < since ? { kind: 'no-books' } : amount(days, books.cases),
        ),
      };
    }),
  };
}
