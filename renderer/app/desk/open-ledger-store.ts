import type { CaseStore } from '#renderer/db/case-store.ts';
import { closeStore } from '#renderer/db/case-store.ts';
import type { IndexedDb } from '#renderer/db/desk-database.ts';
import { bringUpToDate, type Followed, type FollowProgress } from '#renderer/db/opening/follow-journal.ts';
import { journalReach, type JournalReach, type ReadRecords } from '#renderer/db/opening/journal-reach.ts';
import { findLostCases, lastOrphan } from '#renderer/db/opening/lost-cases.ts';
import type { Verdict } from '#renderer/db/opening/compare-heads.ts';
import { namesOf } from '#renderer/db/opening/open-with-retries.ts';
import { openStore } from '#renderer/db/opening/open-store.ts';
import type { ProjectionContext } from '#renderer/db/projection/projection.context.ts';
import type { StoreMeta } from '#renderer/db/store-rows.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { err, ok } from '#shared/core/result.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import type { Trouble } from '#renderer/db/live/desk.types.ts';
import { askShell } from './ask-shell.ts';

export interface LedgerStoreRequest {
  readonly api: DeskApi;
  readonly idb: IndexedDb;
  readonly key: CryptoKey;
  readonly context: ProjectionContext;
  readonly wait: (ms: number) => Promise<void>;
  readonly newStoreId: () => string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: FollowProgress) => void;
}

/** With what its sentence names. */
export interface StoreTrouble extends Trouble {
  readonly detail?: NonNullable<DeskFault['detail']>;
}

export interface LedgerStore {
  readonly store: CaseStore;
  readonly meta: StoreMeta;
  readonly office: OfficeState | undefined;
  readonly trouble: StoreTrouble | null;
}

export const readRecords = (api: DeskApi): ReadRecords =>
  Object.assign(
    (...[from, most]: Parameters<ReadRecords>) => askShell(() => api.journal.read({ from, most })),
    { verify: () => askShell(() => api.journal.verify()) },
  );

/** Something of IndexedDB that no one foresaw: its names, never its words. */
export const storeFault = (error: unknown): DeskFault => ({
  code: 'store/failed',
  detail: { errors: namesOf(error).join(' < ') },
});

export const setMark = (api: DeskApi, { storeId, seq, hash, cases }: StoreMeta): Promise<Reply<null>> =>
  askShell(() => api.store.setMark({ storeId, seq, hash, cases }));

/** Numbers named on the page; a long list would push its end off the screen. */
const MOST_NUMBERS = 20;

async function troubleOf(
  { store, damagedFrom }: Followed & { readonly store: CaseStore },
  verdict: Verdict,
  { head }: JournalReach,
  toldUpTo: number,
): Promise<StoreTrouble | null> {
  if (damagedFrom !== undefined) return { code: 'journal/damaged', seq: damagedFrom };
  const lost = await findLostCases(store, toldUpTo);
  if (lost) {
    const numbers =
      lost.numbers.slice(0, MOST_NUMBERS).join(' ') + (lost.numbers.length > MOST_NUMBERS ? ' …' : '');
    const detail = { events: lost.events, cases: lost.numbers.length, numbers };
    return { code: 'store/ahead-of-journal', seq: head.seq, detail };
  }
  if (verdict.kind !== 'ahead') return null;
  return { code: 'store/journal-shorter', seq: head.seq, detail: { records: verdict.seen - head.seq } };
}

/** Opens the working store and has it follow the journal to its end, from the beginning where it must. */
export async function openLedgerStore(request: LedgerStoreRequest): Promise<Reply<LedgerStore>> {
  const { api, idb, key, context, wait, newStoreId, signal, onProgress } = request;
  const read = readRecords(api);
  const [mark, reach] = await Promise.all([askShell(() => api.store.mark()), journalReach(read)]);
  if (!mark.ok) return mark;
  if (!reach.ok) return reach;

  const { head, damagedFrom } = reach.value;
  const isDamaged = damagedFrom !== undefined;
  const opened = await openStore({ idb, key, context, mark: mark.value, head, isDamaged, wait });
  if (!opened.ok) {
    const { code, ...detail } = opened.error;
    return err({ code, detail });
  }
  const { store, verdict } = opened.value;
  try {
    const toldUpTo = await lastOrphan(store);
    const reply = await bringUpToDate(
      {
        store,
        read,
        newStoreId,
        signal,
        onBegun: async meta => {
          await setMark(api, meta);
        },
        ...(onProgress ? { onProgress } : {}),
      },
      verdict,
    );
    if (!reply.ok) {
      closeStore(store);
      return reply;
    }
    const { meta, office } = reply.value;
    const trouble = await troubleOf({ store, ...reply.value }, verdict, reach.value, toldUpTo);
    if (office === undefined && trouble?.code === 'journal/damaged') {
      closeStore(store);
      return err({ code: trouble.code, detail: { seq: trouble.seq } });
    }
    return ok({ store, meta, office, trouble });
  } catch (error) {
    closeStore(store);
    return err(storeFault(error));
  }
}
