import type { IdSource } from '#shared/core/ids.ts';
import type { IndexedDb } from '#renderer/db/desk-database.ts';

/** What the window stands on: its clock, its chance, its timers, its IndexedDB. */
export interface DeskEnvironment extends IdSource {
  readonly idb: IndexedDb;
  /** Runs later; returns how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const browserEnvironment = (): DeskEnvironment => ({
  nowMs: () => Date.now(),
  randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
  idb: { indexedDB, IDBKeyRange },
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

export const waitIn =
  ({ after }: Pick<DeskEnvironment, 'after'>) =>
  (ms: number): Promise<void> =>
    new Promise(resolve => {
      after(ms, resolve);
    });
