import { useState } from 'react';
import type { DocumentState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

/** What was printed and is to be written down. */
interface Print {
  readonly printer: PrinterAnswer;
  readonly copies: number;
}

export type Outcome =
  | { readonly kind: 'recorded'; readonly print: Print; readonly nth: number }
  /** Paper may be out, and nobody has written it down yet. */
  | { readonly kind: 'not-recorded'; readonly print: Print; readonly fault: AnyFault }
  | { readonly kind: 'not-printed'; readonly fault: AnyFault }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'failed'; readonly fault: AnyFault };

export interface Printing {
  readonly busy: 'printing' | 'saving' | null;
  readonly outcome: Outcome | null;
  readonly print: (printer: PrinterAnswer, copies: number, duplex: boolean) => Promise<void>;
  /** Writes down a print that could not be written down when it was made. */
  readonly recordAgain: (print: Print) => Promise<void>;
  readonly save: (name: string) => Promise<void>;
}

/** Puts a document on paper and writes down that it was; or into a file, which is not a print. */
export function usePrinting(caseId: CaseId, document: DocumentState | undefined): Printing {
  const desk = useDesk();
  const [busy, setBusy] = useState<Printing['busy']>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const record = async (print: Print, made: DocumentState): Promise<void> => {
    const recorded = await desk.submitCase(caseId, {
      type: 'record-print',
      document: made.id,
      printer: print.printer.label,
      copies: print.copies,
    });
    setOutcome(
      recorded.ok
        ? { kind: 'recorded', print, nth: made.prints.length + 1 }
        : { kind: 'not-recorded', print, fault: recorded.error },
    );
  };

  const alone = async (
    what: 'printing' | 'saving',
    act: (made: DocumentState) => Promise<void>,
  ): Promise<void> => {
    if (busy || !document) return;
    setBusy(what);
    setOutcome(null);
    await act(document);
    setBusy(null);
  };

  return {
    busy,
    outcome,
    print: (printer, copies, duplex) =>
      alone('printing', async made => {
        // The name of the job is read by whoever passes the printer, so it says nothing but the form.
        const job = { sha256: made.sha256, printer: printer.name, copies, duplex, title: made.form };
        const printed = await desk.api.papers.print(job);
        if (printed.ok) await record({ printer, copies }, made);
        else setOutcome({ kind: 'not-printed', fault: printed.error });
      }),
    recordAgain: print => alone('printing', made => record(print, made)),
    save: name =>
      alone('saving', async made => {
        const saved = await desk.api.papers.save({ sha256: made.sha256, name });
        if (!saved.ok) setOutcome({ kind: 'failed', fault: saved.error });
        else if (saved.value.path === null) setOutcome({ kind: 'not-saved' });
        else setOutcome({ kind: 'saved', path: saved.value.path });
      }),
  };
}
