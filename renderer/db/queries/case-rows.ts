import { Dexie } from 'dexie';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { officeState, openCaseRow, type CaseStore } from '../case-store.ts';
import { eventPlace } from '../sealing/places.ts';
import { unseal } from '../sealing/seal.ts';
import type { EventRow, RecordedEvent } from '../store-rows.ts';
import { othersOfStates } from './on-others.ts';
import { summaryOf, type CaseSummary } from './case.summary.ts';

/** The states of these cases; one that is not in the store is left out. */
export async function caseStates(
  store: CaseStore,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseState>> {
  const rows = await store.db.cases.bulkGet([...ids]);
  const states = await Promise.all(rows.flatMap(row => (row ? [openCaseRow(store, row)] : [])));
  return new Map(states.map(state => [state.id, state]));
}

/** Lines of a list, in the order of the ids. */
export async function caseRows(
  store: CaseStore,
  ids: readonly CaseId[],
  now: Instant,
): Promise<readonly CaseSummary[]> {
  const [states, office] = await Promise.all([caseStates(store, ids), officeState(store)]);
  const others = await othersOfStates(store, [...states.values()], office);
  return Array.from(states.values(), state => summaryOf(state, store.context, now, office, others));
}

const openEvents = (store: CaseStore, row: EventRow): Promise<readonly RecordedEvent[]> =>
  unseal<readonly RecordedEvent[]>(store.key, eventPlace(row.case, row.seq), row.sealed);

/** The whole history of a case, first event first. */
export async function caseEvents(store: CaseStore, id: CaseId): Promise<readonly CaseEvent[]> {
  const rows = await store.db.events
    .where('[case+seq]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .toArray();
  const opened = await Promise.all(rows.map(row => openEvents(store, row)));
  return opened.flat().map(({ event }) => event);
}

/** Events the journal has lost; see `beginAgain`. */
export async function orphanedEvents(store: CaseStore): Promise<readonly CaseEvent[]> {
  const rows = await store.db.orphans.toArray();
  const opened = await Promise.all(
    rows.map(async row => (await openEvents(store, row)).filter(({ record }) => record > row.after)),
  );
  return opened.flat().map(({ event }) => event);
}
