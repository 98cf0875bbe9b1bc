import type { CaseEvent } from '#shared/case/case.events.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeEvent } from '#shared/case/office.events.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { invariant } from '#shared/core/assert.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Ledger } from '../office/ledger.ts';

/** Office events that headquarters needs to follow the books; staff lists and keys stay at home. */
const TOLD: readonly OfficeEvent['type'][] = ['number-allocated', 'month-locked'];

/** An event with the journal record it stands in. */
export interface ToldEvent {
  readonly journal: string;
  readonly event: CaseEvent | OfficeEvent;
}

/** All cases as the journal says they are, and what happened since a certain record. */
export interface Survey {
  readonly cases: ReadonlyMap<CaseId, CaseState>;
  readonly procedureOf: (state: Pick<CaseState, 'procedure'>) => Procedure;
  /** Cases with an event since then. */
  readonly touched: ReadonlySet<CaseId>;
  readonly told: readonly ToldEvent[];
  /** The last record that was read. */
  readonly through: { readonly seq: number; readonly hash: string };
}

/** Goes through the whole journal once: what leaves the office is made from the truth, not from its copies. */
export async function surveyLedger(
  ledger: Ledger,
  procedures: readonly Procedure[],
  since: number,
): Promise<Survey> {
  const cases = new Map<CaseId, CaseState>();
  const touched = new Set<CaseId>();
  const told: ToldEvent[] = [];
  let through = { seq: 0, hash: '0'.repeat(64) };
  const procedureOf = ({ procedure: ref }: Pick<CaseState, 'procedure'>): Procedure => {
    const found = procedures.find(({ id, version }) => id === ref.id && version === ref.version);
    invariant(found, `the pack of procedure ${ref.id} version ${ref.version} is here`);
    return found;
  };
  for await (const record of ledger.read(1)) {
    for (const event of record.events) {
      if (event.stream === 'case') {
        const present = cases.get(event.case);
        const ref = event.type === 'registered' ? event : present;
        invariant(ref, 'a case begins with its registration');
        cases.set(event.case, evolveCase(present, event, procedureOf(ref)));
      }
      if (record.seq <= since) continue;
      if (event.stream === 'case') touched.add(event.case);
      if (event.stream === 'case' || TOLD.includes(event.type)) told.push({ journal: record.hash, event });
    }
    through = { seq: record.seq, hash: record.hash };
  }
  return { cases, procedureOf, touched, told, through };
}
