import type { BatchEnd } from '#renderer/features/paper/index.ts';

/** Figures of a batch: no case, no person, so they may outlive the lock. */
export interface BatchLeft {
  readonly total: number;
  readonly printed: number;
  /** Handed to a printer, their end not known. */
  readonly open: number;
  /** Not printed: refused, taken back or never begun. */
  readonly unprinted: number;
}

interface Counted {
  readonly rows: readonly unknown[];
  readonly begun: number;
  readonly ends: ReadonlyMap<number, BatchEnd>;
}

/** A print that could not be written down is out, and asked about again. */
const OPEN = new Set<BatchEnd['kind']>(['unknown', 'not-recorded']);

export function countBatch({ rows, begun, ends }: Counted): BatchLeft {
  const kinds = [...ends.values()].map(({ kind }) => kind);
  const printed = kinds.filter(kind => kind === 'printed').length;
  const open = kinds.filter(kind => OPEN.has(kind)).length + (begun - ends.size);
  return { total: rows.length, printed, open, unprinted: rows.length - printed - open };
}

interface LeftOfLock {
  readonly get: () => BatchLeft | null;
  readonly set: (run: Counted) => void;
  readonly forget: () => void;
}

const ofShell = new WeakMap<object, LeftOfLock>();

/** What the lock left of a batch, kept beside the screens until somebody has read it. */
export function leftOfLock(shell: object): LeftOfLock {
  const kept = ofShell.get(shell);
  if (kept) return kept;
  let left: BatchLeft | null = null;
  const made: LeftOfLock = {
    get: () => left,
    set: run => {
      left = countBatch(run);
    },
    forget: () => {
      left = null;
    },
  };
  ofShell.set(shell, made);
  return made;
}
