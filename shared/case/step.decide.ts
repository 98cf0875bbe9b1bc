import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { holds } from '#shared/procedure/condition.ts';
import { findStep, getField, getTrack } from '#shared/procedure/procedure.lookup.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { isFilled, type Values } from '#shared/procedure/values.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { actorAs, caseHeader, type DecideContext } from './decide.context.ts';
import { approvesAlone, obstaclesTo, type Looking } from './permitted.ts';
import type { Obstacle, Refusal } from './refusal.ts';
import { checkValues, missingFields } from './values.check.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

export interface StepRequest {
  readonly values: Values;
  readonly ground?: string | undefined;
  readonly reason?: string | undefined;
}

export const looking = (state: CaseState, { acting, facts }: DecideContext): Looking => ({
  name: acting.name,
  roles: acting.roles,
  ...(facts ? { facts: facts(state) } : {}),
});

export const notPermitted = (step: Step, obstacles: readonly Obstacle[]) =>
  err({ code: 'case/not-permitted', step: step.name, obstacles } as const);

/** What the step itself asks for: fields, ground, reason. */
export function checkRequest(step: Step, state: CaseState, request: StepRequest, context: DecideContext) {
  const { procedure } = context;
  const checked = checkValues(procedure, request.values, { ...state.values, ...step.sets });
  if (!checked.ok) return checked;
  const asked = step.fields.map(entry => ({
    field: getField(procedure, entry.field),
    required: entry.required,
  }));
  const missing = missingFields(asked, { ...state.values, ...step.sets, ...request.values });
  if (missing.length > 0) return err({ code: 'case/missing-fields', fields: missing } as const);
  if (step.grounds !== undefined) {
    const items = procedure.grounds[step.grounds]?.items;
    if (!items?.some(({ no }) => no === request.ground)) return err({ code: 'case/ground-missing' } as const);
  }
  const facts = context.facts?.(state);
  if (step.requires && !holds(step.requires.condition, { ...state.values, ...request.values }, facts))
    return notPermitted(step, [{ code: 'condition', why: step.requires.why }]);
  if (step.reason === 'required' && !request.reason?.trim())
    return err({ code: 'case/reason-missing' } as const);
  return ok(null);
}

export function stepEvents(
  step: Step,
  state: CaseState,
  request: StepRequest,
  context: DecideContext,
  before: number,
): readonly CaseEvent[] {
  const { procedure, acting } = context;
  const role = acting.roles.includes(step.role) ? step.role : (step.approval ?? step.role);
  const from = state.tracks[step.track]?.state;
  invariant(from !== undefined, 'a permitted step has an open track');
  const allowed = new Set(step.fields.map(entry => entry.field));
  const entered = Object.entries(request.values).filter(
    ([key, value]) => allowed.has(key) && isFilled(value),
  );
  const list = step.grounds === undefined ? undefined : procedure.grounds[step.grounds];
  const { ground, reason } = request;
  const taken: CaseEvent = {
    ...caseHeader(context, role, state.id, state.seq + 1 + before),
    type: 'step-taken',
    step: step.id,
    track: step.track,
    from,
    to: step.to ?? from,
    ...(ground === undefined ? {} : { ground }),
    values: {
      ...step.sets,
      ...Object.fromEntries(entered),
      ...(list && ground !== undefined ? { [list.field]: ground } : {}),
    },
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    ...(step.approval === undefined ? {} : { approved_by: actorAs(acting, step.approval) }),
  };
  const events: CaseEvent[] = [taken];
  const head = () => caseHeader(context, role, state.id, state.seq + 1 + before + events.length);
  for (const track of step.opens)
    if (state.tracks[track] === undefined || isEnded(procedure, track, state))
      events.push({ ...head(), type: 'track-opened', track, state: getTrack(procedure, track).initial });
  for (const { track, to } of step.closes) {
    const at = state.tracks[track]?.state;
    if (at !== undefined && at !== to && !isEnded(procedure, track, state))
      events.push({ ...head(), type: 'track-closed', track, from: at, to });
  }
  return events;
}

function isEnded(procedure: DecideContext['procedure'], track: string, state: CaseState): boolean {
  const at = state.tracks[track]?.state;
  return getTrack(procedure, track).states.some(({ id, kind }) => id === at && kind !== 'open');
}

export function takeStep(state: CaseState, command: Command<'take-step'>, context: DecideContext): Decision {
  const step = findStep(context.procedure, command.step);
  invariant(step, `step ${command.step}`);
  const who = looking(state, context);
  const obstacles: Obstacle[] = [...obstaclesTo(step, context.procedure, state, who)];
  if (step.approval !== undefined && !approvesAlone(step, who))
    obstacles.push({ code: 'approval', role: step.approval });
  if (obstacles.length > 0) return notPermitted(step, obstacles);
  const checked = checkRequest(step, state, command, context);
  return checked.ok ? ok(stepEvents(step, state, command, context, 0)) : checked;
}
