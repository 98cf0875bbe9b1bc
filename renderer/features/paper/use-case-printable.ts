import type { DocumentState } from '#shared/case/case.state.ts';
import { nextPrint } from '#shared/case/print.decide.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { Outcome, Print } from './print-outcomes.ts';
import type { Printable } from './use-printing.ts';

/** A document of a case as it is printed: each print is written down, and a later one is marked as such. */
export function useCasePrintable(
  caseId: CaseId,
  document: DocumentState | undefined,
  paperOf: (document: DocumentState) => Paper | undefined,
): Printable | undefined {
  const desk = useDesk();
  if (!document) return undefined;
  const record = async (print: Print): Promise<Outcome> => {
    const { printer, copies, preprinted } = print;
    const recorded = await desk.submitCase(caseId, {
      ...{ type: 'record-print', document: document.id, printer: printer.label, copies, preprinted },
    });
    return recorded.ok
      ? { kind: 'recorded', print, nth: nextPrint(document) }
      : { kind: 'not-recorded', print, fault: recorded.error };
  };
  const { id, sha256, pages, form, mark, prints, outside } = document;
  // An outside file is printed exactly as it is: nobody knows what a mark would be set upon.
  const reprint = prints.length > 0 && !outside ? nextPrint(document) : null;
  const printed = { reprint, mark, paper: outside ? null : () => paperOf(document), record };
  return { key: id, sha256, pages, jobTitle: form, printed };
}
