import type { Clock } from '#shared/case/clocks.ts';
import type { CaseId, DocumentId, EventId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Text } from '#shared/core/text.ts';
import type { DutyPeriod } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { TransferStanding } from './transfers.out.ts';

/** Why something is on the desk today, the most pressing first. A thing is there for one of them only. */
export const AGENDA_KINDS = [
  'overdue',
  'today',
  'progress',
  'escalated',
  'asked',
  'transfer',
  'near',
  'contact',
  'signature',
  'duty',
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export const DUTY_STANDINGS = ['overdue', 'today', 'near'] as const;
export type DutyStanding = (typeof DUTY_STANDINGS)[number];

interface Common {
  /** The thing itself, whatever its kind is today: a limit of a case, a paper, a period of a duty. */
  readonly key: string;
  /** What is due, in the words of the procedure: 答复, 上报汇总表. */
  readonly what: Text;
  /** Why, in the words of the procedure. */
  readonly reason: Text;
}

interface OfCase extends Common {
  readonly case: CaseId;
  readonly number: string;
}

/** A limit of a case that runs. */
export interface ClockEntry extends OfCase {
  readonly kind: 'overdue' | 'today' | 'progress' | 'near' | 'contact';
  readonly clock: Clock;
  /** The step that meets it, by its name; undefined where it is met in another way. */
  readonly step?: Text;
}

/** The ladder went up, and nobody said yet that it was taken on. */
export interface EscalatedEntry extends OfCase {
  readonly kind: 'escalated';
  readonly since: Instant;
}

/** A colleague waits for an approval that one's own role gives. */
export interface AskedEntry extends OfCase {
  readonly kind: 'asked';
  readonly request: EventId;
  readonly since: Instant;
  readonly by: string;
}

/** Another office sent it back, or has not answered for long. */
export interface TransferEntry extends OfCase {
  readonly kind: 'transfer';
  readonly standing: TransferStanding;
  /** The name of the other office. */
  readonly to: string;
  readonly since: Instant;
}

/** Printed, to be signed, and not back. */
export interface SignatureEntry extends OfCase {
  readonly kind: 'signature';
  readonly document: DocumentId;
  readonly since: Instant;
}

/** Work that comes back with the calendar and hangs on no case. */
export interface DutyEntry extends Common {
  readonly kind: 'duty';
  readonly standing: DutyStanding;
  readonly procedure: string;
  readonly of: Text;
  readonly duty: string;
  /** Id of the report it produces. */
  readonly report?: string;
  readonly every: Period;
  readonly period: DutyPeriod;
}

export type CaseEntry = ClockEntry | EscalatedEntry | AskedEntry | TransferEntry | SignatureEntry;
export type AgendaEntry = CaseEntry | DutyEntry;
