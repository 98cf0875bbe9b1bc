import { composedPlace, inOrder, type Place } from './composed-text.ts';
import { locate, locateAll } from './locate.ts';
import { parseQuery } from './query.ts';
import { wantedOf } from './search.rows.ts';
import type { Spelling } from './spelling.ts';

/** A part of a text, from one letter to before another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Finding<P extends Place> {
  readonly place: P;
  /** In the text of the place, in order, apart from one another. */
  readonly ranges: readonly Range[];
}

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const apart: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && range.from <= last.to)
      apart.splice(-1, 1, { from: last.from, to: Math.max(last.to, range.to) });
    else apart.push(range);
  }
  return apart;
}

/** The place of a case that what was typed is found in, the best of them, and all that matches there. */
export function findingIn<P extends Place>(
  places: readonly P[],
  typed: string,
  spelling: Spelling,
): Finding<P> | undefined {
  const composed = inOrder(places).map(place => {
    const { text, from, to } = composedPlace(place);
    return { place, letters: spelling.lettersOf(text), from, to };
  });
  let best: { readonly rank: number; readonly place: P; readonly ranges: readonly Range[] } | undefined;
  for (const alternative of parseQuery(typed)) {
    const terms = alternative.map(term => wantedOf(term, spelling));
    const spots = terms.map(term =>
      composed
        .flatMap(each => {
          const spot = locate(each.letters, term, spelling);
          return spot ? [{ each, rank: spot.rank }] : [];
        })
        .reduce<{ each: (typeof composed)[number]; rank: number } | undefined>(
          (first, next) => (first && first.rank <= next.rank ? first : next),
          undefined,
        ),
    );
    const first = spots.reduce((one, next) => (one && next && one.rank <= next.rank ? one : next));
    if (!first || spots.includes(undefined) || (best && best.rank <= first.rank)) continue;
    const { place, letters, from, to } = first.each;
    const ranges = terms.flatMap(term =>
      locateAll(letters, term, spelling).map(spot => ({
        from: from[spot.from] ?? 0,
        to: to[spot.to - 1] ?? 0,
      })),
    );
    best = { rank: first.rank, place, ranges: merged(ranges) };
  }
  return best && { place: best.place, ranges: best.ranges };
}

const BEFORE = 8;
const AFTER = 28;

/** What stands around the first match, on one line. */
export function excerptOf(text: string, ranges: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const first = ranges[0] ?? { from: 0, to: 0 };
  const start = first.from <= BEFORE + 2 ? 0 : first.from - BEFORE;
  const end = text.length <= first.to + AFTER + 2 ? text.length : first.to + AFTER;
  const say = (from: number, to: number, hit: boolean, [before, after] = ['', '']): void => {
    const part = text.slice(Math.max(from, start), Math.min(to, end)).replace(/\s+/gu, ' ');
    if (before + part + after !== '') pieces.push({ text: before + part + after, hit });
  };
  let at = start;
  for (const { from, to } of ranges) {
    if (from >= end) break;
    say(at, from, false, [at === start && start > 0 ? '…' : '', '']);
    say(from, to, true);
    at = to;
  }
  say(Math.min(at, end), end, false, ['', end < text.length ? '…' : '']);
  return pieces;
}
