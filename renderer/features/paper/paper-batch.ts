import type { CaseId } from '#shared/core/ids.ts';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { runBatch } from '#shared/printing/print-batch.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { casePrintable } from './case-printable.ts';
import { paperWhenMade } from './current-document.ts';
import { documentNow } from './document-now.ts';
import { usualOrder } from './print-order.ts';
import type { Outcome } from './print-outcomes.ts';
import { beginPrint } from './print-run.ts';

export interface BatchItem {
  readonly case: CaseId;
  readonly form: string;
  /** How many people get one, where nobody says otherwise. */
  readonly usualCopies: number;
}

export interface BatchOrder {
  readonly printer: PrinterAnswer;
  /** null: of each form as many as usual. */
  readonly copies: number | null;
  readonly duplex: boolean;
}

/** What became of one paper of a batch. */
export type BatchEnd =
  | { readonly kind: 'printed' }
  /** Handed over, and nobody knows: it is asked about where the others are. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'given-up'; readonly said: string }
  | { readonly kind: 'covered' }
  | { readonly kind: 'fault'; readonly fault: AnyFault }
  | { readonly kind: 'not-recorded'; readonly fault: AnyFault }
  /** It was being made when somebody stopped. */
  | { readonly kind: 'left' };

export interface BatchDeps {
  readonly pause: () => Promise<void>;
  /** Nothing more goes to the printer. */
  readonly signal: AbortSignal;
  readonly onBegin: (index: number) => void;
  readonly onEnd: (index: number, end: BatchEnd) => void;
  /** How far the system is with one that lies in the queue. */
  readonly onProgress: (index: number, said: PrintProgress) => void;
  /** The printer is gone: the others would fail alike. */
  readonly onHopeless: () => void;
}

/** Why a batch is stopped by the lock: nobody is there any more to take anything back. */
export const LOCKED = 'locked';

/** So many lie in the queue, so that the printer does not wait for the next one and is not given all of them. */
const AHEAD = 3;

const HOPELESS = new Set<string>(['printing/no-spooler', 'printing/printer-unknown', 'session/locked']);

function endOf(outcome: Outcome): BatchEnd {
  switch (outcome.kind) {
    case 'recorded':
    case 'printed':
      return { kind: 'printed' };
    case 'taken-back':
      return { kind: 'taken-back' };
    case 'given-up':
      return { kind: 'given-up', said: outcome.said };
    case 'not-recorded':
      return { kind: 'not-recorded', fault: outcome.fault };
    case 'not-printed':
      return { kind: 'fault', fault: outcome.fault };
    default:
      return { kind: 'unknown' };
  }
}

/**
 * Prints papers of cases one after the other, each as if somebody had opened it and pressed print. Stopped, it takes
 * back what still lies in the queue.
 */
export async function printBatch(
  desk: Desk,
  items: readonly BatchItem[],
  order: BatchOrder,
  deps: BatchDeps,
): Promise<void> {
  const { pause, signal, onBegin, onEnd, onProgress, onHopeless } = deps;
  const queued = new Set<string>();
  const isStopped = (): boolean => signal.aborted;
  const takeBack = (): void => {
    if (signal.reason === LOCKED) return;
    for (const job of queued) void desk.api.papers.cancel({ job });
  };
  signal.addEventListener('abort', takeBack);

  const ended = (end: BatchEnd) => ({ over: Promise.resolve(end) });
  const begin = async (item: BatchItem, index: number): Promise<{ readonly over: Promise<BatchEnd> }> => {
    const found = await documentNow(desk, item.case, item.form);
    if (!found.ok) return ended(found.error);
    if (isStopped()) return ended({ kind: 'left' });
    const { document, subject, events } = found.value;
    const made = casePrintable(desk, item.case, document, each => paperWhenMade(subject, events, each));
    const usual = usualOrder(order.printer, item.form, made.pages, item.usualCopies);
    const print = { printer: order.printer, copies: order.copies ?? usual.copies, preprinted: false };
    const begun = await beginPrint(
      made,
      { print, duplex: order.duplex && made.pages > 1 },
      { api: desk.api, pause, onProgress: said => onProgress(index, said) },
    );
    const { job } = begun;
    if (job === undefined) return { over: begun.over.then(endOf) };
    queued.add(job);
    // Stopped while it was handed over.
    if (isStopped()) takeBack();
    return { over: begun.over.then(endOf).finally(() => queued.delete(job)) };
  };

  await runBatch(
    items,
    {
      begin,
      broken: () => ({ kind: 'fault', fault: { code: 'ipc/bug' } }) as const satisfies BatchEnd,
      onBegin,
      onEnd: (index, end: BatchEnd) => {
        if (end.kind === 'fault' && HOPELESS.has(end.fault.code)) onHopeless();
        onEnd(index, end);
      },
    },
    { signal, ahead: AHEAD },
  );
  signal.removeEventListener('abort', takeBack);
}
