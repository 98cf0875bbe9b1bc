/** Why a printer does not go on; `other` is told in the system's own words. */
export type PrintTrouble =
  'paper-out' | 'paper-jam' | 'open' | 'ink-out' | 'tray-full' | 'offline' | 'paused' | 'other';

/**
 * How far the system is with a job it took. `done`: it says that the job was printed; `unknown`: it cannot say, so
 * the person beside the printer has to.
 */
export type PrintProgress =
  | { readonly kind: 'waiting' | 'printing' | 'done' | 'cancelled' | 'unknown' }
  | { readonly kind: 'stopped'; readonly trouble: PrintTrouble; readonly said: string }
  | { readonly kind: 'failed'; readonly said: string };

/** Nothing more happens to the job by itself. */
export const isOver = ({ kind }: PrintProgress): boolean =>
  kind === 'done' || kind === 'cancelled' || kind === 'unknown' || kind === 'failed';
