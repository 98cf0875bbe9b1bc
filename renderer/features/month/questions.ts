import { JOURNAL_CHECK, type MonthCheck } from '#shared/reports/month.checks.ts';
import type { Journal } from './use-month.ts';

/** What wants a remark before it is closed. */
export const questionsOf = (checks: readonly MonthCheck[], journal: Journal): readonly string[] => [
  ...(journal.state === 'bad' ? [JOURNAL_CHECK] : []),
  ...checks.filter(({ question }) => question).map(({ item }) => item),
];
