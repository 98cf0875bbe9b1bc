import { bestRankFrom, isLongSign, isSign, rankOf, RANKS, SIGNS } from './place.roles.ts';
import type { Wanted } from './search.rows.ts';
import { letterBit, type Spelling } from './spelling.ts';

/**
 * Goes through the letters of one composed text after the other and stops where a word stands. Where it stopped stays
 * in the finder: tens of thousands of texts are gone through at a stroke of a key, and nothing is made for any of them.
 */
export abstract class Finder {
  protected letters: Uint16Array = new Uint16Array(0);
  protected end = 0;
  /** The sign of the place at hand. */
  protected sign = 0;
  from = -1;
  to = 0;
  rank: number = RANKS;
  /** It looks no further where nothing better than this can follow: better places stand before worse ones. */
  better: number = RANKS;

  /** Before the first letter of a text. */
  begin(letters: Uint16Array, from: number, end: number): void {
    this.letters = letters;
    this.end = end;
    this.sign = 0;
    this.from = from - 1;
    this.better = RANKS;
  }

  /** Whether it stands once more behind where it was found last. */
  abstract next(): boolean;

  /** Whether the first place of a long text is as good as the rest of it, or of a short one nothing can be better. */
  get isBest(): boolean {
    return isLongSign(this.sign) || bestRankFrom(this.sign) >= this.better;
  }

  /** Into the next place; false where it is not worth while. */
  protected enter(sign: number, inLong: boolean): boolean {
    this.sign = sign;
    return (inLong || !isLongSign(sign)) && bestRankFrom(sign) < this.better;
  }

  protected stopAt(from: number, to: number, spelled: boolean): void {
    const starts = isSign(this.letters[from - 1] ?? 0);
    const ends = to >= this.end || isSign(this.letters[to] ?? 0);
    this.from = from;
    this.to = to;
    this.rank = rankOf(this.sign, starts, ends, spelled);
  }
}

/** Finds a word as it is written. */
export class WrittenFinder extends Finder {
  private readonly word: Uint16Array;
  /** One Chinese letter stands in every story: it is looked for in names and the like only. */
  private readonly inLong: boolean;

  constructor({ text, letters }: Wanted) {
    super();
    this.word = letters;
    this.inLong = text.length > 1 || text <= 'z';
  }

  next(): boolean {
    const { letters, end, word } = this;
    const first = word[0] ?? 0;
    for (let at = this.from + 1; at < end; at++) {
      const letter = letters[at] ?? 0;
      if (letter === first) {
        let length = 1;
        while (length < word.length && letters[at + length] === word[length]) length++;
        if (length < word.length || at + length > end) continue;
        this.stopAt(at, at + length, false);
        return true;
      }
      if (letter < SIGNS) {
        if (!this.enter(letter, this.inLong)) return false;
      }
    }
    return false;
  }
}

/** Of zh, ch and sh. */
const H = 104;

/** How far the word goes on as this reading does, from one letter of it on. */
function common(word: string, done: number, reading: string): number {
  let length = 0;
  while (length < reading.length && word.charCodeAt(done + length) === reading.charCodeAt(length)) length++;
  return length;
}

/** Finds a word as it may be read. */
export class ReadFinder extends Finder {
  private readonly word: string;
  /** By number of the letter: bit n where it may be read as the beginning of the nth piece of the word. */
  private readonly heads: Uint8Array;
  private readonly count: number;
  private readonly inLong: boolean;
  private readonly inSyllables: boolean;
  private readonly spelling: Spelling;

  constructor({ text, read }: Wanted, spelling: Spelling) {
    super();
    this.word = text;
    this.heads = spelling.headsOf(read.heads);
    this.count = read.heads.length;
    this.inLong = read.inLong;
    this.inSyllables = read.inSyllables;
    this.spelling = spelling;
  }

  next(): boolean {
    const { letters, end, heads, count } = this;
    const goal = 1 << (count - 1);
    // Bit n: the last n + 1 letters begin as the first pieces of the word do.
    let begun = 0;
    for (let at = this.from + 1; at < end; at++) {
      const letter = letters[at] ?? 0;
      begun = ((begun << 1) | 1) & (heads[letter] ?? 0);
      if ((begun & goal) !== 0) {
        const from = at - count + 1;
        const read = this.lettersRead(from, 0, 0, true);
        if (read === 0) continue;
        this.stopAt(from, from + read, true);
        return true;
      }
      if (letter < SIGNS && !this.enter(letter, this.inLong)) return false;
    }
    return false;
  }

  /**
   * How many letters from `at` on are read as the word from `done` on: each as a syllable or its initial, the last as
   * the beginning of one. 0 where they are not; in a long text two letters count only by their whole syllables.
   */
  private lettersRead(at: number, done: number, count: number, whole: boolean): number {
    const { word, spelling } = this;
    const letter = at < this.end ? (this.letters[at] ?? 0) : 0;
    if (((spelling.masks[letter] ?? 0) & letterBit(word.charCodeAt(done))) === 0) return 0;
    const rest = word.length - done;
    let digraph = false;
    for (const reading of spelling.of(letter).readings) {
      const same = common(word, done, reading);
      if (same === rest) {
        if (this.isMeant(done, count, rest, whole) && this.isEnough(count, whole && same === reading.length))
          return 1;
      } else if (same === reading.length && this.isMeant(done, count, same, whole)) {
        const further = this.lettersRead(at + 1, done + same, count + 1, whole);
        if (further > 0) return further + 1;
      }
      digraph ||= same > 1 && reading.charCodeAt(1) === H;
    }
    return rest > 1 ? this.initialsRead(at, done, count, digraph && rest > 2) : 0;
  }

  /** The same with the letter at hand by its initial: one of the alphabet, or two as in zh. */
  private initialsRead(at: number, done: number, count: number, two: boolean): number {
    for (let length = 1; length <= (two ? 2 : 1); length++) {
      if (!this.isMeant(done, count, length, false)) continue;
      const further = this.lettersRead(at + 1, done + length, count + 1, false);
      if (further > 0) return further + 1;
    }
    return 0;
  }

  /** Whether so many more letters of the word may be a piece of it: behind whole syllables, or behind initials alone. */
  private isMeant(done: number, count: number, length: number, whole: boolean): boolean {
    return !this.inSyllables || whole || (count === done && length === 1);
  }

  private isEnough(before: number, whole: boolean): boolean {
    return before >= 2 || (before === 1 && whole) || !isLongSign(this.sign);
  }
}

/** The best rank a word has in a composed text; RANKS where it stands nowhere. */
export function bestRank(finder: Finder, letters: Uint16Array, from: number, end: number): number {
  finder.begin(letters, from, end);
  while (finder.next()) {
    if (finder.rank < finder.better) finder.better = finder.rank;
    if (finder.isBest) break;
  }
  return finder.better;
}
