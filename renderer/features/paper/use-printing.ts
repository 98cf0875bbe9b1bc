import { useState } from 'react';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

/** What was printed and is to be written down. */
export interface Print {
  readonly printer: PrinterAnswer;
  readonly copies: number;
}

/** A paper that is set. */
export interface Printable {
  readonly sha256: string;
  readonly pages: number;
  /** The name of the job is read by whoever passes the printer, so it says nothing but the form. */
  readonly jobTitle: string;
  /** Writes down that it was printed; left out for a paper that is no document of the case. */
  readonly record?: (print: Print) => Promise<Outcome>;
}

export type Outcome =
  | { readonly kind: 'recorded'; readonly print: Print; readonly nth: number }
  /** Paper may be out, and nobody has written it down yet. */
  | { readonly kind: 'not-recorded'; readonly print: Print; readonly fault: AnyFault }
  /** Nothing is written down of a paper that is no document of the case. */
  | { readonly kind: 'printed'; readonly print: Print }
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

/** Puts a paper on paper and writes down that it was; or into a file, which is not a print. */
export function usePrinting(printable: Printable | undefined): Printing {
  const desk = useDesk();
  const [busy, setBusy] = useState<Printing['busy']>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const record = async (print: Print, { record: write }: Printable): Promise<void> =>
    setOutcome(write ? await write(print) : { kind: 'printed', print });

  const alone = async (
    what: 'printing' | 'saving',
    act: (made: Printable) => Promise<void>,
  ): Promise<void> => {
    if (busy || !printable) return;
    setBusy(what);
    setOutcome(null);
    await act(printable);
    setBusy(null);
  };

  return {
    busy,
    outcome,
    print: (printer, copies, duplex) =>
      alone('printing', async made => {
        const job = { sha256: made.sha256, printer: printer.name, copies, duplex, title: made.jobTitle };
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
