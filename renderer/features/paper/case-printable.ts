import type { DocumentState } from '#shared/case/case.state.ts';
import { nextPrint } from '#shared/case/print.decide.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { documentAtHand } from './document-at-hand.ts';
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
  if (!recorded.ok && recorded.error.code !== 'case/nothing-changed')
    return { kind: 'not-recorded', print, fault: recorded.error };
  const event = recorded.ok && recorded.value.events.find(each => each.type === 'document-printed');
  return { kind: 'recorded', print, nth: event ? event.nth : of.nth };
}

/** A document of a case as it is printed: each print is written down, and a later one is marked as such. */
export function casePrintable(
  desk: Pick<Desk, 'submitCase' | 'getState'>,
  caseId: CaseId,
  document: DocumentState,
  paperOf: (document: DocumentState) => Paper | undefined,
): Printable {
  const { id, sha256, pages, form, mark, outside } = document;
  const of = { case: caseId, document: id };
  const record = (print: Print): Promise<Outcome> =>
    recordOn(desk, { ...of, nth: nextPrint(document) }, print);
  const reprint = async (): Promise<number | null> => {
    // An outside file is printed exactly as it is: nobody knows what a mark would be set upon.
    if (outside) return null;
    const now = (await documentAtHand(desk, of)) ?? document;
    return now.prints.length > 0 ? nextPrint(now) : null;
  };
  const printed = { of, reprint, mark, paper: outside ? null : () => paperOf(document), record };
  return { key: id, sha256, pages, jobTitle: form, printed };
}
