import { sealedCode } from '#shared/bundle/sealing.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, type FieldValue } from '#shared/procedure/values.ts';

type Hiding = Pick<Procedure, 'confidentiality' | 'fields'>;

/** The case with the code where these fields say who it comes from; what cannot hold the code is left empty. */
export function withoutIdentity(procedure: Hiding, state: CaseState, hidden: ReadonlySet<string>): CaseState {
  const code = sealedCode(procedure, state.number);
  const covered = procedure.fields
    .filter(({ key }) => hidden.has(key) && isFilled(state.values[key]))
    .map((field): [string, FieldValue] => [field.key, kindOf(field).accepts(code, field) ? code : null]);
  return covered.length === 0
    ? state
    : { ...state, values: { ...state.values, ...Object.fromEntries(covered) } };
}
