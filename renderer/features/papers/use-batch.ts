import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrintTrouble } from '#shared/printing/print-progress.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import {
  aMoment,
  LOCKED,
  printBatch,
  type BatchEnd,
  type BatchOrder,
} from '#renderer/features/paper/index.ts';
import { leftOfLock, type BatchLeft } from './batch-left.ts';
import type { PaperRow } from './paper-rows.ts';

/** A batch as far as it has come. */
export interface BatchRun {
  readonly rows: readonly PaperRow[];
  /** How many were begun. */
  readonly begun: number;
  /** By the place of the row; none yet of what is being printed. */
  readonly ends: ReadonlyMap<number, BatchEnd>;
  readonly isRunning: boolean;
  readonly isStopped: boolean;
  /** Why the printer does not go on, while it does not. */
  readonly trouble: PrintTrouble | null;
}

export interface Batch {
  readonly run: BatchRun | null;
  /** What a lock left of the last one. */
  readonly left: BatchLeft | null;
  readonly start: (rows: readonly PaperRow[], order: BatchOrder) => void;
  readonly stop: () => void;
  /** The person has read how it ended. */
  readonly clear: () => void;
}

/** Prints many papers while somebody does something else. Ends with the screens behind the lock. */
export function useBatch(pause = aMoment): Batch {
  const desk = useDesk();
  const [run, setRun] = useState<BatchRun | null>(null);
  // A printer that waits for somebody may wait for long.
  useHoldOpen(run?.isRunning === true && run.trouble === null);
  const lefts = leftOfLock(desk.api);
  const [left, setLeft] = useState(() => lefts.get());
  const stop = useRef<AbortController | null>(null);
  const present = useRef<BatchRun | null>(null);

  const change = useCallback((next: (run: BatchRun) => BatchRun): void => {
    if (!present.current) return;
    present.current = next(present.current);
    setRun(present.current);
  }, []);

  useEffect(
    () => () => {
      if (!stop.current || !present.current?.isRunning) return;
      stop.current.abort(LOCKED);
      lefts.set(present.current);
    },
    [lefts],
  );

  const start = (rows: readonly PaperRow[], order: BatchOrder): void => {
    if (present.current?.isRunning || rows.length === 0) return;
    const own = new AbortController();
    stop.current = own;
    present.current = { rows, begun: 0, ends: new Map(), isRunning: true, isStopped: false, trouble: null };
    setRun(present.current);
    void printBatch(desk, rows, order, {
      pause,
      signal: own.signal,
      onBegin: index => change(now => ({ ...now, begun: index + 1 })),
      onEnd: (index, end) => change(now => ({ ...now, ends: new Map([...now.ends, [index, end]]) })),
      onProgress: (_, said) =>
        change(now => ({ ...now, trouble: said.kind === 'stopped' ? said.trouble : null })),
      onHopeless: () => own.abort(),
    }).finally(() => change(now => ({ ...now, isRunning: false, trouble: null })));
  };

  return {
    ...{ run, left, start },
    stop: () => {
      stop.current?.abort();
      change(now => ({ ...now, isStopped: true }));
    },
    clear: () => {
      if (!present.current?.isRunning) {
        present.current = null;
        setRun(null);
      }
      lefts.forget();
      setLeft(null);
    },
  };
}
