import type { DocumentState } from '#shared/case/case.state.ts';
import { nextPrint } from '#shared/case/print.decide.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { Outcome, Print } from './print-outcomes.ts';
import type { Printable } from './print-run.ts';

/** Writes down that a document of a case came out. A job that was written down already is not once more. */
export async function recordOn(
  desk: Pick<Desk, 'submitCase'>,
  of: { readonly case: CaseId; readonly document: DocumentId; readonly nth: number },
  print: Print,
): Promise<Outcome> {
  const { printer, copies, preprinted, job } = print;
  const recorded = await desk.submitCase(of.case, {
    ...{ type: 'record-print', document: of.document, printer: printer.label, copies, preprinted },
    ...(job === undefined ? {} : { job }),
  });
  return recorded.ok || recorded.error.code === 'case/nothing-changed'
    ? { kind: 'recorded', print, nth: of.nth }
    : { kind: 'not-recorded', print, fault: recorded.error };
}

/** A document of a case as it is printed: each print is written down, and a later one is marked as such. */
export function casePrintable(
  desk: Pick<Desk, 'submitCase'>,
  caseId: CaseId,
  document: DocumentState,
  paperOf: (document: DocumentState) => Paper | undefined,
): Printable {
  const { id, sha256, pages, form, mark, prints, outside } = document;
  const of = { case: caseId, document: id };
  const record = (print: Print): Promise<Outcome> =>
    recordOn(desk, { ...of, nth: nextPrint(document) }, print);
  // An outside file is printed exactly as it is: nobody knows what a mark would be set upon.
  const reprint = prints.length > 0 && !outside ? nextPrint(document) : null;
  const printed = { of, reprint, mark, paper: outside ? null : () => paperOf(document), record };
  return { key: id, sha256, pages, jobTitle: form, printed };
}
