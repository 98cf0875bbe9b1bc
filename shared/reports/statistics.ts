import type { StatisticTable } from './statistic.table.ts';
import { rememberClocks, periodCases } from './period.figures.ts';
import type { PeriodDays } from './report.period.ts';
import type { CountedBooks, StatisticBooks } from './statistic.books.ts';
import { classesTable, handlersTable, totalsTable, unitsTable } from './statistic.counts.ts';
import { stepsTable, trendTables } from './statistic.courses.ts';
import { indicatorsTable } from './statistic.indicators.ts';
import { overdueTable, registerTable, reportsTable } from './statistic.lists.ts';

/**
 * The statistics of a period as tables. Screen, paper and spreadsheet are written from these and count nothing
 * themselves.
 */
export function statisticTables(books: StatisticBooks, days: PeriodDays): readonly StatisticTable[] {
  const clocks = rememberClocks(books.context);
  const counted: CountedBooks = {
    ...books,
    ...{ days, clocks },
    of: periodCases(books.cases, days, books.context, clocks),
  };
  return [
    reportsTable(counted, books.context.calendar),
    totalsTable(counted),
    indicatorsTable(counted),
    classesTable(counted),
    ...trendTables(counted),
    stepsTable(counted),
    handlersTable(counted),
    unitsTable(counted),
    overdueTable(counted),
    registerTable(counted),
  ];
}
