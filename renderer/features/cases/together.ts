import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { Acting } from '#shared/case/decide.context.ts';
import { stepsFromHere } from '#shared/case/permitted.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import type { Values } from '#shared/procedure/values.ts';

export interface CaseAtHand {
  readonly state: CaseState;
  /** undefined where the pack is gone. */
  readonly procedure: Procedure | undefined;
  readonly facts: Circumstances;
}

/** A ground is the ground of one case. */
const isAlike = ({ grounds }: Step): boolean => grounds === undefined;

/** What only the whole case tells is decided case by case, and refused where it must be. */
const BY_CASE = new Set(['condition', 'archive']);

/** The steps that can be taken for all of these cases alike; none where they follow different procedures. */
export function stepsForAll(
  cases: readonly CaseAtHand[],
  me: Pick<Acting, 'name' | 'roles'>,
): readonly Step[] {
  const [first] = cases;
  const procedure = first?.procedure;
  if (!procedure) return [];
  const isSame = cases.every(
    each => each.procedure?.id === procedure.id && each.procedure.version === procedure.version,
  );
  if (!isSame) return [];
  const offered = cases.map(({ state, procedure: own = procedure, facts }) =>
    stepsFromHere(own, state, { ...me, facts }),
  );
  return procedure.steps.filter(isAlike).filter(({ id }) => {
    const found = offered.map(steps => steps.find(({ step }) => step.id === id)?.obstacles);
    return (
      found.every(obstacles => obstacles?.every(({ code }) => BY_CASE.has(code))) &&
      found.some(obstacles => obstacles?.length === 0)
    );
  });
}

/** A note, or a step by its id. */
export type TogetherAct = { readonly kind: 'note' } | { readonly kind: 'step'; readonly step: Step };

export const needsText = (act: TogetherAct): boolean => act.kind === 'note' || act.step.reason === 'required';

export const takesText = (act: TogetherAct): boolean => act.kind === 'note' || act.step.reason !== 'none';

/** The same for every case; a field nobody filled in here stays in each case as it is. */
export function commandOf(act: TogetherAct, text: string, values: Values): CaseCommand {
  if (act.kind === 'note') return { type: 'add-note', text };
  const said = takesText(act) && text.trim() !== '' ? { reason: text } : {};
  return { type: 'take-step', step: act.step.id, values, ...said };
}
