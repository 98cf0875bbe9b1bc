export { StatisticsPage, type StatisticsPageProps } from './statistics-page.tsx';
export { StatisticsPaperPage } from './statistics-paper-page.tsx';
export type { StatisticPaper, StatisticPlace } from './statistic-place.ts';
