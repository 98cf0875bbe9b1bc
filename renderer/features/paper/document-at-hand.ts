import type { DocumentState } from '#shared/case/case.state.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import { caseState } from '#renderer/db/case-store.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';

/** A document as the store has it at this moment: a page learns of a change a moment later. */
export async function documentAtHand(
  desk: Pick<Desk, 'getState'>,
  of: { readonly case: CaseId; readonly document: DocumentId },
): Promise<DocumentState | undefined> {
  const open = desk.getState();
  if (open.phase !== 'open') return undefined;
  const state = await caseState(open.store, of.case);
  return state?.documents.find(({ id }) => id === of.document);
}
