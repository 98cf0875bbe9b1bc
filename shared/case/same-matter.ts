import { countLimit } from '#shared/calendar/count-limit.ts';
import { hoursAt } from '#shared/calendar/hours-timeline.ts';
import { isPast } from '#shared/calendar/remaining.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, isSameAnswer } from '#shared/procedure/values.ts';
import type { CaseState } from './case.state.ts';
import type { SeverityContext } from './severity.ts';

/**
 * Earlier cases that the procedure takes for the same matter: equal in every field of its rule, as far as both have
 * filled it, in one at least, and received within its span. The latest first.
 */
export function sameMatter(
  procedure: Pick<Procedure, 'repeats'>,
  state: CaseState,
  others: readonly CaseState[],
  { calendar, officeHours }: Pick<SeverityContext, 'calendar' | 'officeHours'>,
): readonly CaseState[] {
  const { repeats } = procedure;
  if (!repeats) return [];
  const { same, within } = repeats;
  const isSame = (other: CaseState): boolean => {
    const compared = same.filter(key => isFilled(state.values[key]) && isFilled(other.values[key]));
    return compared.length > 0 && compared.every(key => isSameAnswer(state.values[key], other.values[key]));
  };
  const isRecent = (other: CaseState): boolean =>
    within === undefined ||
    !isPast(
      countLimit({
        ...{ start: other.receivedAt, amount: within.amount, unit: within.unit, roll: 'none' },
        ...{ pauses: [], extension: 0, calendar, officeHours: hoursAt(officeHours, other.receivedAt) },
      }),
      state.receivedAt,
    );
  return others
    .filter(other => other.id !== state.id && other.receivedAt <= state.receivedAt)
    .filter(other => isSame(other) && isRecent(other))
    .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
}
