import { countLimit } from '#shared/calendar/count-limit.ts';
import { hoursAt } from '#shared/calendar/hours-timeline.ts';
import { isPast } from '#shared/calendar/remaining.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, isSameAnswer, type FieldValue, type Values } from '#shared/procedure/values.ts';
import type { CaseState } from './case.state.ts';
import type { SeverityContext } from './severity.ts';

type RepeatRule = NonNullable<Procedure['repeats']>;
type Counting = Pick<SeverityContext, 'calendar' | 'officeHours'>;
type Equal = (one: FieldValue | undefined, other: FieldValue | undefined) => boolean;

/** The fields of the rule both have filled, where they are equal in all of them; none where they are not. */
export function equalFields(
  { same }: Pick<RepeatRule, 'same'>,
  one: Values,
  other: Values,
  isEqual: Equal = isSameAnswer,
): readonly string[] {
  const compared = same.filter(key => isFilled(one[key]) && isFilled(other[key]));
  return compared.every(key => isEqual(one[key], other[key])) ? compared : [];
}

/** Whether what came in earlier lies within the span of the rule. */
export function isWithin(
  { within }: Pick<RepeatRule, 'within'>,
  earlier: Instant,
  receivedAt: Instant,
  { calendar, officeHours }: Counting,
): boolean {
  if (earlier > receivedAt) return false;
  if (within === undefined) return true;
  const counted = countLimit({
    ...{ start: earlier, amount: within.amount, unit: within.unit, roll: 'none' },
    ...{ pauses: [], extension: 0, calendar, officeHours: hoursAt(officeHours, earlier) },
  });
  return !isPast(counted, receivedAt);
}

/**
 * Earlier cases that the procedure takes for the same matter: equal in every field of its rule, as far as both have
 * filled it, in one at least, and received within its span. The latest first.
 */
export function sameMatter(
  procedure: Pick<Procedure, 'repeats'>,
  state: CaseState,
  others: readonly CaseState[],
  counting: Counting,
): readonly CaseState[] {
  const { repeats } = procedure;
  if (!repeats) return [];
  return others
    .filter(other => other.id !== state.id && equalFields(repeats, state.values, other.values).length > 0)
    .filter(other => isWithin(repeats, other.receivedAt, state.receivedAt, counting))
    .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
}
