import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { Acting } from '#shared/case/decide.context.ts';
import { permittedSteps } from '#shared/case/permitted.ts';
import type { Obstacle } from '#shared/case/refusal.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { isFilled, type Values } from '#shared/procedure/values.ts';

export interface CaseAtHand {
  readonly state: CaseState;
  /** undefined where the pack is gone. */
  readonly procedure: Procedure | undefined;
  readonly facts: Circumstances;
}

/** Why a step cannot be taken for all of these cases alike. */
export type Hindrance =
  /** It takes back what one person asked for: each is asked. */
  | { readonly code: 'own-wish' }
  /** These fields tell of one person, and are empty in so many of the cases. */
  | { readonly code: 'own-values'; readonly fields: readonly string[]; readonly count: number }
  /** So many are in another state. */
  | { readonly code: 'elsewhere'; readonly count: number }
  /** So many have this in the way. */
  | { readonly code: 'obstacle'; readonly obstacle: Obstacle; readonly count: number };

export interface StepForAll {
  readonly step: Step;
  /** undefined: it is offered. */
  readonly hindrance: Hindrance | undefined;
}

/** Steps that some of the cases could take, in the order of the pack; undefined where they follow different packs. */
export type Offer = readonly StepForAll[] | undefined;

/** What only the whole case tells is decided case by case, and refused where it must be. */
const BY_CASE = new Set(['condition', 'archive']);
const ELSEWHERE = new Set(['state', 'merged']);

/** A field that tells of one person is filled in on the page of its case. */
export function isOwn({ confidentiality, fields }: Procedure, key: string): boolean {
  return getField({ fields }, key).personal || (confidentiality?.fields.includes(key) ?? false);
}

function ownValues(step: Step, procedure: Procedure, cases: readonly CaseAtHand[]): Hindrance | undefined {
  const own = step.fields.filter(({ field, required }) => required && isOwn(procedure, field));
  const lacking = cases.map(({ state }) =>
    own.filter(({ field }) => !isFilled(state.values[field] ?? null)).map(({ field }) => field),
  );
  const fields = own.map(({ field }) => field).filter(field => lacking.some(keys => keys.includes(field)));
  const count = lacking.filter(keys => keys.length > 0).length;
  return count > 0 ? { code: 'own-values', fields, count } : undefined;
}

type Found = readonly (readonly Obstacle[])[];

function hindranceOf(
  step: Step,
  procedure: Procedure,
  cases: readonly CaseAtHand[],
  found: Found,
): Hindrance | undefined {
  if (step.withdrawal) return { code: 'own-wish' };
  const elsewhere = found.filter(obstacles => obstacles.some(({ code }) => ELSEWHERE.has(code))).length;
  if (elsewhere > 0) return { code: 'elsewhere', count: elsewhere };
  const firm = found.flatMap(obstacles => obstacles.find(({ code }) => !BY_CASE.has(code)) ?? []);
  if (firm[0]) return { code: 'obstacle', obstacle: firm[0], count: firm.length };
  const all = found.flatMap(([first]) => first ?? []);
  if (all[0] && all.length === found.length) return { code: 'obstacle', obstacle: all[0], count: all.length };
  return ownValues(step, procedure, cases);
}

export function offerFor(cases: readonly CaseAtHand[], me: Pick<Acting, 'name' | 'roles'>): Offer {
  const [first] = cases;
  const procedure = first?.procedure;
  if (!procedure) return undefined;
  const isSame = cases.every(
    each => each.procedure?.id === procedure.id && each.procedure.version === procedure.version,
  );
  if (!isSame) return undefined;
  const permitted = cases.map(({ state, procedure: own = procedure, facts }) =>
    permittedSteps(own, state, { ...me, facts }),
  );
  return procedure.steps.flatMap(step => {
    const found = permitted.map(steps => steps.find(each => each.step.id === step.id)?.obstacles ?? []);
    const isFar = found.every(obstacles => obstacles.some(({ code }) => ELSEWHERE.has(code)));
    return isFar ? [] : [{ step, hindrance: hindranceOf(step, procedure, cases, found) }];
  });
}

/** A note, or a step by its id. */
export type TogetherAct = { readonly kind: 'note' } | { readonly kind: 'step'; readonly step: Step };

/** What is written once for all. */
export interface Written {
  readonly text: string;
  readonly ground: string | null;
  readonly values: Values;
}

/** What has to be written besides the fields and is not; undefined where nothing is missing. */
export function lacks(
  act: TogetherAct,
  { text, ground }: Omit<Written, 'values'>,
): 'ground' | 'text' | undefined {
  if (act.kind === 'step' && act.step.grounds !== undefined && ground === null) return 'ground';
  const needsText = act.kind === 'note' || act.step.reason === 'required';
  return needsText && text.trim() === '' ? 'text' : undefined;
}

/** The same for every case; a field nobody filled in here stays in each case as it is. */
export function commandOf(act: TogetherAct, { text, ground, values }: Written): CaseCommand {
  if (act.kind === 'note') return { type: 'add-note', text };
  const { step } = act;
  return {
    ...{ type: 'take-step', step: step.id, values },
    ...(step.grounds === undefined || ground === null ? {} : { ground }),
    ...(step.reason === 'none' || text.trim() === '' ? {} : { reason: text }),
  };
}
