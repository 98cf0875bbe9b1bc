import type { OfficeEvent } from '#shared/case/office.events.ts';
import { dateOf } from '#shared/core/instant.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import { countsIn } from './counted-case.ts';

interface Numbers {
  readonly counter: string;
  readonly from: number;
  readonly to: number;
}

/** What became of the numbers of all series, in the order of the journal. */
export interface NumberTrail {
  readonly given: readonly {
    readonly counter: string;
    readonly n: number;
    readonly number: string;
    readonly month: PlainMonth;
  }[];
  readonly voided: readonly {
    readonly number: string;
    readonly reason: string;
    readonly month: PlainMonth;
  }[];
  /** Stand elsewhere: with another desk, or in the old ledger that was brought along. */
  readonly elsewhere: readonly Numbers[];
}

/** The trail of a journal, event by event; grows in place, for there is one number a case. */
export function numberTrail(): NumberTrail & {
  /** Months from `openFrom` on are open. */
  readonly follow: (event: OfficeEvent, openFrom: PlainMonth) => void;
} {
  const given: NumberTrail['given'][number][] = [];
  const voided: NumberTrail['voided'][number][] = [];
  const elsewhere: Numbers[] = [];
  const follow = (event: OfficeEvent, openFrom: PlainMonth): void => {
    const month = countsIn(monthOf(dateOf(event.at)), openFrom);
    if (event.type === 'number-allocated') {
      const { counter, n, number } = event;
      given.push({ counter, n, number, month });
    } else if (event.type === 'number-voided') {
      const { number, reason } = event;
      voided.push({ number, reason, month });
    } else if (event.type === 'block-reserved') {
      const { counter, from, to } = event;
      elsewhere.push({ counter, from, to });
    } else if (event.type === 'cases-imported') elsewhere.push(...event.raised);
  };
  return { given, voided, elsewhere, follow };
}

/** Numbers that were left out between two that were given. */
export interface NumberGap {
  /** As the one before the gap is written. */
  readonly after: string;
  readonly from: number;
  readonly to: number;
}

const within = (n: number, { from, to }: Pick<Numbers, 'from' | 'to'>): boolean => from <= n && n <= to;

/** The gaps that show in a month: found by the number that was given after them. */
export function numberGaps({ given, elsewhere }: NumberTrail, month: PlainMonth): readonly NumberGap[] {
  const last = new Map<string, { readonly n: number; readonly number: string }>();
  const gaps: NumberGap[] = [];
  for (const each of given) {
    const before = last.get(each.counter);
    last.set(each.counter, each);
    if (before === undefined || each.month !== month) continue;
    const others = elsewhere.filter(({ counter }) => counter === each.counter);
    let n = before.n + 1;
    while (n < each.n) {
      const away = others.find(range => within(n, range));
      if (away !== undefined) {
        n = away.to + 1;
        continue;
      }
      const next = Math.min(each.n, ...others.map(({ from }) => from).filter(from => from > n));
      gaps.push({ after: before.number, from: n, to: next - 1 });
      n = next;
    }
  }
  return gaps;
}
