import { assertNever, invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { getStep } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { isFilled } from '#shared/procedure/values.ts';
import { approvingRole, isSameMatter, type ApprovalMatter, type StepMatter } from './approval.matter.ts';
import type { CaseEvent } from './case.events.ts';
import type { AskedApproval, CaseState } from './case.state.ts';
import type { Clock } from './clocks.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import { clocksKnown, extended, getLimit, whyNotExtended } from './extension.decide.ts';
import { isSameValue } from './field.merge.ts';
import { obstaclesTo } from './permitted.ts';
import type { Obstacle, Refusal } from './refusal.ts';
import { recusalOf } from './recusal.rules.ts';
import { checkRequest, looking, notPermitted, stepEvents } from './step.decide.ts';
import { waived, whyNotWaived } from './waiver.decide.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Who may ask for what no step is: whoever handles the case. */
export const ASKING_ROLES: readonly Role[] = ['handler', 'supervisor'];

const isAsked = (state: CaseState, matter: ApprovalMatter): boolean =>
  state.asked.some(each => isSameMatter(each.matter, matter));

/** The step is put before whoever may approve it, as it is to be taken. */
function askForStep(state: CaseState, matter: StepMatter, reason: string, context: DecideContext): Decision {
  const step = getStep(context.procedure, matter.step);
  invariant(step.approval !== undefined, `step ${matter.step} needs approval`);
  const obstacles: Obstacle[] = [...obstaclesTo(step, context.procedure, state, looking(state, context))];
  if (isAsked(state, matter)) obstacles.push({ code: 'asked' });
  if (obstacles.length > 0) return notPermitted(step, obstacles);
  const checked = checkRequest(step, state, { ...matter, reason }, context);
  if (!checked.ok) return checked;
  if (reason === '') return err({ code: 'case/reason-missing' });
  return ok([
    {
      ...caseHeader(context, step.role, state.id, state.seq + 1),
      type: 'approval-asked',
      step: step.id,
      values: matter.values,
      ...(matter.ground === undefined ? {} : { ground: matter.ground }),
      reason,
    },
  ]);
}

/** Why there is nothing left to approve; of a step its own obstacles say that. */
export function whyPointless(
  matter: ApprovalMatter,
  procedure: Procedure,
  state: CaseState,
  clocks: readonly Clock[],
): Refusal | undefined {
  switch (matter.about) {
    case 'step':
      return undefined;
    case 'extension':
      return whyNotExtended(getLimit(procedure, matter.limit), procedure, state, clocks);
    case 'unsigned':
      return whyNotWaived(matter, procedure, state);
    default:
      return assertNever(matter);
  }
}

const checkMatter = (matter: ApprovalMatter, state: CaseState, context: DecideContext): Refusal | undefined =>
  whyPointless(matter, context.procedure, state, clocksKnown(state, context));

export function askApproval(
  state: CaseState,
  command: Command<'ask-approval'>,
  context: DecideContext,
): Decision {
  const { matter } = command;
  const reason = command.reason.trim();
  if (matter.about === 'step') return askForStep(state, matter, reason, context);
  const role = ASKING_ROLES.find(each => context.acting.roles.includes(each));
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const pointless = checkMatter(matter, state, context);
  if (pointless) return err(pointless);
  if (isAsked(state, matter)) return err({ code: 'case/asked-already' });
  if (reason === '') return err({ code: 'case/reason-missing' });
  const head = caseHeader(context, role, state.id, state.seq + 1);
  return ok([{ ...head, type: 'approval-sought', matter, reason }]);
}

/** Fields that somebody changed since it was asked, and that it would change back. */
function changedSince(
  step: Step,
  { values: wanted }: StepMatter,
  { stood }: AskedApproval,
  state: CaseState,
) {
  return step.fields
    .map(({ field }) => field)
    .filter(key => isFilled(wanted[key]))
    .filter(
      key => !isSameValue(state.values[key], stood[key]) && !isSameValue(state.values[key], wanted[key]),
    );
}

/** What follows when it is given, as the case is now: it may have changed since it was asked. */
function carryOut(state: CaseState, asked: AskedApproval, context: DecideContext): Decision {
  const { matter, reason } = asked;
  switch (matter.about) {
    case 'step': {
      const step = getStep(context.procedure, matter.step);
      const who = looking(state, context);
      const able = { ...who, roles: [...who.roles, step.role] };
      const obstacles = obstaclesTo(step, context.procedure, state, able);
      if (obstacles.length > 0) return notPermitted(step, obstacles);
      const fields = changedSince(step, matter, asked, state);
      if (fields.length > 0) return err({ code: 'case/changed-since', fields });
      const request = { ...matter, reason };
      const checked = checkRequest(step, state, request, context);
      return checked.ok ? ok(stepEvents(step, state, request, context, 1)) : checked;
    }
    case 'extension': {
      const pointless = checkMatter(matter, state, context);
      return pointless ? err(pointless) : ok([extended(matter.limit, reason, state, context, asked)]);
    }
    case 'unsigned': {
      const pointless = checkMatter(matter, state, context);
      return pointless ? err(pointless) : ok([waived({ ...matter, reason }, state, context, asked)]);
    }
    default:
      return assertNever(matter);
  }
}

/** Given, it is carried out at once: both stand in one record. */
export function answerApproval(
  state: CaseState,
  command: Command<'answer-approval'>,
  context: DecideContext,
): Decision {
  const asked = state.asked.find(({ id }) => id === command.asked);
  if (!asked) return err({ code: 'case/nothing-asked' });
  const role = approvingRole(context.procedure, asked.matter);
  invariant(role !== undefined, 'what was asked for needs approval');
  if (!context.acting.roles.includes(role)) return err({ code: 'case/role', role });
  const reason = command.reason?.trim();
  if (command.answer === 'refused' && !reason) return err({ code: 'case/reason-missing' });
  const answered: CaseEvent = {
    ...caseHeader(context, role, state.id, state.seq + 1),
    type: 'approval-answered',
    asked: asked.id,
    answer: command.answer,
    ...(reason ? { reason } : {}),
  };
  if (command.answer === 'refused') return ok([answered]);
  const why = recusalOf(context.procedure, state, asked.by.name);
  if (why) return err({ code: 'case/asker-recusal', name: asked.by.name, why });
  const followed = carryOut(state, asked, context);
  return followed.ok ? ok([answered, ...followed.value]) : followed;
}
