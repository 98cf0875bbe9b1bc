import { useState, useSyncExternalStore } from 'react';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { openJobs } from './open-jobs.ts';
import { printOutcomes, type Outcome, type Print } from './print-outcomes.ts';
import { beginPrint, recordPrinted, type Printable } from './print-run.ts';

const ASK_EVERY_MS = 1000;
export const aMoment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, ASK_EVERY_MS));

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
  useHoldOpen(handing !== null);
  const busy = handing ?? (outcome?.kind === 'sent' ? 'printing' : null);

  const alone = async (
    what: 'printing' | 'saving',
    act: (made: Printable) => Promise<unknown>,
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
    print: (print, duplex) =>
      alone('printing', async made => (await beginPrint(made, { print, duplex }, { api, pause })).over),
    cancel: async () => {
      if (outcome?.kind !== 'sent') return;
      // What it came to is told by the job itself: it may have been too late.
      await api.papers.cancel({ job: outcome.job });
    },
    record: print => alone('printing', made => recordPrinted(made, print, { api })),
    dismiss: () => {
      if (!printable) return;
      const job = outcome?.kind === 'asked' ? outcome.print.job : undefined;
      outcomes.set(printable.key, { kind: 'not-out' });
      if (printable.printed && job !== undefined) void openJobs(api).settle(job);
    },
    save: name =>
      alone('saving', async made => {
        const saved = await api.papers.save({ sha256: made.sha256, name });
        if (!saved.ok) outcomes.set(made.key, { kind: 'failed', fault: saved.error });
        else if (saved.value.path === null) outcomes.set(made.key, { kind: 'not-saved' });
        else outcomes.set(made.key, { kind: 'saved', path: saved.value.path });
      }),
  };
}
