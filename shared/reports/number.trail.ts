import type { OfficeEvent } from '#shared/case/office.events.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate, PlainMonth } from '#shared/core/plain-date.ts';

interface Numbers {
  readonly counter: string;
  readonly from: number;
  readonly to: number;
}

/** What became of the numbers of all series, in the order of the journal, by month or by another period. */
export interface NumberTrail<Span extends string = PlainMonth> {
  readonly given: readonly {
    readonly counter: string;
    readonly n: number;
    readonly number: string;
    readonly in: Span;
  }[];
  readonly voided: readonly {
    readonly number: string;
    readonly reason: string;
    readonly in: Span;
  }[];
  /** Stand elsewhere: with another desk, or in the old ledger that was brought along. */
  readonly elsewhere: readonly Numbers[];
}

/** The trail of a journal, event by event; grows in place, for there is one number a case. */
export function numberTrail<Span extends string = PlainMonth>(): NumberTrail<Span> & {
  /** Given what takes in something of a day. */
  readonly follow: (event: OfficeEvent, carriedBy: (date: PlainDate) => Span) => void;
} {
  const given: NumberTrail<Span>['given'][number][] = [];
  const voided: NumberTrail<Span>['voided'][number][] = [];
  const elsewhere: Numbers[] = [];
  const follow = (event: OfficeEvent, carriedBy: (date: PlainDate) => Span): void => {
    const span = carriedBy(dateOf(event.at));
    if (event.type === 'number-allocated') {
      const { counter, n, number } = event;
      given.push({ counter, n, number, in: span });
    } else if (event.type === 'number-voided') {
      const { number, reason } = event;
      voided.push({ number, reason, in: span });
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

/** The gaps that show in a month or period: found by the number that was given after them. */
export function numberGaps<Span extends string>(
  { given, elsewhere }: NumberTrail<Span>,
  span: Span,
): readonly NumberGap[] {
  const last = new Map<string, { readonly n: number; readonly number: string }>();
  const gaps: NumberGap[] = [];
  for (const each of given) {
    const before = last.get(each.counter);
    last.set(each.counter, each);
    if (before === undefined || each.in !== span) continue;
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
