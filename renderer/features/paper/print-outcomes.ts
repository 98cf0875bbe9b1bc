import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

/** What was printed and is to be written down. */
export interface Print {
  readonly printer: Pick<PrinterAnswer, 'name' | 'label'>;
  readonly copies: number;
  readonly preprinted: boolean;
  /** Under which name it was handed over; undefined before. */
  readonly job?: string;
}

export type Outcome =
  /** With the system, which is asked how far it is. */
  | { readonly kind: 'sent'; readonly print: Print; readonly job: string; readonly progress: PrintProgress }
  /** The system cannot tell whether paper came out; the person is asked. */
  | { readonly kind: 'asked'; readonly print: Print }
  /** Taken back, or given up by the system; some of it may have come out all the same. */
  | { readonly kind: 'taken-back'; readonly print: Print }
  | { readonly kind: 'given-up'; readonly print: Print; readonly said: string }
  /** The person says that nothing came out. */
  | { readonly kind: 'not-out' }
  | { readonly kind: 'recorded'; readonly print: Print; readonly nth: number }
  /** Paper is out, and nobody has written it down yet. */
  | { readonly kind: 'not-recorded'; readonly print: Print; readonly fault: AnyFault }
  /** Nothing is written down of a paper that is no document of the case. */
  | { readonly kind: 'printed'; readonly print: Print }
  | { readonly kind: 'not-printed'; readonly fault: AnyFault }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'failed'; readonly fault: AnyFault };

/**
 * What became of the prints of each paper. Kept beside the pages: whoever leaves a paper while it is being printed
 * finds here on return what it came to, or the question whether it came out.
 */
export interface PrintOutcomes {
  readonly of: (paper: string | undefined) => Outcome | null;
  readonly set: (paper: string, outcome: Outcome | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

function makePrintOutcomes(): PrintOutcomes {
  const outcomes = new Map<string, Outcome>();
  const listeners = new Set<() => void>();
  return {
    of: paper => (paper === undefined ? undefined : outcomes.get(paper)) ?? null,
    set: (paper, outcome) => {
      if (outcome) outcomes.set(paper, outcome);
      else outcomes.delete(paper);
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const ofShell = new WeakMap<object, PrintOutcomes>();

/** One for each shell: it outlives a locked ledger, and says nothing of a case but an id. */
export function printOutcomes(shell: object): PrintOutcomes {
  const kept = ofShell.get(shell) ?? makePrintOutcomes();
  ofShell.set(shell, kept);
  return kept;
}
