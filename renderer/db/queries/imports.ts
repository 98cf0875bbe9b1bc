import type { CaseId, ImportId } from '#shared/core/ids.ts';
import type { CaseStore } from '../case-store.ts';

/** Cases of an import that are in the ledger, in the order of their ids. */
export const idsOfImport = (store: CaseStore, id: ImportId): Promise<CaseId[]> =>
  store.db.cases.where('brought').equals(id).primaryKeys();

export const countOfImport = (store: CaseStore, id: ImportId): Promise<number> =>
  store.db.cases.where('brought').equals(id).count();

/** `numberOrder` of every number in the ledger. */
export const numbersThere = async (store: CaseStore): Promise<ReadonlySet<string>> =>
  new Set((await store.db.cases.orderBy('order').keys()).map(String));
