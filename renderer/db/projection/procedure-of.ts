import type { CaseState } from '#shared/case/case.state.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { ProjectionContext } from './projection.context.ts';

/** The procedure of a case as the office used it when the case came in. */
export function procedureOf(
  context: Pick<ProjectionContext, 'procedures' | 'guidance'>,
  state: CaseState,
  office: Pick<OfficeState, 'overrides' | 'chosen'> | undefined,
): Procedure | undefined {
  const procedure = findProcedure(context.procedures, state.procedure);
  return procedure && office
    ? officeProcedure(procedure, office, context.guidance, state.receivedAt)
    : procedure;
}
