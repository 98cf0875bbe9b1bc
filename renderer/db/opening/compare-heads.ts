import type { StoreMarkAnswer } from '#shared/ipc/answers.ts';
import type { StoreMeta } from '../store-rows.ts';

export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

/** Why a store is made again from the journal. */
export type RebuildReason =
  /** There never was one on this PC. */
  | 'new'
  /** There was one, and it is gone: IndexedDB was wiped. */
  | 'lost'
  /** It is not the one that was here last: an older copy, or that of another ledger. */
  | 'other-store'
  /** It knows less than it did: commits were lost. */
  | 'went-back'
  | 'rows-missing'
  /** Rows do not open with the key of this ledger. */
  | 'unreadable'
  /** Other packs, calendars or a newer program: the rows would come out different. */
  | 'outdated'
  /** It followed another journal. */
  | 'forked'
  /** Somebody asked for it. */
  | 'asked';

export type Verdict =
  | { readonly kind: 'current' }
  | { readonly kind: 'replay' }
  | { readonly kind: 'rebuild'; readonly reason: RebuildReason }
  /** The journal is damaged and the store knows more: it stays as it is, to be read. */
  | { readonly kind: 'keep' }
  /** The store, or the mark of it, has seen records the journal no longer has. The person is told. */
  | { readonly kind: 'ahead'; readonly seen: number };

/** What the store looked like when it was opened. */
export interface FoundStore {
  readonly meta: StoreMeta | undefined;
  readonly cases: number;
  readonly events: number;
  /** Chromium said that it dropped data, or the database was suddenly new. */
  readonly wiped: boolean;
  readonly readable: boolean;
}

const rebuild = (reason: RebuildReason): Verdict => ({ kind: 'rebuild', reason });

const isWhole = (meta: StoreMeta, { cases, events, wiped, readable }: FoundStore): boolean =>
  readable && !wiped && cases === meta.cases && events === meta.events;

/**
 * Whom to believe: the journal, always. The question is how much of the store can be kept.
 *
 * Of a damaged journal only the part before the damage is there to be believed. What the store knows beyond it
 * may be the last copy, and nothing is written any more that could contradict it.
 */
export function compareHeads(
  mark: StoreMarkAnswer,
  found: FoundStore,
  journal: JournalHead,
  projection: string,
  isDamaged = false,
): Verdict {
  const { meta } = found;
  if (isDamaged && meta && meta.seq > journal.seq && isWhole(meta, found)) return { kind: 'keep' };
  const marked = mark.state === 'present' ? mark.mark : undefined;
  const seen = Math.max(marked?.seq ?? 0, meta?.seq ?? 0);
  if (!isDamaged && seen > journal.seq) return { kind: 'ahead', seen };

  if (meta === undefined) return rebuild(marked || found.wiped ? 'lost' : 'new');
  if (!found.readable) return rebuild('unreadable');
  if (meta.projection !== projection) return rebuild('outdated');
  if (marked !== undefined && marked.storeId !== meta.storeId) return rebuild('other-store');
  if (marked !== undefined && meta.seq < marked.seq) return rebuild('went-back');
  if (!isWhole(meta, found)) return rebuild('rows-missing');
  if (meta.seq < journal.seq) return { kind: 'replay' };
  return meta.seq === 0 || meta.hash === journal.hash ? { kind: 'current' } : rebuild('forked');
}
