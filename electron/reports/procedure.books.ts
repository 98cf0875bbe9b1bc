import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { CaseQueries } from '#shared/case/severity.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import { invariant } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PackAnswer } from '#shared/ipc/answers.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { ReportedCase } from '#shared/reports/period.figures.ts';
import type { Ledger } from '../office/ledger.ts';

/** Every case of a procedure or of all of them, and the last record that was read. */
export interface ProcedureBooks {
  readonly cases: readonly ReportedCase[];
  readonly journal: { readonly seq: number; readonly hash: string };
}

/** Goes through the whole journal once: what an office sends up is made from the truth, not from its copies. */
export async function procedureBooks(
  ledger: Pick<Ledger, 'read' | 'office'>,
  { procedures, guidance }: Pick<PackAnswer, 'procedures' | 'guidance'>,
  /** Null for all procedures. */
  id: string | null,
): Promise<ProcedureBooks> {
  const office = await ledger.office();
  const states = new Map<CaseId, CaseState>();
  let journal = { seq: 0, hash: '0'.repeat(64) };
  const packOf = ({ procedure: ref }: Pick<CaseState, 'procedure'>): Procedure => {
    const found = findProcedure(procedures, ref);
    invariant(found, `the pack of procedure ${ref.id} is here`);
    return found;
  };
  for await (const { seq, hash, events } of ledger.read(1)) {
    for (const event of events) {
      if (event.stream !== 'case') continue;
      const present = states.get(event.case);
      const begins = event.type === 'registered' && (id === null || event.procedure.id === id);
      if (!present && !begins) continue;
      const ref = event.type === 'registered' ? event : present;
      invariant(ref, 'a case begins with its registration');
      states.set(event.case, evolveCase(present, event, packOf(ref)));
    }
    journal = { seq, hash };
  }
  const cases = [...states.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .map(state => ({
      state,
      procedure: officeProcedure(packOf(state), office, guidance, state.receivedAt),
    }));
  return { cases, journal };
}

/** For rules that ask about other cases: those of their own procedure. */
export function casesByProcedure(cases: readonly ReportedCase[]): CaseQueries {
  const states = new Map<string, CaseState[]>();
  for (const { state } of cases) {
    const { id } = state.procedure;
    const present = states.get(id);
    if (present) present.push(state);
    else states.set(id, [state]);
  }
  return { received: procedure => states.get(procedure) ?? [] };
}
