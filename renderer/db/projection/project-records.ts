import type { JournalRecord } from '#shared/case/batch.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { invariant } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { officeState, openCaseRow, storeMeta, type CaseStore } from '../case-store.ts';
import { casePlace, eventPlace, OFFICE_PLACE } from '../sealing/places.ts';
import { seal } from '../sealing/seal.ts';
import type { CaseRow, EventRow, OfficeRow, RecordedEvent, StoreMeta } from '../store-rows.ts';
import { clearPart } from './case-row.ts';
import { casesNeededBy, foldRecords, type FoldedRecords } from './fold-records.ts';

/** Why records were not taken: the store is as it was. */
export class ProjectionFault extends Error {
  override readonly name = 'ProjectionFault';
  readonly code: 'no-store' | 'gap' | 'forked' | 'moved';

  constructor(code: ProjectionFault['code']) {
    super(`records not projected: ${code}`);
    this.code = code;
  }
}

export interface Projected {
  readonly meta: StoreMeta;
  readonly office: OfficeState | undefined;
}

/** Drops what the store has already; what is left follows its head without a gap. */
function unseen(records: readonly JournalRecord[], meta: StoreMeta): readonly JournalRecord[] {
  const known = records.find(({ seq }) => seq === meta.seq);
  if (known && known.hash !== meta.hash) throw new ProjectionFault('forked');
  const rest = records.filter(({ seq }) => seq > meta.seq);
  rest.forEach((record, index) => {
    if (record.seq !== meta.seq + 1 + index) throw new ProjectionFault('gap');
  });
  return rest;
}

async function statesBefore(
  store: CaseStore,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseState>> {
  const states = new Map<CaseId, CaseState>();
  const absent: CaseId[] = [];
  for (const id of ids) {
    const cached = store.states.get(id);
    if (cached) states.set(id, cached);
    else absent.push(id);
  }
  const rows = absent.length === 0 ? [] : await store.db.cases.bulkGet(absent);
  const loaded = await Promise.all(rows.flatMap(row => (row ? [openCaseRow(store, row)] : [])));
  for (const state of loaded) states.set(state.id, state);
  return states;
}

const sealCases = (store: CaseStore, folded: FoldedRecords): Promise<CaseRow[]> =>
  Promise.all(
    Array.from(folded.cases.values())
      .filter(({ withdrawn }) => !withdrawn)
      .map(async state => ({
        ...clearPart(state, store.context, folded.office),
        sealed: await seal(store.key, casePlace(state.id), state),
      })),
  );

async function sealEvents(
  store: CaseStore,
  id: CaseId,
  happened: readonly RecordedEvent[],
): Promise<EventRow> {
  const [first, last] = [happened[0], happened.at(-1)];
  invariant(first && last, 'a case that was touched has events');
  const { seq } = first.event;
  return { case: id, seq, record: last.record, sealed: await seal(store.key, eventPlace(id, seq), happened) };
}

async function sealOffice(store: CaseStore, office: OfficeState): Promise<OfficeRow> {
  return { id: 'office', sealed: await seal(store.key, OFFICE_PLACE, office) };
}

/**
 * Follows the journal by these records: all of them in one transaction, or none.
 *
 * Records the store has already are passed over, so they may be handed in again after a crash. One caller at a
 * time: folding and sealing are done before the transaction, which then checks that the head is still the one
 * they began from.
 */
export async function projectRecords(
  store: CaseStore,
  records: readonly JournalRecord[],
): Promise<Projected> {
  const { db } = store;
  const [meta, office] = await Promise.all([storeMeta(store), officeState(store)]);
  if (meta === undefined) throw new ProjectionFault('no-store');
  const fresh = unseen(records, meta);
  const last = fresh.at(-1);
  if (last === undefined) return { meta, office };

  const cases = await statesBefore(store, casesNeededBy(fresh));
  const folded = foldRecords({ office, cases }, fresh, store.context.procedures);
  // A withdrawn case goes from every list; its events stay, as they do in the journal.
  const gone = [...folded.cases.values()].filter(({ withdrawn }) => withdrawn).map(({ id }) => id);
  const [caseRows, eventRows, officeRow] = await Promise.all([
    sealCases(store, folded),
    Promise.all(Array.from(folded.events, ([id, happened]) => sealEvents(store, id, happened))),
    folded.office !== undefined && folded.office !== office ? sealOffice(store, folded.office) : undefined,
  ]);
  const next: StoreMeta = {
    ...meta,
    seq: last.seq,
    hash: last.hash,
    cases: meta.cases + folded.registered - gone.length,
    events: meta.events + eventRows.length,
  };

  await db.transaction('rw', db.cases, db.events, db.office, db.meta, async () => {
    const current = await db.meta.get('store');
    if (current?.storeId !== meta.storeId || current.seq !== meta.seq) throw new ProjectionFault('moved');
    await db.cases.bulkPut(caseRows);
    if (gone.length > 0) await db.cases.bulkDelete(gone);
    await db.events.bulkAdd(eventRows);
    if (officeRow) await db.office.put(officeRow);
    await db.meta.put(next);
  });
  const committed = [...folded.cases.values()];
  store.states.keep(committed);
  store.states.drop(gone);
  store.matters.keep(committed, store.context.procedures);
  store.search.keep(committed, store.context.procedures);
  return { meta: next, office: folded.office };
}
