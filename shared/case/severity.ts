import { countLimit } from '#shared/calendar/count-limit.ts';
import { hoursAt, type HoursTimeline } from '#shared/calendar/hours-timeline.ts';
import { isPast } from '#shared/calendar/remaining.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { holds, type Circumstances, type Condition } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { SeverityRule, Span } from '#shared/procedure/severity.schema.ts';
import { isFilled, isSameAnswer, scalarText } from '#shared/procedure/values.ts';
import type { CaseState } from './case.state.ts';
import { circumstancesOf } from './circumstances.ts';
import { closedAt } from './standing.ts';

/** What a rule may ask about other cases. The answer may hold more than was asked for, and the case itself. */
export interface CaseQueries {
  /** Cases of a procedure received between two moments. */
  readonly received: (procedure: string, from: Instant, to: Instant) => readonly CaseState[];
}

export const NO_OTHER_CASES: CaseQueries = { received: () => [] };

export interface SeverityContext {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly officeHours: HoursTimeline;
  readonly others?: CaseQueries;
}

export interface SeverityFinding {
  /** Class that counts: the overriding one, else the computed one. */
  readonly effective: string;
  readonly computed: string;
  /** Rules that put it into the computed class; none for the usual class. */
  readonly because: readonly SeverityRule[];
  /** When it came into the class that counts. */
  readonly since: Instant;
  readonly overridden: boolean;
  /** Classes it came into so far and when, by rule or by a person: a case that grew graver was lighter before. */
  readonly course: readonly { readonly class: string; readonly at: Instant }[];
}

function spanAfter(start: Instant, span: Span, context: SeverityContext) {
  const { calendar, officeHours } = context;
  return countLimit({
    ...{ start, amount: span.amount, unit: span.unit, roll: 'none', pauses: [], extension: 0 },
    ...{ calendar, officeHours: hoursAt(officeHours, start) },
  });
}

const DAY_MS = 86_400_000;
const DAYS: Partial<Record<Span['unit'], number>> = { hours: 1 / 24, weeks: 7, months: 31, years: 366 };

/** The longest holidays, and a month that is waited out before its n-th day. */
const SLACK_DAYS = 62;

/** No later than the beginning of the window that ends at `to`; `isPast` then draws the line exactly. */
const windowStart = (to: Instant, { amount, unit }: Span): Instant =>
  instantFromMs(msOf(to) - (amount * (DAYS[unit] ?? 2) + SLACK_DAYS) * DAY_MS);

/** Since when a case that was received then is compared with others; undefined where no rule asks about others. */
export const comparedFrom = ({ severity }: Pick<Procedure, 'severity'>, receivedAt: Instant) =>
  severity?.rules
    .flatMap(({ repeats }) => (repeats ? [windowStart(receivedAt, repeats.within)] : []))
    .sort()[0];

/**
 * Since when a condition on the fields of a case has held without a break: what stood there before is undone change
 * by change.
 */
function heldSince(condition: Condition, state: CaseState, facts: Circumstances): Instant {
  let { values } = state;
  for (const trace of state.trace.toReversed()) {
    if (trace.kind !== 'fields') continue;
    values = { ...values, ...trace.before };
    if (!holds(condition, values, facts)) return trace.at;
  }
  return state.receivedAt;
}

function repeatsReached(rule: SeverityRule, state: CaseState, context: SeverityContext): Instant | undefined {
  const { repeats } = rule;
  if (!repeats) return state.receivedAt;
  const { same, different, at_least: atLeast, within } = repeats;
  if (!same.every(key => isFilled(state.values[key]))) return undefined;
  const from = windowStart(state.receivedAt, within);
  const others = (context.others ?? NO_OTHER_CASES)
    .received(state.procedure.id, from, state.receivedAt)
    .filter(
      other =>
        other.id !== state.id &&
        other.receivedAt <= state.receivedAt &&
        same.every(key => isSameAnswer(other.values[key], state.values[key])) &&
        !isPast(spanAfter(other.receivedAt, within, context), state.receivedAt),
    );
  const who = (each: CaseState): string =>
    different === undefined ? each.id : scalarText(each.values[different]) || each.id;
  const different_people = new Set([...others, state].map(who));
  return different_people.size >= atLeast ? state.receivedAt : undefined;
}

function openReached(
  rule: SeverityRule,
  state: CaseState,
  context: SeverityContext,
  ended: Instant | undefined,
) {
  if (!rule.open_for) return state.receivedAt;
  const counted = spanAfter(state.receivedAt, rule.open_for, context);
  const until = ended ?? context.now;
  return counted.due !== null && isPast(counted, until) ? counted.due : undefined;
}

/** When a rule came to hold; undefined while it does not. */
function reachedAt(
  rule: SeverityRule,
  procedure: Procedure,
  state: CaseState,
  context: SeverityContext,
): Instant | undefined {
  const facts = circumstancesOf(state, context);
  if (rule.when && !holds(rule.when, state.values, facts)) return undefined;
  const moments = [
    rule.when ? heldSince(rule.when, state, facts) : state.receivedAt,
    repeatsReached(rule, state, context),
    openReached(rule, state, context, closedAt(procedure, state)),
  ];
  return moments.includes(undefined)
    ? undefined
    : (moments
        .filter(moment => moment !== undefined)
        .sort()
        .at(-1) ?? state.receivedAt);
}

type Course = SeverityFinding['course'];

/** The usual class, and each graver one when a rule brought the case into it; what lasted no moment is left out. */
function courseByRule(usual: string, reached: Course, ranks: readonly string[], receivedAt: Instant): Course {
  const rank = (each: string): number => ranks.indexOf(each);
  const inTime = reached.toSorted((a, b) =>
    a.at === b.at ? rank(a.class) - rank(b.class) : a.at < b.at ? -1 : 1,
  );
  return inTime.reduce<Course>(
    (course, next) => {
      const last = course.at(-1);
      if (last && rank(next.class) <= rank(last.class)) return course;
      return last?.at === next.at ? [...course.slice(0, -1), next] : [...course, next];
    },
    [{ class: usual, at: receivedAt }],
  );
}

/** The class of a case by the rules of its procedure; undefined where that knows no classes. */
export function severityOf(
  procedure: Procedure,
  state: CaseState,
  context: SeverityContext,
): SeverityFinding | undefined {
  const { severity } = procedure;
  const [usual] = severity?.classes ?? [];
  if (!severity || !usual) return undefined;
  const reached = severity.rules.flatMap(rule => {
    const at = reachedAt(rule, procedure, state, context);
    return at === undefined ? [] : [{ rule, at }];
  });
  const gravest =
    severity.classes.findLast(({ id }) => reached.some(({ rule }) => rule.class === id)) ?? usual;
  const because = reached.filter(({ rule }) => rule.class === gravest.id);
  const since = because.map(({ at }) => at).sort()[0] ?? state.receivedAt;
  const { severity: override } = state;
  const byRule = courseByRule(
    usual.id,
    reached.map(({ rule, at }) => ({ class: rule.class, at })),
    severity.classes.map(({ id }) => id),
    state.receivedAt,
  );
  const course = [
    ...byRule.filter(({ at }) => override === undefined || at < override.at),
    ...(override ? [{ class: override.class, at: override.at }] : []),
  ];
  return {
    course,
    effective: override?.class ?? gravest.id,
    computed: gravest.id,
    because: because.map(({ rule }) => rule),
    since: override?.at ?? since,
    overridden: override !== undefined,
  };
}
