import { isSign, SIGNS } from './place.roles.ts';

/** The readings of one letter in small Latin letters without tones, ü as v: 单 → dan, shan, chan. */
export type ReadingsOf = (letter: string) => readonly string[];

export interface Spelled {
  readonly readings: readonly string[];
  readonly ids: readonly number[];
  /** First letters, a = 1, each once. */
  readonly firsts: readonly number[];
}

const UNSPELLED: Spelled = { readings: [], ids: [], firsts: [] };
const UNITS = 65_536;
const LATIN = /^[a-z]+$/;

const mayBeSpelled = (code: number): boolean => code === 0x3007 || (code >= 0x3400 && code <= 0x9fff);

/** a = 1 … z = 26. */
export const letterNumber = (code: number): number => code - 96;
export const letterBit = (code: number): number => 1 << letterNumber(code);

const withPlainU = (reading: string): readonly string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading];

/**
 * How the letters met so far are spelled. Every reading counts: which one a surname has nobody can tell from the letter.
 * Letters beyond the basic plane have none.
 *
 * Each letter has a number by the order in which it was met, so that what is asked of the common ones lies close
 * together in memory; signs between places are numbered by themselves.
 */
export class Spelling {
  private readonly read: ReadingsOf;
  private readonly numbers = new Uint16Array(UNITS);
  /** By number of the letter. */
  private readonly spelled: Spelled[] = new Array<Spelled>(SIGNS).fill(UNSPELLED);
  private readonly syllables = new Map<string, number>();
  private readonly beginnings = new Set<string>();
  /** By number of the letter: bit n where a reading of it begins with letter n of the alphabet. */
  readonly masks = new Int32Array(UNITS);

  constructor(read: ReadingsOf) {
    this.read = read;
  }

  /** The text as numbers of letters. */
  lettersOf(text: string): Uint16Array {
    const letters = new Uint16Array(text.length);
    for (let at = 0; at < letters.length; at++) {
      const code = text.charCodeAt(at);
      const known = this.numbers[code] ?? 0;
      letters[at] = isSign(code) ? code : known === 0 ? this.meet(code) : known;
    }
    return letters;
  }

  of(letter: number): Spelled {
    return this.spelled[letter] ?? UNSPELLED;
  }

  /** For each letter met so far, by its number: bit n where it may begin as the nth of these masks says. */
  headsOf(masks: readonly number[]): Uint8Array {
    const heads = new Uint8Array(this.spelled.length);
    for (const [n, wanted] of masks.entries())
      for (let letter = SIGNS; letter < heads.length; letter++)
        if (((this.masks[letter] ?? 0) & wanted) !== 0) heads[letter] = (heads[letter] ?? 0) | (1 << n);
    return heads;
  }

  /** The number of a whole syllable that some letter met so far reads. */
  syllable(text: string): number | undefined {
    return this.syllables.get(text);
  }

  isBeginning(text: string): boolean {
    return this.beginnings.has(text);
  }

  private meet(code: number): number {
    const spelled = mayBeSpelled(code) ? this.spell(String.fromCharCode(code)) : UNSPELLED;
    const number = this.spelled.push(spelled) - 1;
    this.numbers[code] = number;
    this.masks[number] = spelled.firsts.reduce((bits, first) => bits | (1 << first), 0);
    return number;
  }

  private spell(letter: string): Spelled {
    const readings = [
      ...new Set(
        this.read(letter)
          .filter(each => LATIN.test(each))
          .flatMap(withPlainU),
      ),
    ];
    for (const reading of readings)
      for (let length = 1; length <= reading.length; length++) this.beginnings.add(reading.slice(0, length));
    return {
      readings,
      ids: readings.map(reading => this.numbered(reading)),
      firsts: [...new Set(readings.map(reading => letterNumber(reading.charCodeAt(0))))],
    };
  }

  private numbered(syllable: string): number {
    const id = this.syllables.get(syllable) ?? this.syllables.size;
    this.syllables.set(syllable, id);
    return id;
  }
}
