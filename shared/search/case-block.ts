import { isLongSign } from './place.roles.ts';
import { eachRow, ROWS, type Way } from './search.rows.ts';
import type { Spelling } from './spelling.ts';

/** Cases of one block share the words of their rows: as many as fill a line of the processor's memory. */
export const BLOCK = 512;
export const WORDS = BLOCK / 32;

/** Room for changes, so that not each of them moves all texts. */
const SPARE = 1.2;

/** So many cases with the rows they set, a bit each, and their texts one behind the other. */
export class CaseBlock {
  private readonly rows = new Uint32Array(ROWS * WORDS);
  private readonly starts = new Int32Array(BLOCK);
  private readonly longs = new Int32Array(BLOCK);
  private readonly ends = new Int32Array(BLOCK);
  private used = 0;
  /** The texts, as numbers of letters. */
  letters = new Uint16Array(0);

  from(place: number): number {
    return this.starts[place] ?? 0;
  }

  /** Where long texts begin. */
  long(place: number): number {
    return this.longs[place] ?? 0;
  }

  end(place: number): number {
    return this.ends[place] ?? 0;
  }

  /** In the place of what was there. */
  put(place: number, text: Uint16Array, spelling: Spelling): void {
    this.remove(place, spelling);
    if (this.used + text.length > this.letters.length) this.makeRoom(text.length);
    this.letters.set(text, this.used);
    const long = text.findIndex(isLongSign);
    this.starts[place] = this.used;
    this.longs[place] = this.used + (long < 0 ? text.length : long);
    this.used += text.length;
    this.ends[place] = this.used;
    const { rows } = this;
    const [word, bit] = [place >>> 5, 1 << (place & 31)];
    eachRow(text, spelling, row => {
      const at = row * WORDS + word;
      rows[at] = (rows[at] ?? 0) | bit;
    });
  }

  remove(place: number, spelling: Spelling): void {
    const { rows } = this;
    const [word, others] = [place >>> 5, ~(1 << (place & 31))];
    eachRow(this.letters.subarray(this.from(place), this.end(place)), spelling, row => {
      const at = row * WORDS + word;
      rows[at] = (rows[at] ?? 0) & others;
    });
    this.starts[place] = this.longs[place] = this.ends[place] = 0;
  }

  /** Sets the bits of the cases in which all rows of one of these ways are set. */
  ask(ways: readonly Way[], into: Uint32Array): void {
    into.fill(0);
    const { rows } = this;
    for (const way of ways)
      for (let word = 0; word < WORDS; word++) {
        let bits = -1;
        for (let at = 0; bits !== 0 && at < way.length; at++)
          bits &= rows[(way[at] ?? 0) * WORDS + word] ?? 0;
        into[word] = (into[word] ?? 0) | bits;
      }
  }

  /** Texts that were replaced or removed leave with it. */
  private makeRoom(more: number): void {
    let kept = 0;
    for (let place = 0; place < BLOCK; place++) kept += this.end(place) - this.from(place);
    const letters = new Uint16Array(Math.ceil((kept + more) * SPARE));
    let used = 0;
    for (let place = 0; place < BLOCK; place++) {
      const [from, end] = [this.from(place), this.end(place)];
      letters.set(this.letters.subarray(from, end), used);
      this.starts[place] = used;
      this.longs[place] = used + this.long(place) - from;
      used += end - from;
      this.ends[place] = used;
    }
    this.letters = letters;
    this.used = used;
  }
}
