import { holds } from '#shared/procedure/condition.ts';
import { getForm, getState } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import type { CaseState } from './case.state.ts';
import type { Obstacle } from './refusal.ts';

export interface PermittedStep {
  readonly step: Step;
  /** Empty: it may be taken. */
  readonly obstacles: readonly Obstacle[];
}

const wasPrinted = (state: CaseState, form: string): boolean =>
  state.documents.some(document => document.form === form && document.prints.length > 0);

export function obstaclesTo(
  step: Step,
  procedure: Procedure,
  state: CaseState,
  roles: readonly Role[],
): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  const current = state.tracks[step.track];
  if (current === undefined || !step.from.includes(current.state))
    obstacles.push({
      code: 'state',
      state:
        current === undefined
          ? { zh: '还没开始', en: 'not begun' }
          : getState(procedure, step.track, current.state).name,
    });
  if (!roles.includes(step.role)) obstacles.push({ code: 'role', role: step.role });
  if (step.only_if && !holds(step.only_if.condition, state.values))
    obstacles.push({ code: 'condition', why: step.only_if.why });
  for (const form of step.needs_printed)
    if (!wasPrinted(state, form))
      obstacles.push({ code: 'not-printed', form: getForm(procedure, form).name });
  return obstacles;
}

/** Every step of the procedure with what stands in its way, in the order of the pack. */
export const permittedSteps = (
  procedure: Procedure,
  state: CaseState,
  roles: readonly Role[],
): readonly PermittedStep[] =>
  procedure.steps.map(step => ({ step, obstacles: obstaclesTo(step, procedure, state, roles) }));

/** The steps of the state the case is in, whoever may take them: what the case page offers. */
export const stepsFromHere = (
  procedure: Procedure,
  state: CaseState,
  roles: readonly Role[],
): readonly PermittedStep[] =>
  permittedSteps(procedure, state, roles).filter(
    ({ obstacles }) => !obstacles.some(obstacle => obstacle.code === 'state'),
  );
