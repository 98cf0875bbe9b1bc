import { holds, type Circumstances } from '#shared/procedure/condition.ts';
import { getForm, getState, getTrack } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import { fromStates } from '#shared/procedure/track.check.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { archiveLines } from './archive.rules.ts';
import type { CaseState } from './case.state.ts';
import { waivedSignature, wasPrinted, wasSigned } from './owed-papers.ts';
import { recusalOf } from './recusal.rules.ts';
import type { Obstacle } from './refusal.ts';

/** Who looks at the case, and what is known of it besides its fields. */
export interface Looking {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly facts?: Circumstances;
}

export interface PermittedStep {
  readonly step: Step;
  /** Empty: it may be taken. */
  readonly obstacles: readonly Obstacle[];
}

function stateObstacles(step: Step, procedure: Procedure, state: CaseState): readonly Obstacle[] {
  const current = state.tracks[step.track];
  if (current !== undefined && fromStates(step, getTrack(procedure, step.track)).includes(current.state))
    return [];
  const at =
    current === undefined
      ? { zh: '还没开始', en: 'not begun' }
      : getState(procedure, step.track, current.state).name;
  return [{ code: 'state', state: at }];
}

function paperObstacles(step: Step, procedure: Procedure, state: CaseState): readonly Obstacle[] {
  return [
    ...step.needs_printed
      .filter(form => !wasPrinted(state, form))
      .map((form): Obstacle => ({ code: 'not-printed', form: getForm(procedure, form).name })),
    ...step.needs_signed
      .filter(form => !wasSigned(state, form) && !waivedSignature(state, form))
      .map((form): Obstacle => ({ code: 'not-signed', form: getForm(procedure, form).name })),
  ];
}

function fileObstacles(
  step: Step,
  procedure: Procedure,
  state: CaseState,
  facts: Circumstances | undefined,
): readonly Obstacle[] {
  if (!step.files_away) return [];
  const items = archiveLines(procedure, state, facts)
    .filter(({ there }) => !there)
    .map(({ item }) => item.name);
  return items.length > 0 ? [{ code: 'archive', items }] : [];
}

/** What keeps everybody from this step, approval aside. */
export function obstaclesTo(
  step: Step,
  procedure: Procedure,
  state: CaseState,
  looking: Looking,
): readonly Obstacle[] {
  if (state.mergedInto !== undefined) return [{ code: 'merged', number: state.mergedInto.number }];
  const { only_if: onlyIf } = step;
  const recusal = recusalOf(procedure, state, looking.name);
  return [
    ...stateObstacles(step, procedure, state),
    ...(looking.roles.includes(step.role) ? [] : [{ code: 'role' as const, role: step.role }]),
    ...(onlyIf && !holds(onlyIf.condition, state.values, looking.facts)
      ? [{ code: 'condition' as const, why: onlyIf.why }]
      : []),
    ...paperObstacles(step, procedure, state),
    ...fileObstacles(step, procedure, state, looking.facts),
    ...(recusal ? [{ code: 'recusal' as const, why: recusal }] : []),
  ];
}

/** Whether this person may take the step without asking anybody. */
export const approvesAlone = (step: Step, { roles }: Pick<Looking, 'roles'>): boolean =>
  step.approval === undefined || roles.includes(step.approval);

function withApproval(step: Step, state: CaseState, looking: Looking, obstacles: readonly Obstacle[]) {
  if (approvesAlone(step, looking) || step.approval === undefined) return obstacles;
  const asked = state.asked.some(({ matter }) => matter.about === 'step' && matter.step === step.id);
  const approval: Obstacle = asked ? { code: 'asked' } : { code: 'approval', role: step.approval };
  return [...obstacles, approval];
}

/** Every step of the procedure with what stands in its way, in the order of the pack. */
export const permittedSteps = (
  procedure: Procedure,
  state: CaseState,
  looking: Looking,
): readonly PermittedStep[] =>
  procedure.steps.map(step => ({
    step,
    obstacles: withApproval(step, state, looking, obstaclesTo(step, procedure, state, looking)),
  }));

/** The steps of the state the case is in, whoever may take them: what the case page offers. */
export const stepsFromHere = (
  procedure: Procedure,
  state: CaseState,
  looking: Looking,
): readonly PermittedStep[] =>
  permittedSteps(procedure, state, looking).filter(
    ({ obstacles }) => !obstacles.some(({ code }) => code === 'state' || code === 'merged'),
  );
