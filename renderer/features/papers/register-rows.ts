import { registrationForm } from '#shared/case/registration-form.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import { officeState, type CaseStore } from '#renderer/db/case-store.ts';
import { procedureOf } from '#renderer/db/projection/procedure-of.ts';
import { caseStates } from '#renderer/db/queries/case-rows.ts';
import { rowOf, type PaperRow } from './paper-rows.ts';

/** The register forms of these cases as rows of a batch, in their order. A case whose pack is gone has none. */
export async function registerRows(store: CaseStore, ids: readonly CaseId[]): Promise<readonly PaperRow[]> {
  const [states, office] = await Promise.all([caseStates(store, ids), officeState(store)]);
  return Array.from(states.values()).flatMap(state => {
    const procedure = procedureOf(store.context, state, office);
    const wanted = procedure && registrationForm(procedure, state.values);
    const form = procedure?.forms.filter(isCaseForm).find(({ id }) => id === wanted);
    return form ? [rowOf(state, form, state.receivedAt)] : [];
  });
}
