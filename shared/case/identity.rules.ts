import { isSealed } from '#shared/bundle/sealing.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { CaseState } from './case.state.ts';
import type { Acting } from './decide.context.ts';
import { wasPrinted } from './owed-papers.ts';
import { recusalOf } from './recusal.rules.ts';
import type { Refusal } from './refusal.ts';
import { registrationForm } from './registration-form.ts';

type Hiding = Pick<Procedure, 'confidentiality'>;
type Ruling = Pick<Procedure, 'confidentiality' | 'recusal' | 'registration'>;

const NONE: ReadonlySet<string> = new Set();

/** The fields that tell who a sealed case comes from; none where the case hides nobody. */
export const identityFields = (procedure: Hiding, values: Values): ReadonlySet<string> =>
  isSealed(procedure, values) ? new Set(procedure.confidentiality?.fields) : NONE;

/**
 * In which role this person may open the identity, or why not. Besides the roles of the pack, whoever registered the
 * case, until the register form is printed: the person is still at the counter, to sign it.
 */
export function openingRole(
  procedure: Ruling,
  state: CaseState,
  { person, name, roles }: Omit<Acting, 'station'>,
): Result<Role, Refusal> {
  const { confidentiality } = procedure;
  if (!confidentiality || !isSealed(procedure, state.values)) return err({ code: 'case/nothing-hidden' });
  const recusal = recusalOf(procedure, state, name);
  if (recusal) return err({ code: 'case/recusal', why: recusal });
  const role = confidentiality.opened_by.find(each => roles.includes(each));
  if (role !== undefined) return ok(role);
  const { registeredBy } = state;
  const atCounter =
    registeredBy.person === person && !wasPrinted(state, registrationForm(procedure, state.values));
  return atCounter && roles.includes(registeredBy.role)
    ? ok(registeredBy.role)
    : err({ code: 'case/role', role: confidentiality.opened_by[0] ?? 'supervisor' });
}

/** A change that touches the identity, or would take its cover away, is for whoever opened it. */
export function changesIdentity(procedure: Hiding, state: CaseState, changed: Values): boolean {
  const hidden = identityFields(procedure, state.values);
  if (hidden.size === 0) return false;
  return (
    Object.keys(changed).some(key => hidden.has(key)) || !isSealed(procedure, { ...state.values, ...changed })
  );
}
