import type { CaseStore } from '#renderer/db/case-store.ts';
import { closeStore } from '#renderer/db/case-store.ts';
import type { IndexedDb } from '#renderer/db/desk-database.ts';
import { bringUpToDate, type FollowProgress, type ReadRecords } from '#renderer/db/opening/follow-journal.ts';
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

export interface LedgerStore {
  readonly store: CaseStore;
  readonly meta: StoreMeta;
  readonly office: OfficeState | undefined;
  readonly trouble: Trouble | null;
}

export const readRecords =
  (api: DeskApi): ReadRecords =>
  (from, most) =>
    askShell(() => api.journal.read({ from, most }));

/** Something of IndexedDB that no one foresaw: its names, never its words. */
export const storeFault = (error: unknown): DeskFault => ({
  code: 'store/failed',
  detail: { errors: namesOf(error).join(' < ') },
});

export const setMark = (api: DeskApi, { storeId, seq, hash, cases }: StoreMeta): Promise<Reply<null>> =>
  askShell(() => api.store.setMark({ storeId, seq, hash, cases }));

/** Opens the working store and has it follow the journal to its end, from the beginning where it must. */
export async function openLedgerStore(request: LedgerStoreRequest): Promise<Reply<LedgerStore>> {
  const { api, idb, key, context, wait, newStoreId, signal, onProgress } = request;
  const read = readRecords(api);
  const [mark, journal] = await Promise.all([askShell(() => api.store.mark()), read(1, 1)]);
  if (!mark.ok) return mark;
  if (!journal.ok) return journal;

  const { head } = journal.value;
  const opened = await openStore({ idb, key, context, mark: mark.value, head, wait });
  if (!opened.ok) {
    const { code, ...detail } = opened.error;
    return err({ code, detail });
  }
  const { store, verdict } = opened.value;
  try {
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
    const trouble = verdict.kind === 'ahead' ? { code: 'store/ahead-of-journal', seq: head.seq } : null;
    return ok({ store, ...reply.value, trouble });
  } catch (error) {
    closeStore(store);
    return err(storeFault(error));
  }
}
