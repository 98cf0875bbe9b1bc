import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { Clock, ClockStatus } from './clocks.ts';
import type { CaseCommand } from './commands.ts';
import { actorAs, caseHeader, type DecideContext } from './decide.context.ts';
import type { Actor } from './event.header.ts';
import type { Refusal } from './refusal.ts';
import { closedAt } from './standing.ts';

const COUNTING: readonly ClockStatus[] = ['running', 'overdue', 'paused'];

/** Why this limit is not extended now, whoever asks; undefined where it can be. */
export function whyNotExtended(
  limit: Limit,
  procedure: Pick<Procedure, 'tracks'>,
  state: CaseState,
  clocks: readonly Clock[],
): Refusal | undefined {
  const given = state.trace.filter(trace => trace.kind === 'extended' && trace.limit === limit.id).length;
  if (!limit.extension || given >= limit.extension.times)
    return { code: 'case/no-extension', limit: limit.name };
  const clock = clocks.find(each => each.limit.id === limit.id);
  const counts = clock !== undefined && COUNTING.includes(clock.status);
  const closed = closedAt(procedure, state);
  // What is to be done after the end, as filing, is counted from there.
  const isOfAfter = counts && closed !== undefined && clock.start !== undefined && clock.start >= closed;
  if (closed !== undefined && !isOfAfter) return { code: 'case/closed' };
  return counts ? undefined : { code: 'case/clock-not-running', limit: limit.name };
}

export function getLimit({ limits }: Pick<Procedure, 'limits'>, id: string): Limit {
  const limit = limits.find(candidate => candidate.id === id);
  invariant(limit, `limit ${id}`);
  return limit;
}

export function clocksKnown(state: CaseState, { clocks }: DecideContext): readonly Clock[] {
  invariant(clocks, 'whoever extends a limit knows how it stands');
  return clocks(state);
}

export function extended(
  id: string,
  reason: string,
  state: CaseState,
  context: DecideContext,
  asked?: { readonly by: Actor },
): CaseEvent {
  const { extension } = getLimit(context.procedure, id);
  invariant(extension, `limit ${id} can be extended`);
  return {
    ...caseHeader(context, extension.role, state.id, state.seq + (asked ? 2 : 1)),
    type: 'clock-extended',
    limit: id,
    amount: extension.amount,
    reason,
    approved_by: actorAs(context.acting, extension.role),
    ...(asked ? { asked_by: asked.by } : {}),
  };
}

/** Whoever may grant it waits for nobody. */
export function extendClock(
  state: CaseState,
  { limit: id, reason }: Extract<CaseCommand, { type: 'extend-clock' }>,
  context: DecideContext,
): Result<readonly CaseEvent[], Refusal> {
  const { procedure } = context;
  const limit = getLimit(procedure, id);
  const refused = whyNotExtended(limit, procedure, state, clocksKnown(state, context));
  if (refused) return err(refused);
  const { extension } = limit;
  if (extension && !context.acting.roles.includes(extension.role))
    return err({ code: 'case/role', role: extension.role });
  if (!reason.trim()) return err({ code: 'case/reason-missing' });
  return ok([extended(id, reason.trim(), state, context)]);
}
