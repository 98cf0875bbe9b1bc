import { bestRankFrom, isLongSign, isSign, rankOf } from './place.roles.ts';
import type { Wanted } from './search.rows.ts';
import { letterBit, type Spelling } from './spelling.ts';

/** Where a word stands in a composed text. */
export interface Spot {
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

function signBefore(text: string, at: number): number {
  let index = at;
  while (index > 0 && !isSign(text.charCodeAt(index))) index--;
  return text.charCodeAt(index);
}

function spotAt(text: string, from: number, to: number, sign: number, spelled: boolean): Spot {
  const starts = isSign(text.charCodeAt(from - 1));
  const ends = to >= text.length || isSign(text.charCodeAt(to));
  return { rank: rankOf(sign, starts, ends, spelled), from, to };
}

/** One Chinese letter stands in every story: it is looked for in names and the like only. */
const isForShortPlaces = (word: string): boolean => word.length === 1 && word > 'z';

function writtenAfter(text: string, { text: word }: Wanted, after: number): Spot | undefined {
  const from = text.indexOf(word, after);
  if (from < 0) return undefined;
  const sign = signBefore(text, from);
  return isForShortPlaces(word) && isLongSign(sign)
    ? undefined
    : spotAt(text, from, from + word.length, sign, false);
}

/** How far the word goes on as this reading does, from one letter of it on. */
function common(word: string, done: number, reading: string): number {
  let length = 0;
  while (length < reading.length && word.charCodeAt(done + length) === reading.charCodeAt(length)) length++;
  return length;
}

/** Letters read before, and whether all of them by their whole syllables; whether the text is a long one. */
interface Before {
  readonly count: number;
  readonly whole: boolean;
  readonly long: boolean;
}

/**
 * How many letters from here on are read as the rest of the word: each as a syllable or its initial, the last as the
 * beginning of one. 0 where they are not; in a long text two letters count only by their whole syllables.
 */
function lettersRead(
  text: string,
  at: number,
  word: string,
  done: number,
  spelling: Spelling,
  { count, whole, long }: Before,
): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if ((spelling.mask(code) & letterBit(word.charCodeAt(done))) === 0) return 0;
  const rest = word.length - done;
  const on = (taken: number, complete: boolean): number => {
    const before = { count: count + 1, whole: whole && complete, long };
    const further = lettersRead(text, at + 1, word, done + taken, spelling, before);
    return further === 0 ? 0 : further + 1;
  };
  let digraph = false;
  for (const reading of spelling.of(code).readings) {
    const same = common(word, done, reading);
    if (same === rest) {
      if (!long || count >= 2 || (count === 1 && whole && rest === reading.length)) return 1;
    } else if (same === reading.length) {
      const read = on(same, true);
      if (read > 0) return read;
    }
    digraph ||= same > 1 && reading.charAt(1) === 'h';
  }
  if (rest < 2) return 0;
  const read = on(1, false);
  return read === 0 && digraph && rest > 2 ? on(2, false) : read;
}

function readAfter(
  text: string,
  { text: word, read }: Wanted,
  spelling: Spelling,
  after: number,
): Spot | undefined {
  const first = letterBit(word.charCodeAt(0));
  let sign = after === 0 ? 0 : signBefore(text, after - 1);
  let long = isLongSign(sign);
  const last = text.length;
  for (let at = after; at < last; at++) {
    const code = text.charCodeAt(at);
    if (isSign(code)) {
      sign = code;
      long = isLongSign(code);
      if (long && !read.inLong) return undefined;
    } else if ((spelling.mask(code) & first) !== 0) {
      const goesOn = read.seconds === -1 || (spelling.mask(text.charCodeAt(at + 1)) & read.seconds) !== 0;
      const letters = goesOn ? lettersRead(text, at, word, 0, spelling, { count: 0, whole: true, long }) : 0;
      if (letters > 0) return spotAt(text, at, at + letters, sign, true);
    }
  }
  return undefined;
}

type Next = (after: number) => Spot | undefined;

/**
 * Short places stand before long ones and better ones before worse: once nothing better can follow, the rest need not
 * be looked at.
 */
function bestSpot(text: string, next: Next): Spot | undefined {
  let best = next(0);
  for (let spot = best; best && spot; spot = next(spot.from + 1)) {
    if (spot.rank < best.rank) best = spot;
    const sign = signBefore(text, spot.from);
    if (isLongSign(sign) || bestRankFrom(sign) >= best.rank) break;
  }
  return best;
}

const betterOf = (one: Spot | undefined, other: Spot | undefined): Spot | undefined =>
  one && (!other || one.rank <= other.rank) ? one : other;

/** The best place of a word in a composed text, as it is written and as it may be read. */
export function locate(
  text: string,
  wanted: Wanted,
  spelling: Spelling,
  written = true,
  read = wanted.read.ways.length > 0,
): Spot | undefined {
  const plain = written ? bestSpot(text, after => writtenAfter(text, wanted, after)) : undefined;
  return read
    ? betterOf(
        plain,
        bestSpot(text, after => readAfter(text, wanted, spelling, after)),
      )
    : plain;
}

function all(next: Next): readonly Spot[] {
  const spots: Spot[] = [];
  for (let spot = next(0); spot; spot = next(spot.from + 1)) spots.push(spot);
  return spots;
}

/** Every place of a word, as it is written or, where it is written nowhere, as it is read. */
export function locateAll(text: string, wanted: Wanted, spelling: Spelling): readonly Spot[] {
  const plain = all(after => writtenAfter(text, wanted, after));
  if (plain.length > 0 || wanted.read.ways.length === 0) return plain;
  return all(after => readAfter(text, wanted, spelling, after));
}
