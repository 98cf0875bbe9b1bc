/** Cases that are counted. */
export const COUNTS = ['received', 'closed', 'open', 'overdue', 'received_closed'] as const;
export type Count = (typeof COUNTS)[number];

/** One count as a part of another. */
export const SHARES = ['closure_rate', 'on_time_rate', 'satisfaction_rate'] as const;
export type Share = (typeof SHARES)[number];

/** What is counted for a report of a period; `shared/reports/period.figures.ts` counts it. */
export const MEASURES = [...COUNTS, ...SHARES] as const;
export type Measure = (typeof MEASURES)[number];

export const isShare = (measure: Measure): measure is Share =>
  (SHARES as readonly Measure[]).includes(measure);

/** Of fewer cases a percentage would say more than is known: the cases themselves are told, and nobody is ranked. */
export const SMALLEST_BASE = 5;

/** Blanks that a register or report can fill, and no paper of a case: `{period}`, `{count:received}`. */
export const PERIOD_BLANKS: readonly string[] = ['period', ...MEASURES.map(measure => `count:${measure}`)];
