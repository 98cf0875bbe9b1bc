import type { MonthCheck } from './month.checks.ts';
import type { ReportedCase } from './period.figures.ts';

/** A case that was overdue when the period ended is told as such, also where it was closed since. */
export function withLate(
  checks: readonly MonthCheck[],
  overdue: readonly ReportedCase[],
): readonly MonthCheck[] {
  return checks.map(check => {
    if (check.item !== 'overdue') return check;
    const known = new Set(check.cases.map(({ id }) => id));
    const more = overdue
      .filter(({ state }) => !known.has(state.id))
      .map(({ state: { id, number } }) => ({ id, number, what: [] }));
    const cases = [...check.cases, ...more];
    return { ...check, cases, count: cases.length, question: cases.length > 0 };
  });
}
