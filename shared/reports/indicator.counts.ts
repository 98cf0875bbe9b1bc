import { circumstancesOf } from '#shared/case/circumstances.ts';
import type { ClockContext } from '#shared/case/clocks.ts';
import { severityOf } from '#shared/case/severity.ts';
import { asksForClass, holds, type Condition } from '#shared/procedure/condition.ts';
import type { IndicatorCount } from '#shared/procedure/indicator.ts';
import type { PeriodCases, ReportedCase } from './period.figures.ts';

/** Whether a condition of the pack holds for a case as it stands now. */
function holdsFor(condition: Condition, { state, procedure }: ReportedCase, context: ClockContext): boolean {
  const found = asksForClass(condition) ? severityOf(procedure, state, context)?.effective : undefined;
  return holds(condition, state.values, circumstancesOf(state, context, found));
}

/** The cases an indicator may count, each by the rules of its own procedure. */
export function indicatorCases(
  of: PeriodCases,
  context: ClockContext,
): Readonly<Record<IndicatorCount, readonly ReportedCase[]>> {
  const isValid = (each: ReportedCase): boolean => {
    const valid = each.procedure.indicators?.valid;
    return valid === undefined || holdsFor(valid, each, context);
  };
  const isOwn = (each: ReportedCase): boolean => {
    const own = each.procedure.indicators?.own;
    return own !== undefined && holdsFor(own, each, context);
  };
  const isRepeated = (each: ReportedCase): boolean => {
    const repeat = each.procedure.indicators?.repeat;
    return each.state.repeatOf !== undefined || (repeat !== undefined && holdsFor(repeat, each, context));
  };
  const { received, closed, asked, satisfied } = of;
  return {
    ...{ received, closed, asked, satisfied },
    on_time: of.onTime,
    received_closed: of.receivedClosed,
    valid: received.filter(isValid),
    valid_closed: of.receivedClosed.filter(isValid),
    own: received.filter(isOwn),
    repeated: received.filter(isRepeated),
  };
}
