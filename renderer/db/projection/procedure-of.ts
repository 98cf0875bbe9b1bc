import type { ProcedureRef } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { withOverrides } from '#shared/case/overrides.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** The text a case began with; failing that, the nearest the program still has. */
export function findProcedure(
  procedures: readonly Procedure[],
  reference: ProcedureRef,
): Procedure | undefined {
  const named = procedures.filter(({ id }) => id === reference.id);
  return (
    named.find(({ hash }) => hash === reference.hash) ??
    named.find(({ version }) => version === reference.version) ??
    named.toSorted((a, b) => b.version - a.version)[0]
  );
}

/** The procedure of a case with what the office had set in it when the case came in. */
export function procedureOf(
  procedures: readonly Procedure[],
  state: CaseState,
  office: Pick<OfficeState, 'overrides'> | undefined,
): Procedure | undefined {
  const procedure = findProcedure(procedures, state.procedure);
  return procedure && office ? withOverrides(procedure, office, state.receivedAt) : procedure;
}
