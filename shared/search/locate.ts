import { ReadFinder, WrittenFinder, type Finder } from './finder.ts';
import type { Wanted } from './search.rows.ts';
import type { Spelling } from './spelling.ts';

/** Where a word stands in a composed text. */
export interface Spot {
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

const spotOf = ({ rank, from, to }: Finder): Spot => ({ rank, from, to });

function bestSpot(finder: Finder, letters: Uint16Array): Spot | undefined {
  let best: Spot | undefined;
  finder.begin(letters, 0, letters.length);
  while (finder.next()) {
    if (!best || finder.rank < best.rank) best = spotOf(finder);
    finder.better = best.rank;
    if (finder.isBest) break;
  }
  return best;
}

function allSpots(finder: Finder, letters: Uint16Array): readonly Spot[] {
  const spots: Spot[] = [];
  finder.begin(letters, 0, letters.length);
  while (finder.next()) spots.push(spotOf(finder));
  return spots;
}

const betterOf = (one: Spot | undefined, other: Spot | undefined): Spot | undefined =>
  one && (!other || one.rank <= other.rank) ? one : other;

const isRead = ({ read }: Wanted): boolean => read.ways.length > 0;

/** The best place of a word in a composed text, as it is written and as it may be read. */
export function locate(letters: Uint16Array, wanted: Wanted, spelling: Spelling): Spot | undefined {
  const plain = bestSpot(new WrittenFinder(wanted), letters);
  return isRead(wanted) ? betterOf(plain, bestSpot(new ReadFinder(wanted, spelling), letters)) : plain;
}

/** Every place of a word, as it is written or, where it is written nowhere, as it is read. */
export function locateAll(letters: Uint16Array, wanted: Wanted, spelling: Spelling): readonly Spot[] {
  const plain = allSpots(new WrittenFinder(wanted), letters);
  if (plain.length > 0 || !isRead(wanted)) return plain;
  return allSpots(new ReadFinder(wanted, spelling), letters);
}
