import type { CaseId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Sealed } from './sealing/seal.ts';

/** `done` reached its aim, `ended` stopped without it (withdrawn, terminated). */
export type CaseStatus = 'open' | 'done' | 'ended';

export type Shelf = 'open' | 'closed';

/**
 * A case in the working store.
 *
 * Everything but `sealed` can be read by whoever holds the disk: so it is only what lists are sorted and cut by,
 * and nothing that tells of a person.
 */
export interface CaseRow {
  readonly id: CaseId;
  readonly number: string;
  /** The number with its digits padded, so that 号9999 comes before 号10000. */
  readonly order: string;
  readonly received: PlainDate;
  readonly shelf: Shelf;
  readonly status: CaseStatus;
  readonly state: string;
  readonly category: string;
  /** The last day of the clock that runs out first; empty for none and for a paused one. */
  readonly due: string;
  /** The `CaseState`. */
  readonly sealed: Sealed;
}

export interface EventRow {
  readonly case: CaseId;
  readonly seq: number;
  /** Number of the journal record it came in. */
  readonly record: number;
  /** The `CaseEvent`. */
  readonly sealed: Sealed;
}

/** An event of a record the journal has lost since: kept, for the paper may be out already. */
export interface OrphanRow extends EventRow {
  readonly n?: number;
}

export interface OfficeRow {
  readonly id: 'office';
  /** The `OfficeState`. */
  readonly sealed: Sealed;
}

/** How far the store has followed the journal, written in the transaction that followed it. */
export interface StoreMeta {
  readonly id: 'store';
  readonly storeId: string;
  readonly seq: number;
  readonly hash: string;
  /** What the rows were computed with; other packs or calendars make other rows. */
  readonly projection: string;
  readonly cases: number;
  readonly events: number;
}
