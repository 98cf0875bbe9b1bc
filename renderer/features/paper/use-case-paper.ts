import { useCallback, useEffect, useState } from 'react';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState, DocumentState } from '#shared/case/case.state.ts';
import { newDocumentId } from '#shared/core/ids.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { currentDocument, paperOf } from './current-document.ts';
import { openPdf } from './pdf/open-pdf.ts';
import type { OpenedPdf } from './pdf/pdf.types.ts';

export interface CasePaper {
  /** The document whose PDF is shown; undefined until it is made. */
  readonly document: DocumentState | undefined;
  readonly opened: OpenedPdf | null;
  readonly fault: AnyFault | null;
  readonly again: () => void;
}

/** The one canonical PDF of a form of this case: the present one if it still holds, a new one otherwise. */
export function useCasePaper(
  procedure: Procedure,
  state: CaseState,
  events: readonly CaseEvent[],
  formId: string,
): CasePaper {
  const desk = useDesk();
  const { office } = useOpenDesk();
  const [opened, setOpened] = useState<OpenedPdf | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [tries, setTries] = useState(0);
  const form = getForm(procedure, formId);
  const subject = { procedure, form, office, state };
  const document = currentDocument(subject, events);
  const sha256 = document?.sha256;

  useEffect(() => {
    if (sha256 !== undefined) return undefined;
    let wanted = true;
    const make = async (): Promise<void> => {
      const id = newDocumentId(desk.ids);
      const paper = JSON.stringify(paperOf(subject, id));
      const made = await desk.api.papers.make({ case: state.id, document: id, paper });
      if (!wanted) return;
      if (!made.ok) {
        setFault(made.error);
        return;
      }
      const { bytes, pages, mark } = made.value;
      const recorded = await desk.submitCase(state.id, {
        type: 'record-document',
        document: id,
        form: formId,
        sha256: made.value.sha256,
        bytes,
        pages,
        mark,
      });
      if (!recorded.ok) setFault(recorded.error);
    };
    void make();
    return () => {
      wanted = false;
    };
    // A new paper is made when the case has changed, and when somebody asks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sha256, state.seq, formId, tries]);

  useEffect(() => {
    if (sha256 === undefined) return undefined;
    let closed = false;
    let own: OpenedPdf | undefined;
    const show = async (): Promise<void> => {
      const bytes = await desk.api.papers.read({ sha256 });
      if (closed) return;
      if (!bytes.ok) {
        setFault(bytes.error);
        return;
      }
      try {
        own = await openPdf(bytes.value);
      } catch {
        setFault({ code: 'printing/pdf-unreadable' }); // The bytes are no PDF; the sentence says what to do.
        return;
      }
      // It may have been left while the PDF was opened.
      if (closed as boolean) own.close();
      else setOpened(own);
    };
    void show();
    return () => {
      closed = true;
      setOpened(null);
      own?.close();
    };
  }, [desk, sha256, tries]);

  const again = useCallback(() => {
    setFault(null);
    setTries(count => count + 1);
  }, []);
  return { document, opened, fault, again };
}
