import type { OfficeEvent } from '#shared/case/office.events.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { openAfterLock } from './counted-case.ts';
import type { Locked } from './month.corrections.ts';
import type { PeriodFigures } from './period.figures.ts';
import { lockedPeriods } from './period.locked.ts';

/** When a period was closed, and what it told where that is kept: that of a month is counted from its books. */
export interface PeriodClosed {
  readonly at: Instant;
  readonly figures?: PeriodFigures;
}

/** Which periods are closed, while the journal is gone through. */
export interface PeriodClosings {
  readonly follow: (event: OfficeEvent) => void;
  readonly locked: Locked<string>;
  readonly find: (period: string) => PeriodClosed | undefined;
}

/** Periods of a duty are closed one by one, each by a record of its own. */
export function dutyClosings(of: { procedure: string; duty: string }, period: Period): PeriodClosings {
  const closed = new Map<string, PeriodClosed>();
  return {
    follow: event => {
      if (event.type !== 'duty-done' || !event.close || closed.has(event.period)) return;
      if (event.procedure === of.procedure && event.duty === of.duty)
        closed.set(event.period, { at: event.at, figures: event.close.figures });
    },
    locked: lockedPeriods(period, id => closed.has(id)),
    find: id => closed.get(id),
  };
}

/** Months are closed by the lock of the office, which closes those before it as well, back to its founding. */
export function monthClosings(): PeriodClosings {
  const closed = new Map<string, PeriodClosed>();
  let open: { readonly founded: PlainMonth; readonly from: PlainMonth } | undefined;
  return {
    follow: event => {
      if (event.type === 'office-founded') {
        const founded = monthOf(dateOf(event.at));
        open = { founded, from: founded };
      } else if (event.type === 'month-locked' && open) {
        open = { ...open, from: openAfterLock(open.from, event.period) };
        if (!closed.has(event.period)) closed.set(event.period, { at: event.at });
      }
    },
    // A month before the founding is never locked: it keeps what came in during it and is entered now.
    locked: lockedPeriods('month', id => open !== undefined && open.founded <= id && id < open.from),
    find: id => closed.get(id),
  };
}
