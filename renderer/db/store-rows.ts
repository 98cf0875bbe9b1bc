import type { CaseEvent } from '#shared/case/case.events.ts';
import type { WaitingPapers } from '#shared/case/waiting-papers.ts';
import type { CaseId, DocumentId, ImportId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Sealed } from './sealing/seal.ts';

/** `done` reached its aim, `ended` stopped without it (withdrawn, terminated). */
export type CaseStatus = 'open' | 'done' | 'ended';

export type Shelf = 'open' | 'closed';

/**
 * A case in the working store.
 *
 * Everything but `sealed` can be read by whoever holds the disk: so it is only what lists are sorted and cut by
 * or a paper is found by,
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
  /** Id of its pack. */
  readonly procedure: string;
  readonly state: string;
  readonly category: string;
  /** The last day of the clock that runs out first; empty for none and for a paused one. */
  readonly due: string;
  /** The last days of all its limits that run. */
  readonly dues: readonly PlainDate[];
  /** No later than the day from which it is on the desk; empty while nothing can come of itself. */
  readonly wakes: PlainDate | '';
  /** The day it was closed; empty while it is open. */
  readonly closed: PlainDate | '';
  /** Closed, and a limit was met late. */
  readonly late: boolean;
  /** Whose approval it waits for. */
  readonly asks: readonly Role[];
  /** In which lists of papers it stands. */
  readonly papers: readonly WaitingPapers[];
  /** Its papers, which the codes on their pages name. */
  readonly documents: readonly DocumentId[];
  /** The old ledger it was brought along with. */
  readonly brought?: ImportId;
  /** The `CaseState`. */
  readonly sealed: Sealed;
}

/**
 * Events of one case that were projected together: one of them as a rule, more in a rebuild, where writing rows is
 * what takes the time.
 */
export interface EventRow {
  readonly case: CaseId;
  /** Of the first one. */
  readonly seq: number;
  /** Number of the journal record the last one came in. */
  readonly record: number;
  /** The `RecordedEvent`s in order. */
  readonly sealed: Sealed;
}

export interface RecordedEvent {
  readonly record: number;
  readonly event: CaseEvent;
}

/** Events of records the journal has lost since: kept, for the paper may be out already. */
export interface OrphanRow extends EventRow {
  readonly n?: number;
  /** Those of later records are the lost ones. */
  readonly after: number;
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
  /** Rows, as with the cases: counted again at every start. */
  readonly events: number;
}
