import type { CaseEvent } from '#shared/case/case.events.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { dateOf } from '#shared/core/instant.ts';
import { addMonthsTo, monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** A case with the months, or other periods, it counts in; a month once settled stays, whatever is locked later. */
export interface CountedCase<Span extends string = PlainMonth> {
  readonly state: CaseState;
  /** The one month whose figures and register it stands in. */
  readonly registeredIn: Span;
  /** The month its closing counts in; null while it is open. */
  readonly closedIn: Span | null;
}

const later = (a: PlainMonth, b: PlainMonth): PlainMonth => (a > b ? a : b);
const earlier = (a: PlainMonth, b: PlainMonth): PlainMonth => (a < b ? a : b);

/** The first month that still takes something in: a locked month closes those before it too. */
export const openAfterLock = (openFrom: PlainMonth, locked: PlainMonth): PlainMonth =>
  later(openFrom, addMonthsTo(locked, 1));

/**
 * The month in which something counts: the one it happened in, or, where that was closed when it was written
 * down, the first that was open. What counts is the order of the journal, not the clock.
 */
export const countsIn = (happened: PlainMonth, openFrom: PlainMonth): PlainMonth => later(happened, openFrom);

export const isOpen = (procedure: Pick<Procedure, 'tracks'>, state: CaseState): boolean =>
  Object.entries(state.tracks).some(
    ([id, { state: at }]) =>
      procedure.tracks.find(track => track.id === id)?.states.find(({ id: name }) => name === at)?.kind ===
      'open',
  );

const wasOpen = (procedure: Pick<Procedure, 'tracks'>, present: CountedCase | undefined): boolean =>
  present !== undefined && isOpen(procedure, present.state);

/** Folds one event into its case, while months from `openFrom` on are open. */
export function countCase(
  present: CountedCase | undefined,
  event: CaseEvent,
  procedure: Pick<Procedure, 'tracks'>,
  openFrom: PlainMonth,
): CountedCase {
  const state = evolveCase(present?.state, event, procedure);
  // A date of receipt yet to come is a slip of the pen, and no month waits for it.
  const received = earlier(monthOf(dateOf(state.receivedAt)), monthOf(dateOf(state.registeredAt)));
  const { brought } = state;
  // What comes from an old ledger was reported on paper, in its own month: no later one is made larger by it.
  const registeredIn = present?.registeredIn ?? (brought ? received : countsIn(received, openFrom));
  if (Object.keys(state.tracks).length === 0 || isOpen(procedure, state))
    return { state, registeredIn, closedIn: null };
  if (brought?.closed && (present?.closedIn ?? null) === null && !wasOpen(procedure, present))
    return { state, registeredIn, closedIn: null };
  const closed = countsIn(monthOf(dateOf(event.at)), later(openFrom, registeredIn));
  return { state, registeredIn, closedIn: present?.closedIn ?? closed };
}
