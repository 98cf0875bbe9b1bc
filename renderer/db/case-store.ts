import type { OfficeState } from '#shared/case/office.state.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { DeskDatabase } from './desk-database.ts';
import type { ProjectionContext } from './projection/projection.context.ts';
import { MatterCache } from './projection/matter-cache.ts';
import { StateCache } from './projection/state-cache.ts';
import { CaseIndex } from './search/case-index.ts';
import { casePlace, OFFICE_PLACE } from './sealing/places.ts';
import { unseal } from './sealing/seal.ts';
import type { CaseRow, StoreMeta } from './store-rows.ts';

/** The open store with the key that reads it: what queries and projections are given. */
export interface CaseStore {
  readonly db: DeskDatabase;
  readonly key: CryptoKey;
  readonly context: ProjectionContext;
  readonly states: StateCache;
  readonly matters: MatterCache;
  readonly search: CaseIndex;
}

export const caseStore = (db: DeskDatabase, key: CryptoKey, context: ProjectionContext): CaseStore => ({
  db,
  key,
  context,
  states: new StateCache(),
  matters: new MatterCache(),
  search: new CaseIndex(),
});

export const openCaseRow = (store: CaseStore, row: CaseRow): Promise<CaseState> =>
  unseal<CaseState>(store.key, casePlace(row.id), row.sealed);

export async function caseState(store: CaseStore, id: CaseId): Promise<CaseState | undefined> {
  const row = await store.db.cases.get(id);
  return row && openCaseRow(store, row);
}

export const storeMeta = (store: CaseStore): Promise<StoreMeta | undefined> => store.db.meta.get('store');

export async function officeState(store: CaseStore): Promise<OfficeState | undefined> {
  const row = await store.db.office.get('office');
  return row && unseal<OfficeState>(store.key, OFFICE_PLACE, row.sealed);
}

/** Lets go of the database and of every case held in memory. */
export function closeStore(store: CaseStore): void {
  store.states.clear();
  store.matters.clear();
  store.search.clear();
  store.db.close();
}
