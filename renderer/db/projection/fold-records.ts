import type { JournalRecord } from '#shared/case/batch.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { RecordedEvent } from '../store-rows.ts';

export interface FoldedRecords {
  readonly office: OfficeState | undefined;
  /** Every case the records touched, as they leave it. */
  readonly cases: ReadonlyMap<CaseId, CaseState>;
  /** What happened to each of them, in order. */
  readonly events: ReadonlyMap<CaseId, readonly RecordedEvent[]>;
  readonly registered: number;
}

/** A case whose pack is gone still has its events; its tracks come back with the pack. */
const NO_PROCEDURE: Pick<Procedure, 'tracks'> = { tracks: [] };

/** The cases whose state must be known before these records can be folded. */
export const casesNeededBy = (records: readonly JournalRecord[]): readonly CaseId[] => {
  const born = new Set<CaseId>();
  const needed = new Set<CaseId>();
  for (const { events } of records)
    for (const event of events) {
      if (event.stream !== 'case') continue;
      if (event.type === 'registered') born.add(event.case);
      else if (!born.has(event.case)) needed.add(event.case);
    }
  return [...needed];
};

export function foldRecords(
  before: {
    readonly office: OfficeState | undefined;
    readonly cases: ReadonlyMap<CaseId, CaseState>;
  },
  records: readonly JournalRecord[],
  procedures: readonly Procedure[],
): FoldedRecords {
  const cases = new Map<CaseId, CaseState>();
  const folded = new Map<CaseId, RecordedEvent[]>();
  let { office } = before;
  let registered = 0;
  for (const record of records)
    for (const event of record.events) {
      if (event.stream === 'office') {
        office = evolveOffice(office, event);
        continue;
      }
      const isNew = event.type === 'registered';
      const procedure = isNew ? findProcedure(procedures, event.procedure) : undefined;
      const state = cases.get(event.case) ?? before.cases.get(event.case);
      cases.set(event.case, evolveCase(state, event, procedure ?? NO_PROCEDURE));
      const happened = folded.get(event.case) ?? [];
      folded.set(event.case, happened);
      happened.push({ record: record.seq, event });
      if (isNew) registered++;
    }
  return { office, cases, events: folded, registered };
}
