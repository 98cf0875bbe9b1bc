import type { OfficeState } from '#shared/case/office.state.ts';
import type { RecordsAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { officeState, storeMeta, type CaseStore } from '../case-store.ts';
import { ProjectionFault, projectRecords } from '../projection/project-records.ts';
import type { StoreMeta } from '../store-rows.ts';
import { beginAgain } from './begin-again.ts';
import type { RebuildReason, Verdict } from './compare-heads.ts';

/** Records projected in one transaction: long enough to be fast, short enough to show progress. */
export const BATCH = 2000;

export type ReadRecords = (from: number, most: number) => Promise<Reply<RecordsAnswer>>;

export interface FollowProgress {
  readonly phase: 'replay' | 'rebuild';
  readonly reason?: RebuildReason | 'ahead';
  readonly done: number;
  readonly total: number;
}

export interface FollowRequest {
  readonly store: CaseStore;
  readonly read: ReadRecords;
  readonly onProgress?: (progress: FollowProgress) => void;
  readonly signal?: AbortSignal;
}

export interface RebuildRequest extends FollowRequest {
  readonly newStoreId: () => string;
  /** The store was emptied and has a new name: to be remembered outside, or the next start empties it again. */
  readonly onBegun: (meta: StoreMeta) => Promise<void>;
}

export interface Followed {
  readonly meta: StoreMeta;
  readonly office: OfficeState | undefined;
}

/** Whether the journal still holds the very record the store stopped at. */
async function stillThere(meta: StoreMeta, read: ReadRecords): Promise<Reply<boolean>> {
  if (meta.seq === 0) return ok(true);
  const reply = await read(meta.seq, 1);
  return reply.ok ? ok(reply.value.records[0]?.hash === meta.hash) : reply;
}

/** Reads and projects until the store has all the journal has. */
export async function followJournal(
  request: FollowRequest,
  about: Pick<FollowProgress, 'phase' | 'reason'> = { phase: 'replay' },
): Promise<Reply<Followed>> {
  const { store, read, onProgress, signal } = request;
  let meta = await storeMeta(store);
  if (meta === undefined) throw new ProjectionFault('no-store');
  let office: OfficeState | undefined;
  for (;;) {
    if (signal?.aborted) return err({ code: 'store/cancelled' });
    const reply = await read(meta.seq + 1, BATCH);
    if (!reply.ok) return reply;
    const { records, head } = reply.value;
    if (records.length === 0) {
      if (head.seq !== meta.seq) throw new ProjectionFault('gap');
      return ok({ meta, office: office ?? (await officeState(store)) });
    }
    ({ meta, office } = await projectRecords(store, records));
    onProgress?.({ ...about, done: meta.seq, total: head.seq });
  }
}

/** Makes the store again from the first record on. Lists fill while it goes. */
export async function rebuildStore(
  request: RebuildRequest,
  reason: RebuildReason | 'ahead',
): Promise<Reply<Followed>> {
  const reply = await request.read(1, 1);
  if (!reply.ok) return reply;
  const total = reply.value.head.seq;
  request.onProgress?.({ phase: 'rebuild', reason, done: 0, total });
  await request.onBegun(await beginAgain(request.store, request.newStoreId(), total));
  return followJournal(request, { phase: 'rebuild', reason });
}

/** Carries out the verdict on an opened store. */
export async function bringUpToDate(request: RebuildRequest, verdict: Verdict): Promise<Reply<Followed>> {
  switch (verdict.kind) {
    case 'rebuild':
      return rebuildStore(request, verdict.reason);
    case 'ahead':
      return rebuildStore(request, 'ahead');
    case 'current':
    case 'replay': {
      const meta = await storeMeta(request.store);
      if (meta === undefined) throw new ProjectionFault('no-store');
      const there = await stillThere(meta, request.read);
      if (!there.ok) return there;
      if (!there.value) return rebuildStore(request, 'forked');
      return followJournal(request);
    }
  }
}
