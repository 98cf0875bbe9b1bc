import { isLongSign, isSign } from './place.roles.ts';
import type { Term } from './query.ts';
import { letterNumber, type Spelling } from './spelling.ts';

/**
 * A case sets one bit of these for each pair of letters, pair of syllables and triple of initials in it. A word can only
 * stand in cases in which all of its own are set; whether it does is then looked up in their texts.
 */
export const ROWS = 8192;
/** Short places have rows of their own, few of which are set. */
const SHORT_ROWS = 1024;

function hashed(kind: number, a: number, b: number): number {
  let hash = Math.imul(a + 1, 0x85ebca6b) ^ Math.imul(b + kind * 0x10001, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const row = (kind: number, a: number, b: number): number =>
  SHORT_ROWS + (hashed(kind, a, b) % (ROWS - SHORT_ROWS));
const shortRow = (kind: number, a: number, b: number): number => hashed(kind, a, b) % SHORT_ROWS;

const pairRow = (a: number, b: number): number => row(1, a, b);
const syllablesRow = (a: number, b: number): number => row(2, a, b);
const initialsRow = (a: number, b: number, c: number): number => row(3, a * 32 + b, c);
/** Of these only what stands in short places. */
const letterRow = (a: number): number => shortRow(4, a, 0);
const initialRow = (a: number): number => shortRow(5, a, 0);
const initialPairRow = (a: number, b: number): number => shortRow(6, a, b);

/** Tells every row of a composed text; some more than once. */
export function eachRow(text: string, spelling: Spelling, set: (row: number) => void): void {
  let long = false;
  let [one, two] = [spelling.of(0), spelling.of(0)];
  const unspelled = one;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSign(code)) {
      long = isLongSign(code);
      [one, two, before] = [unspelled, unspelled, 0];
      continue;
    }
    const here = spelling.of(code);
    if (before !== 0) set(pairRow(before, code));
    for (const id of here.ids) for (const earlier of one.ids) set(syllablesRow(earlier, id));
    for (const c of here.firsts)
      for (const b of one.firsts) for (const a of two.firsts) set(initialsRow(a, b, c));
    if (!long) {
      set(letterRow(code));
      for (const b of here.firsts) {
        set(initialRow(b));
        for (const a of one.firsts) set(initialPairRow(a, b));
      }
    }
    [two, one, before] = [one, here, code];
  }
}

/** Rows that must all be set. */
export type Way = readonly number[];

function plainWay({ text }: Term): Way {
  if (text.length === 1) return /[a-z0-9]/.test(text) ? [] : [letterRow(text.charCodeAt(0))];
  return Array.from({ length: text.length - 1 }, (_, at) =>
    pairRow(text.charCodeAt(at), text.charCodeAt(at + 1)),
  );
}

const LONGEST_SYLLABLE = 6;
/** nananana… can be read in very many ways: then every case is looked at. */
const MOST_WAYS = 120;
const MOST_STEPS = 4000;

interface Piece {
  readonly initial: number;
  /** Of a whole syllable. */
  readonly id?: number | undefined;
}

/** Whether so many pieces are enough for a long text. */
const areEnough = ([one, two, three]: readonly Piece[]): boolean =>
  three !== undefined || (one?.id !== undefined && two?.id !== undefined);

function waysOf(pieces: readonly Piece[]): readonly Way[] {
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

/** What a word may be read as. */
export interface Reading {
  readonly ways: readonly Way[];
  /** Whether it is also looked for in long texts. */
  readonly inLong: boolean;
  /** Letters of the alphabet a second character may begin with, a bit each. */
  readonly seconds: number;
}

const ANYTHING: Reading = { ways: [[]], inLong: true, seconds: -1 };
const NOTHING: Reading = { ways: [], inLong: false, seconds: 0 };

/** Every way to cut the word into syllables and initials; undefined where there are too many. */
function cuts({ text }: Term, spelling: Spelling): readonly (readonly Piece[])[] | undefined {
  const found: (readonly Piece[])[] = [];
  let steps = 0;
  const cut = (at: number, pieces: readonly Piece[]): boolean => {
    if (++steps > MOST_STEPS || found.length > MOST_WAYS) return false;
    if (at === text.length) {
      found.push(pieces);
      return true;
    }
    const initial = letterNumber(text.charCodeAt(at));
    for (let length = 1; length <= LONGEST_SYLLABLE && at + length <= text.length; length++) {
      const piece = text.slice(at, at + length);
      const mayBePart = at + length === text.length || length === 1 || /^[zcs]h$/.test(piece);
      const id = spelling.syllable(piece);
      const isPiece = id !== undefined || (mayBePart && spelling.isBeginning(piece));
      if (isPiece && !cut(at + length, [...pieces, { initial, id }])) return false;
    }
    return true;
  };
  return cut(0, []) ? found : undefined;
}

const isWhole = ({ id }: Piece): boolean => id !== undefined;

/** Who types whole syllables means no initials between them: wangfang is not wan g fang. */
function likely(all: readonly (readonly Piece[])[], length: number): readonly (readonly Piece[])[] {
  if (!all.some(pieces => pieces.length > 1 && pieces.every(isWhole))) return all;
  return all.filter(pieces => pieces.length === length || pieces.slice(0, -1).every(isWhole));
}

function readingOf(term: Term, spelling: Spelling): Reading {
  const all = cuts(term, spelling);
  if (!all) return ANYTHING;
  const chosen = likely(all, term.text.length);
  const ways = new Map(chosen.flatMap(waysOf).map(way => [way.join(), way]));
  return {
    ways: [...ways.values()],
    inLong: chosen.some(areEnough),
    // One character alone may be followed by any.
    seconds: chosen.reduce((bits, [, second]) => bits | (second ? 1 << second.initial : -1), 0),
  };
}

/** A word with the rows that must be set where it is written and those for what it may be read as. */
export interface Wanted {
  readonly text: string;
  readonly written: Way;
  readonly read: Reading;
}

export const wantedOf = (term: Term, spelling: Spelling): Wanted => ({
  text: term.text,
  written: plainWay(term),
  read: term.letters && term.text.length > 1 ? readingOf(term, spelling) : NOTHING,
});
