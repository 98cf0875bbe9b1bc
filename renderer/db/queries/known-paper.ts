import type { KnownPaper } from '#shared/case/scan-filing.rules.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { openCaseRow, type CaseStore } from '../case-store.ts';

/** The paper of that id with the case it is of. */
export async function findPaper(store: CaseStore, id: DocumentId): Promise<KnownPaper | undefined> {
  const row = await store.db.cases.where('documents').equals(id).first();
  if (!row) return undefined;
  const state = await openCaseRow(store, row);
  const document = state.documents.find(each => each.id === id);
  return document && { state, document };
}
