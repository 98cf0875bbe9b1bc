import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import type { CaseStore } from '../case-store.ts';
import { namesOf } from '../opening/open-with-retries.ts';
import { useOpenDesk } from './desk.context.ts';

/** IndexedDB closed under a query: locked, or reopened for a repair. Another query follows or nobody looks. */
export const isClosed = (error: unknown): boolean =>
  namesOf(error).some(name => name === Dexie.errnames.DatabaseClosed || name === 'InvalidStateError');

/**
 * Runs a query on the open store and again when rows it read have changed.
 *
 * undefined until there is an answer. When `inputs` change, the answer to the old ones stays until the new one
 * is there: callers whose answer must belong to its input check that.
 */
export function useLive<T>(
  query: (store: CaseStore) => Promise<T>,
  inputs: readonly unknown[],
): T | undefined {
  const { store } = useOpenDesk();
  return useLiveQuery(async () => {
    try {
      return await query(store);
    } catch (error) {
      if (isClosed(error)) return undefined;
      throw error;
    }
  }, [store, ...inputs]);
}
