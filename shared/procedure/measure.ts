/** What is counted for a report of a period; `shared/reports/period.figures.ts` counts it. */
export const MEASURES = [
  'received',
  'closed',
  'open',
  'overdue',
  'closure_rate',
  'on_time_rate',
  'satisfaction_rate',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Blanks that a register or report can fill, and no paper of a case: `{period}`, `{count:received}`. */
export const PERIOD_BLANKS: readonly string[] = ['period', ...MEASURES.map(measure => `count:${measure}`)];
