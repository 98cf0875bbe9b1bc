import { useState, useSyncExternalStore } from 'react';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { followJob } from './follow-job.ts';
import { printOutcomes, type Outcome, type Print } from './print-outcomes.ts';

const ASK_EVERY_MS = 1000;
const aMoment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, ASK_EVERY_MS));

/** A paper that is set. */
export interface Printable {
  /** What its prints are known by. */
  readonly key: string;
  readonly sha256: string;
  readonly pages: number;
  /** The name of the job is read by whoever passes the printer, so it says nothing but the form. */
  readonly jobTitle: string;
  /** For a document of a case, whose prints are written down. */
  readonly printed?: {
    /** Which print it would be, where one has come out before. */
    readonly reprint: number | null;
    readonly mark: string;
    /** What the document says, for 套打; null where this program does not know. */
    readonly paper: (() => Paper | undefined) | null;
    readonly record: (print: Print) => Promise<Outcome>;
  };
}

export interface Printing {
  readonly busy: 'printing' | 'saving' | null;
  readonly outcome: Outcome | null;
  readonly print: (print: Print, duplex: boolean) => Promise<void>;
  /** Takes the job back that is with the printer. */
  readonly cancel: () => Promise<void>;
  /** Writes down a print that came out: as the person says, or that could not be written down when it was made. */
  readonly record: (print: Print) => Promise<void>;
  /** The person says that it did not. */
  readonly dismiss: () => void;
  readonly save: (name: string) => Promise<void>;
}

/** Puts a paper on paper and writes down that it was, once it is; or into a file, which is not a print. */
export function usePrinting(
  printable: Printable | undefined,
  /** Between two questions how far the job is. */
  pause = aMoment,
): Printing {
  const { api } = useDesk();
  const outcomes = printOutcomes(api);
  const outcome = useSyncExternalStore(outcomes.subscribe, () => outcomes.of(printable?.key));
  const [handing, setHanding] = useState<Printing['busy']>(null);
  const busy = handing ?? (outcome?.kind === 'sent' ? 'printing' : null);

  const record = async (print: Print, { key, printed }: Printable): Promise<void> => {
    outcomes.set(key, printed ? await printed.record(print) : { kind: 'printed', print });
  };

  const end = async (progress: PrintProgress, print: Print, made: Printable): Promise<void> => {
    if (progress.kind === 'done') await record(print, made);
    else if (progress.kind === 'cancelled') outcomes.set(made.key, { kind: 'taken-back', print });
    else if (progress.kind === 'failed')
      outcomes.set(made.key, { kind: 'given-up', print, said: progress.said });
    else outcomes.set(made.key, { kind: 'asked', print });
  };

  const hand = async (made: Printable, print: Print, duplex: boolean): Promise<void> => {
    const { printed } = made;
    const of = print.preprinted ? printed?.paper?.() : undefined;
    const handed = await api.papers.print({
      ...{ sha256: made.sha256, printer: print.printer.name, copies: print.copies, duplex },
      ...{ title: made.jobTitle, pages: made.pages },
      reprint: printed?.reprint ?? null,
      preprinted: of && printed ? { paper: JSON.stringify(of), mark: printed.mark } : null,
    });
    if (!handed.ok) {
      outcomes.set(made.key, { kind: 'not-printed', fault: handed.error });
      return;
    }
    const { job } = handed.value;
    const onProgress = (progress: PrintProgress): void =>
      outcomes.set(made.key, { kind: 'sent', print, job, progress });
    await end(
      await followJob(job, { progress: each => api.papers.progress({ job: each }), pause, onProgress }),
      print,
      made,
    );
  };

  const alone = async (
    what: 'printing' | 'saving',
    act: (made: Printable) => Promise<void>,
  ): Promise<void> => {
    if (busy || !printable) return;
    setHanding(what);
    outcomes.set(printable.key, null);
    await act(printable);
    setHanding(null);
  };

  return {
    busy,
    outcome,
    print: (print, duplex) => alone('printing', made => hand(made, print, duplex)),
    cancel: async () => {
      if (outcome?.kind !== 'sent') return;
      // What it came to is told by the job itself: it may have been too late.
      await api.papers.cancel({ job: outcome.job });
    },
    record: print => alone('printing', made => record(print, made)),
    dismiss: () => printable && outcomes.set(printable.key, { kind: 'not-out' }),
    save: name =>
      alone('saving', async made => {
        const saved = await api.papers.save({ sha256: made.sha256, name });
        if (!saved.ok) outcomes.set(made.key, { kind: 'failed', fault: saved.error });
        else if (saved.value.path === null) outcomes.set(made.key, { kind: 'not-saved' });
        else outcomes.set(made.key, { kind: 'saved', path: saved.value.path });
      }),
  };
}
