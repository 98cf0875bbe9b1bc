import type { CaseEvent } from '#shared/case/case.events.ts';
import { foldCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Packs } from '../desk/packs.ts';
import type { Ledger } from '../office/ledger.ts';

/** A case as the journal tells it, and the procedure it goes by in this office. */
export interface CaseAt {
  readonly state: CaseState;
  readonly procedure: Procedure;
  /** The last record that was read. */
  readonly through: number;
}

/** Undefined where there is no such case, or its pack is gone: then nobody knows what must not leave. */
export async function caseAt(
  ledger: Pick<Ledger, 'read' | 'office'>,
  { procedures, guidance }: Packs,
  id: CaseId,
): Promise<CaseAt | undefined> {
  const events: CaseEvent[] = [];
  let through = 0;
  for await (const record of ledger.read(1)) {
    for (const event of record.events) if (event.stream === 'case' && event.case === id) events.push(event);
    through = record.seq;
  }
  const [born] = events;
  if (born?.type !== 'registered') return undefined;
  const ref = born.procedure;
  const pack = procedures.find(each => each.id === ref.id && each.version === ref.version);
  if (!pack) return undefined;
  const state = foldCase(events, pack);
  if (!state) return undefined;
  return {
    state,
    procedure: officeProcedure(pack, await ledger.office(), guidance, state.receivedAt),
    through,
  };
}
