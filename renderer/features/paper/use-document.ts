import { useEffect, useState } from 'react';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import { needsNumber } from '#shared/case/document.decide.ts';
import { newDocumentId, type DocumentId } from '#shared/core/ids.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { currentDocument, paperOf, type PaperSubject } from './current-document.ts';

export interface CaseDocument {
  /** undefined until it is made. */
  readonly document: DocumentState | undefined;
  /** It says what the case says now. */
  readonly isCurrent: boolean;
  readonly fault: AnyFault | null;
  /** Codes of what should be looked at before printing; known only for a paper that was just set. */
  readonly warnings: readonly string[];
}

/**
 * The document of a form: the one asked for, else the last one if it still holds, else one that is made now.
 * What it says is settled when it is made; a change of the case makes another.
 */
export function useDocument(
  subject: PaperSubject,
  events: readonly CaseEvent[],
  asked: DocumentId | undefined,
  tries: number,
): CaseDocument {
  const desk = useDesk();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const current = currentDocument(subject, events);
  const wanted = asked === undefined ? current : subject.state.documents.find(({ id }) => id === asked);
  const { state, form, procedure } = subject;
  const missing = wanted === undefined;
  const numberless = missing && needsNumber(procedure, form.id, state);

  useEffect(() => {
    if (!missing) return undefined;
    let left = false;
    const make = async (): Promise<void> => {
      setFault(null);
      if (numberless) {
        // The case changes with its number, and the paper is set on that.
        const numbered = await desk.numberDocument(state.id, form.id);
        if (!numbered.ok && !left) setFault(numbered.error);
        return;
      }
      const document = newDocumentId(desk.ids);
      const paper = JSON.stringify(paperOf(subject, document, desk.now()));
      const made = await desk.api.papers.make({ case: state.id, document, paper });
      if (left) return;
      if (!made.ok) {
        setFault(made.error);
        return;
      }
      const { sha256, bytes, pages, mark } = made.value;
      setWarnings(made.value.warnings);
      const command = {
        type: 'record-document',
        document,
        form: form.id,
        sha256,
        bytes,
        pages,
        mark,
      } as const;
      const recorded = await desk.submitCase(state.id, command);
      if (!recorded.ok) setFault(recorded.error);
    };
    void make();
    return () => {
      left = true;
    };
    // What the paper says hangs on the case alone, and that changes with its events.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, missing, numberless, state.id, state.seq, form.id, tries]);

  return { document: wanted, isCurrent: wanted?.id === current?.id, fault: missing ? fault : null, warnings };
}
