import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState } from './case.state.ts';
import { standingOf } from './standing.ts';

/** What has been printed may have been signed, and a closed case has been told: from then on a change says why. */
export const changeNeedsReason = (procedure: Procedure, state: CaseState): boolean =>
  state.documents.some(({ prints, padSignatures }) => prints.length > 0 || padSignatures !== undefined) ||
  standingOf(procedure, state).status !== 'open';
