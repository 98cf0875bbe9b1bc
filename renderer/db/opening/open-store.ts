import type { StoreMarkAnswer } from '#shared/ipc/answers.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { caseStore, closeStore, officeState, openCaseRow, storeMeta, type CaseStore } from '../case-store.ts';
import { DeskDatabase, type IndexedDb } from '../desk-database.ts';
import type { ProjectionContext } from '../projection/projection.context.ts';
import type { StoreMeta } from '../store-rows.ts';
import { compareHeads, type FoundStore, type JournalHead, type Verdict } from './compare-heads.ts';
import { LATEST_VERSION } from '../migrations/migrations.ts';
import { inspectDatabase } from './inspect-database.ts';
import { namesOf, openWithRetries } from './open-with-retries.ts';

export const STORE_NAME = 'phoenix-desk';

export type StoreFault =
  /** Written by a newer version of the program. */
  | { readonly code: 'store/newer-version' }
  /** The names of the errors, outermost first; never what they say. */
  | { readonly code: 'store/cannot-open'; readonly errors: string };

export interface OpenStoreRequest {
  readonly idb: IndexedDb;
  readonly key: CryptoKey;
  readonly context: ProjectionContext;
  /** What the shell remembers of the store, outside IndexedDB. */
  readonly mark: StoreMarkAnswer;
  readonly head: JournalHead;
  /** Behind that head the journal cannot be read. */
  readonly isDamaged?: boolean;
  readonly wait: (ms: number) => Promise<void>;
}

export interface OpenedStore {
  readonly store: CaseStore;
  readonly verdict: Verdict;
}

/** Rows opened at every start. */
const SAMPLE = 8;

class NewerStore extends Error {}

/** Dexie would open it all the same and take its tables for its own. It counts in tenths for IndexedDB. */
const isNewer = (version: number): boolean => Math.floor(version / 10) > LATEST_VERSION;

/** The newest cases stand where a broken end would be; and one opened row tells that the key fits. */
async function opens(store: CaseStore, meta: StoreMeta | undefined): Promise<boolean> {
  try {
    const rows = await store.db.cases.orderBy('id').reverse().limit(SAMPLE).toArray();
    await Promise.all(rows.map(row => openCaseRow(store, row)));
    return (await officeState(store)) !== undefined || meta?.seq === 0;
  } catch (error) {
    if (namesOf(error).includes('OperationError')) return false;
    throw error;
  }
}

async function look(store: CaseStore, wiped: boolean): Promise<FoundStore> {
  const meta = await storeMeta(store);
  const [cases, events, readable] = await Promise.all([
    store.db.cases.count(),
    store.db.events.count(),
    opens(store, meta),
  ]);
  return { meta, cases, events, wiped, readable };
}

/** Opens the store and says how far it can be trusted. Nothing is written or deleted yet. */
export async function openStore(request: OpenStoreRequest): Promise<Result<OpenedStore, StoreFault>> {
  const { idb, key, context, mark, head, isDamaged, wait } = request;
  let wiped = false;
  try {
    const store = await openWithRetries(async () => {
      const { fresh, dataLoss, version } = await inspectDatabase(idb.indexedDB, STORE_NAME);
      wiped ||= dataLoss || (fresh && mark.state === 'present');
      if (isNewer(version)) throw new NewerStore();
      const db = new DeskDatabase(STORE_NAME, idb);
      try {
        await db.open();
      } catch (error) {
        db.close();
        throw error;
      }
      return caseStore(db, key, context);
    }, wait);
    try {
      const found = await look(store, wiped);
      return ok({ store, verdict: compareHeads(mark, found, head, context.fingerprint, isDamaged) });
    } catch (error) {
      closeStore(store);
      throw error;
    }
  } catch (error) {
    return err(
      error instanceof NewerStore
        ? { code: 'store/newer-version' }
        : { code: 'store/cannot-open', errors: namesOf(error).join(' < ') },
    );
  }
}
