import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, type Values } from '#shared/procedure/values.ts';
import type { CaseState } from './case.state.ts';
import { tracksOpenedBy } from './opening.rules.ts';
import { standingOf } from './standing.ts';
import { missingFields } from './values.check.ts';

/**
 * What must be filled and would stand empty through this change: it was filled before, or was asked at the counter and
 * need not be filled so far. What a case has long lacked stops no other correction.
 */
export function emptiedByChange(
  { fields, registration }: Pick<Procedure, 'fields' | 'registration'>,
  { values }: Pick<CaseState, 'values'>,
  changed: Values,
): readonly string[] {
  const asked = fields.filter(field => !field.advice_only).map(field => ({ field, required: false }));
  const before = missingFields(asked, values);
  return missingFields(asked, { ...values, ...changed }).filter(
    key => isFilled(values[key]) || (registration.fields.includes(key) && !before.includes(key)),
  );
}

/** Which of these changes would have let the case begin on other tracks: it cannot leave those it is on. */
export function changesOfWay(
  procedure: Pick<Procedure, 'tracks'>,
  { values }: Pick<CaseState, 'values'>,
  changed: Values,
): readonly string[] {
  const wayOf = (change: Values): string =>
    JSON.stringify(tracksOpenedBy(procedure, { ...values, ...change }).map(({ id }) => id));
  const leadsAway = (change: Values): boolean => wayOf(change) !== wayOf({});
  if (!leadsAway(changed)) return [];
  const keys = Object.keys(changed);
  const without = (key: string): Values =>
    Object.fromEntries(Object.entries(changed).filter(([other]) => other !== key));
  const decisive = keys.filter(key => leadsAway({ [key]: changed[key] ?? null }) || !leadsAway(without(key)));
  return decisive.length > 0 ? decisive : keys;
}

/** What has been printed may have been signed, and a closed case has been told: from then on a change says why. */
export const changeNeedsReason = (procedure: Procedure, state: CaseState): boolean =>
  state.documents.some(({ prints, padSignatures }) => prints.length > 0 || padSignatures !== undefined) ||
  standingOf(procedure, state).status !== 'open';
