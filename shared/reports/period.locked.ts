import type { CaseEvent } from '#shared/case/case.events.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import { findPeriodById, periodOf } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CountedCase } from './counted-case.ts';
import type { Locked } from './month.corrections.ts';
import { closedOn, receivedOn, type ReportedCase } from './period.figures.ts';

/** What is written about a closed period, the first open one after it carries. */
export function lockedPeriods(period: Period, isLocked: (id: string) => boolean): Locked<string> {
  const carriedBy = (date: PlainDate): string => {
    let days = periodOf(date, period);
    while (isLocked(days.id)) days = periodOf(addDays(days.to, 1), period);
    return days.id;
  };
  return { isLocked, spanOf: date => periodOf(date, period).id, carriedBy };
}

/** Names of later periods of a kind are greater. */
const laterPeriod = (a: string, b: string): string => (a > b ? a : b);

/**
 * Folds one event into its case, with the periods it counts in: those it was received and closed in, or, where they were
 * closed when that was written down, the first open one.
 */
export function countPeriodCase(
  present: CountedCase<string> | undefined,
  event: CaseEvent,
  pack: Procedure,
  { spanOf, carriedBy }: Locked<string>,
): CountedCase<string> {
  const state = evolveCase(present?.state, event, pack);
  const received = receivedOn(state);
  // What comes from an old ledger was reported on paper, in its own period.
  const registeredIn = present?.registeredIn ?? (state.brought ? spanOf(received) : carriedBy(received));
  const closed = closedOn({ state, procedure: pack });
  if (closed === undefined) return { state, registeredIn, closedIn: null };
  return { state, registeredIn, closedIn: present?.closedIn ?? laterPeriod(carriedBy(closed), registeredIn) };
}

/** The days a case counts on where they are not its own. */
export function daysCounted(
  { state, registeredIn, closedIn }: CountedCase<string>,
  pack: Procedure,
  spanOf: Locked<string>['spanOf'],
): ReportedCase['counts'] {
  const firstOf = (span: string): PlainDate | undefined => findPeriodById(span)?.from;
  const received = registeredIn === spanOf(receivedOn(state)) ? undefined : firstOf(registeredIn);
  const on = closedOn({ state, procedure: pack });
  const closed =
    closedIn === null || on === undefined || closedIn === spanOf(on) ? undefined : firstOf(closedIn);
  if (received === undefined && closed === undefined) return undefined;
  return { ...(received ? { received } : {}), ...(closed ? { closed } : {}) };
}
