import { countLimit } from '#shared/calendar/count-limit.ts';
import { hoursAt } from '#shared/calendar/hours-timeline.ts';
import type { Counted } from '#shared/calendar/limit.types.ts';
import { msOf, type Instant } from '#shared/core/instant.ts';
import { holds } from '#shared/procedure/condition.ts';
import type { EscalationLevel } from '#shared/procedure/escalation.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState } from './case.state.ts';
import { circumstancesOf } from './circumstances.ts';
import type { SeverityContext } from './severity.ts';
import { closedAt } from './standing.ts';

export interface ReachedLevel {
  readonly level: EscalationLevel;
  readonly reachedAt: Instant;
  /** When somebody said that it was taken on. */
  readonly takenAt?: Instant;
}

export interface EscalationFinding {
  /** Levels reached so far, lowest first. */
  readonly reached: readonly ReachedLevel[];
  /** The one that comes next, and when. */
  readonly next?: { readonly level: EscalationLevel; readonly counted: Counted };
}

/** When the ladder ended: with the first step that settles the matter, or with the case. */
export function settledAt(procedure: Procedure, state: CaseState): Instant | undefined {
  const ends = procedure.escalation?.ends ?? [];
  const settled = state.trace.find(trace => trace.kind === 'step' && ends.includes(trace.step))?.at;
  const moments = [settled, closedAt(procedure, state)].filter(moment => moment !== undefined);
  return moments.sort()[0];
}

/** The level is reached when its time is used up: with the last minute, not after it. */
const isReached = ({ due }: Counted, at: Instant): boolean => due !== null && msOf(due) <= msOf(at);

/**
 * How far up a case has gone by the ladder of its procedure.
 *
 * With `hand-over` each level has its time from when the one before was taken on, or was reached where nobody said
 * so. The ladder ends with the case.
 */
export function escalationOf(
  procedure: Procedure,
  state: CaseState,
  context: SeverityContext,
  severity?: string,
): EscalationFinding {
  const found = climb(procedure, state, context, severity);
  if (!state.brought) return found;
  // Levels of the days on paper were gone through there, or not; nobody is called for them again.
  const here = msOf(state.registeredAt);
  const isOfHere = ({ reachedAt, takenAt }: ReachedLevel): boolean =>
    takenAt !== undefined || msOf(reachedAt) >= here;
  return { ...found, reached: found.reached.filter(isOfHere) };
}

function climb(
  procedure: Procedure,
  state: CaseState,
  context: SeverityContext,
  severity: string | undefined,
): EscalationFinding {
  const { escalation } = procedure;
  if (!escalation) return { reached: [] };
  const { calendar, officeHours, now } = context;
  const settled = settledAt(procedure, state);
  const until = settled ?? now;
  const facts = circumstancesOf(state, context, severity);
  const reached: ReachedLevel[] = [];
  let from = state.receivedAt;
  for (const level of escalation.levels) {
    if (level.only_if && !holds(level.only_if, state.values, facts)) continue;
    const { amount, unit } = level.after;
    const counted = countLimit({
      ...{ start: from, amount, unit, roll: 'none', pauses: [], extension: 0 },
      ...{ calendar, officeHours: hoursAt(officeHours, from) },
    });
    const taken = state.trace.find(trace => trace.kind === 'escalated' && trace.level === level.id);
    const over = isReached(counted, until);
    if (!over && !taken) return settled ? { reached } : { reached, next: { level, counted } };
    // Whoever takes a level on early has it from then on, also when its own time is over later.
    const reachedAt =
      [over ? counted.due : null, taken?.at].filter(moment => moment != null).sort()[0] ?? until;
    reached.push({ level, reachedAt, ...(taken ? { takenAt: taken.at } : {}) });
    if (escalation.counted_from === 'hand-over') from = taken?.at ?? reachedAt;
  }
  return { reached };
}
