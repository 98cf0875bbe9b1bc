import type { CaseState, DocumentState } from './case.state.ts';

/** The outside file that stands in the place of this paper; once that is voided the paper counts again. */
export const replacementOf = (
  { documents }: Pick<CaseState, 'documents'>,
  { id }: Pick<DocumentState, 'id'>,
): DocumentState | undefined =>
  documents.find(({ outside, voided }) => outside?.replaces === id && voided === undefined);

/** Neither voided nor replaced. */
export const isLive = (state: Pick<CaseState, 'documents'>, document: DocumentState): boolean =>
  document.voided === undefined && replacementOf(state, document) === undefined;
