import type { DeskEvent } from '#shared/case/batch.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { AppendError } from '../journal/journal.types.ts';
import { openedLedger, type Desk } from './desk.ts';

/** Colleagues write at the same time only by the second; so often in a row nobody does. */
const MOST_TRIES = 5;

/** What is to be written behind a certain record, and what is told then; without events it is told at once. */
export interface Decided<T> {
  readonly events: readonly DeskEvent[];
  /** The last record the decision stands on. */
  readonly through: number;
  readonly told: T;
}

/**
 * Writes what the shell decides over a case. Where somebody wrote in between, it is decided anew over the case as it
 * is then: an event stands behind the one it was decided over, or not at all.
 */
export async function writeBehind<T, Fault>(
  desk: Desk,
  decide: () => Promise<Result<Decided<T>, Fault>>,
): Promise<Result<T, Fault | AppendError>> {
  const ledger = openedLedger(desk);
  for (let tries = 1; ; tries++) {
    const decided = await decide();
    if (!decided.ok) return decided;
    const { events, through, told } = decided.value;
    if (events.length === 0) return ok(told);
    const appended = await ledger.append(events, through);
    if (appended.ok) {
      desk.notify('journal:appended', { seq: appended.value.seq });
      return ok(told);
    }
    if (appended.error.code !== 'journal/behind' || tries === MOST_TRIES) return appended;
  }
}
