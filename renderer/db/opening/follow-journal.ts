import type { OfficeState } from '#shared/case/office.state.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { officeState, storeMeta, type CaseStore } from '../case-store.ts';
import { ProjectionFault, projectRecords } from '../projection/project-records.ts';
import type { StoreMeta } from '../store-rows.ts';
import { beginAgain } from './begin-again.ts';
import type { RebuildReason, Verdict } from './compare-heads.ts';
import { damageIn, journalReach, type ReadRecords } from './journal-reach.ts';

/** Records projected in one transaction: long enough to be fast, short enough to show progress. */
export const BATCH = 2000;

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
  /** The journal is damaged from that record on; the store goes as far as it can. */
  readonly damagedFrom?: number;
}

/** The journal turned out to be damaged while the store followed it: the store has to be opened anew, to say so. */
export class JournalEnded extends Error {
  override readonly name = 'JournalEnded';
}

/** Whether the journal still holds the very record the store stopped at. */
async function stillThere(meta: StoreMeta, read: ReadRecords): Promise<Reply<boolean>> {
  if (meta.seq === 0) return ok(true);
  const reply = await read(meta.seq, 1);
  return reply.ok ? ok(reply.value.records[0]?.hash === meta.hash) : reply;
}

/** The store as it is, for a journal that does not lead farther. */
async function asItIs(store: CaseStore, damagedFrom?: number): Promise<Reply<Followed>> {
  const [meta, office] = await Promise.all([storeMeta(store), officeState(store)]);
  if (meta === undefined) throw new ProjectionFault('no-store');
  return ok({ meta, office, ...(damagedFrom === undefined ? {} : { damagedFrom }) });
}

/** Reads and projects until the store has all that can be read. */
async function followToTheEnd(
  request: FollowRequest,
  about: Pick<FollowProgress, 'phase' | 'reason'>,
): Promise<Reply<Followed>> {
  const { store, read, onProgress, signal } = request;
  let meta = await storeMeta(store);
  if (meta === undefined) throw new ProjectionFault('no-store');
  let office: OfficeState | undefined;
  for (;;) {
    if (signal?.aborted) return err({ code: 'store/cancelled' });
    const reply = await read(meta.seq + 1, BATCH);
    const damagedFrom = damageIn(reply);
    if (damagedFrom !== undefined) return await asItIs(store, damagedFrom);
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

/** Follows while the ledger is open. Throws `JournalEnded` where the journal is damaged. */
export async function followJournal(request: FollowRequest): Promise<Reply<Followed>> {
  const reply = await followToTheEnd(request, { phase: 'replay' });
  if (reply.ok && reply.value.damagedFrom !== undefined) throw new JournalEnded();
  return reply;
}

/** Reasons for which a store is made again that could go on being read. */
const READABLE: readonly (RebuildReason | 'ahead')[] = ['asked', 'outdated'];

/** Makes the store again from the first record on. Lists fill while it goes. */
export async function rebuildStore(
  request: RebuildRequest,
  reason: RebuildReason | 'ahead',
): Promise<Reply<Followed>> {
  const { store, read } = request;
  const before = await storeMeta(store);
  if (before !== undefined && before.seq > 0) {
    // A quickly opened journal may be damaged in its middle, and this store the last copy of what follows.
    const checked = await read.verify?.();
    if (checked && !checked.ok && checked.error.code.startsWith('storage/')) return checked;
  }
  const reach = await journalReach(read);
  if (!reach.ok) return reach;
  const { head, damagedFrom } = reach.value;
  if (damagedFrom !== undefined && (before?.seq ?? 0) > head.seq && READABLE.includes(reason))
    return asItIs(store, damagedFrom);
  request.onProgress?.({ phase: 'rebuild', reason, done: 0, total: head.seq });
  // Where the two histories part is not known: all of the store's own is put aside.
  const keepAfter = reason === 'forked' ? 0 : head.seq;
  await request.onBegun(await beginAgain(store, request.newStoreId(), keepAfter));
  return followToTheEnd(request, { phase: 'rebuild', reason });
}

/** Carries out the verdict on an opened store. */
export async function bringUpToDate(request: RebuildRequest, verdict: Verdict): Promise<Reply<Followed>> {
  switch (verdict.kind) {
    case 'rebuild':
      return rebuildStore(request, verdict.reason);
    case 'ahead':
      return rebuildStore(request, 'ahead');
    case 'keep': {
      const reach = await journalReach(request.read);
      return reach.ok ? asItIs(request.store, reach.value.damagedFrom) : reach;
    }
    case 'current':
    case 'replay': {
      const meta = await storeMeta(request.store);
      if (meta === undefined) throw new ProjectionFault('no-store');
      const there = await stillThere(meta, request.read);
      const damagedFrom = damageIn(there);
      if (damagedFrom !== undefined) return asItIs(request.store, damagedFrom);
      if (!there.ok) return there;
      if (!there.value) return rebuildStore(request, 'forked');
      return followToTheEnd(request, { phase: 'replay' });
    }
  }
}
