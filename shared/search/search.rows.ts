import { cutsMeant, type Cut } from './cuts.ts';
import { isLongSign, isSign } from './place.roles.ts';
import type { Term } from './query.ts';
import { letterBit, type Spelling } from './spelling.ts';

/**
 * A case sets one bit of these for each pair of letters, pair of syllables and triple of initials in it. A word can only
 * stand in cases in which all of its own are set; whether it does is then looked up in their texts.
 */
export const ROWS = 8192;
/** Short places have rows of their own, few of which are set. */
const SHORT_ROWS = 1024;

/** 13 bits. */
function hashed(kind: number, a: number, b: number): number {
  const hash = Math.imul(a + 1, 0x85ebca6b) ^ Math.imul(b + kind * 0x10001, 0xc2b2ae35);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 19;
}

/** Seven of eight rows are for long and short places alike. */
const row = (kind: number, a: number, b: number): number => SHORT_ROWS + ((hashed(kind, a, b) * 7) >>> 3);
const shortRow = (kind: number, a: number, b: number): number => hashed(kind, a, b) >>> 3;

const pairRow = (a: number, b: number): number => row(1, a, b);
const syllablesRow = (a: number, b: number): number => row(2, a, b);
const initialsRow = (a: number, b: number, c: number): number => row(3, a * 32 + b, c);
/** Of these only what stands in short places. */
const letterRow = (a: number): number => shortRow(4, a, 0);
const initialRow = (a: number): number => shortRow(5, a, 0);
const initialPairRow = (a: number, b: number): number => shortRow(6, a, b);

/** Tells every row of a composed text; some more than once. */
export function eachRow(letters: Uint16Array, spelling: Spelling, tell: (row: number) => void): void {
  let long = false;
  const unspelled = spelling.of(0);
  let [one, two, before] = [unspelled, unspelled, 0];
  for (const letter of letters) {
    if (isSign(letter)) {
      long = isLongSign(letter);
      one = two = unspelled;
      before = 0;
      continue;
    }
    const here = spelling.of(letter);
    if (before !== 0) tell(pairRow(before, letter));
    for (const id of here.ids) for (const earlier of one.ids) tell(syllablesRow(earlier, id));
    for (const c of here.firsts)
      for (const b of one.firsts) for (const a of two.firsts) tell(initialsRow(a, b, c));
    if (!long) {
      tell(letterRow(letter));
      for (const b of here.firsts) {
        tell(initialRow(b));
        for (const a of one.firsts) tell(initialPairRow(a, b));
      }
    }
    two = one;
    one = here;
    before = letter;
  }
}

/** Rows that must all be set. */
export type Way = readonly number[];

function plainWay({ text }: Term, letters: Uint16Array): Way {
  if (text.length === 1) return /[a-z0-9]/.test(text) ? [] : [letterRow(letters[0] ?? 0)];
  return Array.from(letters.subarray(1), (letter, at) => pairRow(letters[at] ?? 0, letter));
}

const shortPlainWay = (letters: Uint16Array): Way => Array.from(letters, letterRow);

/** Whether so many pieces are enough for a long text. */
const areEnough = ([one, two, three]: Cut): boolean =>
  three !== undefined || (one?.id !== undefined && two?.id !== undefined);

function waysOf(pieces: Cut): readonly Way[] {
  const [one, two, ...more] = pieces;
  if (!one) return [[]];
  if (!two) return [[initialRow(one.initial)]];
  if (more.length === 0) {
    const initials = [initialPairRow(one.initial, two.initial)];
    return one.id === undefined || two.id === undefined
      ? [initials]
      : [initials, [syllablesRow(one.id, two.id)]];
  }
  const initials = pieces.map(({ initial }) => initial);
  return [initials.slice(2).map((c, at) => initialsRow(initials[at] ?? 0, initials[at + 1] ?? 0, c))];
}

function shortWayOf(pieces: Cut): Way {
  const [one, ...more] = pieces.map(({ initial }) => initial);
  if (one === undefined || more.length === 0) return one === undefined ? [] : [initialRow(one)];
  return more.map((b, at) => initialPairRow(more[at - 1] ?? one, b));
}

/** More of them tell little more. */
const MOST_HEADS = 8;

function headsOf(chosen: readonly Cut[]): readonly number[] {
  const length = Math.min(MOST_HEADS, ...chosen.map(pieces => pieces.length));
  return Array.from({ length }, (_, at) =>
    chosen.reduce((bits, pieces) => bits | (1 << (pieces[at]?.initial ?? 0)), 0),
  );
}

const distinct = (ways: readonly Way[]): readonly Way[] => [
  ...new Map(ways.map(way => [way.join(), way])).values(),
];

/** What a word may be read as. */
export interface Reading {
  readonly ways: readonly Way[];
  /** Where it stands in a short place, all rows of one of these are set as well. */
  readonly shortWays: readonly Way[];
  /** No initials between its syllables. */
  readonly inSyllables: boolean;
  /** Whether it is also looked for in long texts. */
  readonly inLong: boolean;
  /** Letters of the alphabet its first characters may begin with, a bit each; so many as there are at least. */
  readonly heads: readonly number[];
}

const anything = ({ text }: Term): Reading => ({
  ...{ ways: [[]], shortWays: [[]], inSyllables: false, inLong: true },
  heads: [letterBit(text.charCodeAt(0))],
});
const NOTHING: Reading = { ways: [], shortWays: [], inSyllables: false, inLong: false, heads: [] };

function readingOf(term: Term, spelling: Spelling): Reading {
  const cut = cutsMeant(term.text, spelling);
  if (!cut) return anything(term);
  const { cuts, inSyllables } = cut;
  return {
    ways: distinct(cuts.flatMap(waysOf)),
    shortWays: distinct(cuts.map(shortWayOf)),
    inSyllables,
    inLong: cuts.some(areEnough),
    heads: headsOf(cuts),
  };
}

/** A word with the rows that must be set where it is written and those for what it may be read as. */
export interface Wanted {
  readonly text: string;
  readonly letters: Uint16Array;
  readonly written: Way;
  /** Where it stands in a short place, these are set as well. */
  readonly writtenShort: Way;
  readonly read: Reading;
}

export function wantedOf(term: Term, spelling: Spelling): Wanted {
  const letters = spelling.lettersOf(term.text);
  const read = term.letters && term.text.length > 1 ? readingOf(term, spelling) : NOTHING;
  const [written, writtenShort] = [plainWay(term, letters), shortPlainWay(letters)];
  return { text: term.text, letters, written, writtenShort, read };
}
