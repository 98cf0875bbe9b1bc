/** The readings of one letter in small Latin letters without tones, ü as v: 单 → dan, shan, chan. */
export type ReadingsOf = (letter: string) => readonly string[];

interface Spelled {
  readonly readings: readonly string[];
  readonly ids: readonly number[];
  /** First letters, a = 1, each once. */
  readonly firsts: readonly number[];
}

const UNSPELLED: Spelled = { readings: [], ids: [], firsts: [] };
const ASKED = 1;
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
 */
export class Spelling {
  private readonly read: ReadingsOf;
  private readonly letters = new Array<Spelled | undefined>(UNITS);
  /** Bit n for a reading that begins with letter n; the lowest once the letter was met. */
  private readonly masks = new Int32Array(UNITS);
  private readonly syllables = new Map<string, number>();
  private readonly beginnings = new Set<string>();

  constructor(read: ReadingsOf) {
    this.read = read;
  }

  /** Bit n where a reading of this letter begins with letter n of the alphabet. */
  mask(code: number): number {
    const mask = this.masks[code] ?? 0;
    return mask === 0 ? this.meet(code) : mask;
  }

  of(code: number): Spelled {
    if (this.masks[code] === 0) this.meet(code);
    return this.letters[code] ?? UNSPELLED;
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
    if (spelled.readings.length > 0) this.letters[code] = spelled;
    const mask = spelled.firsts.reduce((bits, first) => bits | (1 << first), ASKED);
    this.masks[code] = mask;
    return mask;
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
