import { useEffect, useRef, useState } from 'react';
import type { CaseId } from '#shared/core/ids.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import type { CaseAtHand } from './together.ts';

export interface RowDone {
  readonly id: CaseId;
  readonly number: string;
}

export interface Refused extends RowDone {
  readonly fault: AnyFault;
  readonly procedure: Procedure | undefined;
}

export interface TogetherRun {
  readonly total: number;
  /** Saved: each is a record of its own in the journal. */
  readonly done: readonly RowDone[];
  readonly refused: readonly Refused[];
  readonly isRunning: boolean;
}

export interface Together {
  readonly run: TogetherRun | null;
  readonly start: (cases: readonly CaseAtHand[], command: CaseCommand, onAllDone?: () => void) => void;
  /** What is saved stays saved; the others are left as they are. */
  readonly stop: () => void;
  readonly clear: () => void;
}

/** The ledger is closed or cannot be written: the others would be refused alike. */
const HOPELESS: ReadonlySet<string> = new Set([
  'session/locked',
  'ipc/locked',
  'storage/disk-full',
  'storage/read-only',
  'storage/gone',
]);

/** The same act for many cases, one after the other, as if somebody had opened each. */
export function useTogether(): Together {
  const desk = useDesk();
  const [run, setRun] = useState<TogetherRun | null>(null);
  useHoldOpen(run?.isRunning === true);
  const own = useRef<AbortController | null>(null);
  useEffect(() => () => own.current?.abort(), []);

  const work = async (
    cases: readonly CaseAtHand[],
    command: CaseCommand,
    signal: AbortSignal,
    onAllDone: (() => void) | undefined,
  ): Promise<void> => {
    let now: TogetherRun = { total: cases.length, done: [], refused: [], isRunning: true };
    setRun(now);
    for (const { state, procedure } of cases) {
      if (signal.aborted) break;
      const { id, number } = state;
      const said = await desk.submitCase(id, command);
      if (said.ok) now = { ...now, done: [...now.done, { id, number }] };
      else {
        now = { ...now, refused: [...now.refused, { id, number, fault: said.error, procedure }] };
        if (HOPELESS.has(said.error.code)) break;
      }
      setRun(now);
    }
    if (now.done.length === now.total) onAllDone?.();
    setRun({ ...now, isRunning: false });
  };

  return {
    run,
    start: (cases, command, onAllDone) => {
      if (run?.isRunning === true) return;
      const controller = new AbortController();
      own.current = controller;
      void work(cases, command, controller.signal, onAllDone);
    },
    stop: () => own.current?.abort(),
    clear: () => setRun(null),
  };
}
