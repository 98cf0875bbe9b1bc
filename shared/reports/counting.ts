import { circumstancesOf } from '#shared/case/circumstances.ts';
import type { ClockContext } from '#shared/case/clocks.ts';
import { severityOf } from '#shared/case/severity.ts';
import { asksForClass, holds, type Condition } from '#shared/procedure/condition.ts';
import type { ReportedCase } from './period.figures.ts';

/** The cases a condition of the pack holds for, as they stand now; all where there is none. */
export function casesThat(
  condition: Condition | undefined,
  cases: readonly ReportedCase[],
  context: ClockContext,
): readonly ReportedCase[] {
  if (condition === undefined) return cases;
  const byClass = asksForClass(condition);
  return cases.filter(({ state, procedure }) => {
    const found = byClass ? severityOf(procedure, state, context)?.effective : undefined;
    return holds(condition, state.values, circumstancesOf(state, context, found));
  });
}
