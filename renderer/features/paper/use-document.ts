import { useEffect, useState } from 'react';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import { needsNumber } from '#shared/case/document.decide.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import type { PaperSubject } from '#shared/documents/case.paper.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { currentDocument } from './current-document.ts';
import { makeDocument } from './document-maker.ts';

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
      const made = await makeDocument(desk, subject, { isLeft: () => left, onWarnings: setWarnings });
      if (!made.ok && !left) setFault(made.error);
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
