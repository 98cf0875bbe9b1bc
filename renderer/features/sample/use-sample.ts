import { useEffect, useState } from 'react';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useDesk, useDeskState } from '#renderer/db/live/desk.context.ts';

export interface SampleProgress {
  readonly done: number;
  /** null while the keys are made and nobody has counted yet. */
  readonly total: number | null;
}

export interface SampleWork {
  /** Whether there is one to be opened. */
  readonly made: boolean;
  readonly progress: SampleProgress | null;
  readonly fault: DeskFault | null;
  /** Somebody stopped the making, and nothing was left of it. */
  readonly stopped: boolean;
  readonly make: () => Promise<void>;
  readonly stop: () => void;
  readonly open: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** The sample office as seen from the real one. */
export function useSample(): SampleWork {
  const desk = useDesk();
  const state = useDeskState();
  const known = 'boot' in state && !state.boot.sample.here && state.boot.sample.made;
  const [changed, setChanged] = useState<boolean>();
  const [progress, setProgress] = useState<SampleProgress | null>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [stopped, setStopped] = useState(false);
  const { api } = desk;

  useEffect(
    () => api.on('sample:progress', told => setProgress(before => (before === null ? null : told))),
    [api],
  );

  const open = async (): Promise<void> => {
    // What was typed is written down before the ledger is closed.
    await desk.lock();
    const opened = await api.sample.open();
    if (!opened.ok) setFault(opened.error);
  };

  return {
    made: changed ?? known,
    ...{ progress, fault, stopped, open },
    make: async () => {
      setFault(null);
      setStopped(false);
      setProgress({ done: 0, total: null });
      const made = await api.sample.make();
      setProgress(null);
      if (made.ok) {
        setChanged(true);
        await open();
      } else if (made.error.code === 'sample/stopped') setStopped(true);
      else setFault(made.error);
    },
    stop: () => void api.sample.cancel(),
    remove: async () => {
      const removed = await api.sample.remove();
      if (removed.ok) setChanged(false);
      else setFault(removed.error);
    },
  };
}
