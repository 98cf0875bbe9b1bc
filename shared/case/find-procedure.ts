import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { ProcedureRef } from './case.events.ts';

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
