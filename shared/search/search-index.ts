import { invariant } from '#shared/core/assert.ts';
import { composedText, type Place } from './composed-text.ts';
import { locate } from './locate.ts';
import { RANKS } from './place.roles.ts';
import { parseQuery } from './query.ts';
import { eachRow, ROWS, wantedOf, type Wanted, type Way } from './search.rows.ts';
import type { Spelling } from './spelling.ts';

export interface Indexed<Id> {
  readonly id: Id;
  readonly places: readonly Place[];
  /** Of equals the newest comes first: milliseconds. */
  readonly at: number;
}

/** Cases of one block share their words of bits. */
const BLOCK = 32;

/** Rank, moment and slot in one number that is exact: 2²⁰ × 2²⁶ × 2⁶ for the rank. */
const SLOTS = 2 ** 20;
const MINUTES = 2 ** 26;

/** The cases of a block, a bit each, in which all these rows are set. */
function bitsOf(block: Uint32Array, way: Way): number {
  let bits = -1;
  for (let at = 0; bits !== 0 && at < way.length; at++) bits &= block[way[at] ?? 0] ?? 0;
  return bits;
}

function readBits(block: Uint32Array, { read: { ways } }: Wanted): number {
  let bits = 0;
  for (let at = 0; bits !== -1 && at < ways.length; at++) bits |= bitsOf(block, ways[at] ?? []);
  return bits;
}

/** One word, and the cases of the block at hand, a bit each, in which it may be written and may be read. */
interface Asked {
  readonly wanted: Wanted;
  written: number;
  read: number;
}

/** Those in which every one of the words may stand. */
function askBlock(block: Uint32Array, words: readonly Asked[]): number {
  let bits = -1;
  for (const word of words) {
    if (bits === 0) break;
    word.written = bitsOf(block, word.wanted.written);
    word.read = readBits(block, word.wanted);
    bits &= word.written | word.read;
  }
  return bits;
}

/**
 * Every case with what can be found of it, in memory only.
 *
 * For each block of cases there is one word of bits a row: those in which all rows of a word are set are looked at one
 * by one. So nothing grows but with the number of cases, and a case is put, changed and removed in its own block.
 */
export class SearchIndex<Id> {
  private readonly spelling: Spelling;
  private readonly blocks: Uint32Array[] = [];
  private readonly texts: string[] = [];
  private readonly ids: (Id | undefined)[] = [];
  private readonly minutes: number[] = [];
  private readonly slots = new Map<Id, number>();
  private readonly free: number[] = [];

  constructor(spelling: Spelling) {
    this.spelling = spelling;
  }

  get size(): number {
    return this.slots.size;
  }

  has(id: Id): boolean {
    return this.slots.has(id);
  }

  put({ id, places, at }: Indexed<Id>): void {
    const slot = this.slots.get(id) ?? this.free.pop() ?? this.texts.length;
    invariant(slot < SLOTS, 'more cases than a number has room for');
    const block = (this.blocks[slot >>> 5] ??= new Uint32Array(ROWS));
    const bit = 1 << (slot % BLOCK);
    const text = composedText(places);
    if (this.slots.has(id)) this.wipe(slot);
    eachRow(text, this.spelling, row => {
      block[row] = (block[row] ?? 0) | bit;
    });
    this.texts[slot] = text;
    this.ids[slot] = id;
    this.minutes[slot] = Math.min(MINUTES - 1, Math.max(0, Math.floor(at / 60_000)));
    this.slots.set(id, slot);
  }

  remove(id: Id): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.wipe(slot);
    this.texts[slot] = '';
    this.ids[slot] = undefined;
    this.slots.delete(id);
    this.free.push(slot);
  }

  clear(): void {
    this.slots.clear();
    for (const list of [this.blocks, this.texts, this.ids, this.minutes, this.free]) list.length = 0;
  }

  /** Ids of what was found, the best first. undefined where too little was typed to look for. */
  search(typed: string): readonly Id[] | undefined {
    const query = parseQuery(typed);
    if (query.length === 0) return undefined;
    const alternatives = query.map(terms =>
      terms.map((term): Asked => ({ wanted: wantedOf(term, this.spelling), written: 0, read: 0 })),
    );
    const keys: number[] = [];
    for (const [at, block] of this.blocks.entries()) {
      let left = 0;
      for (const words of alternatives) left |= askBlock(block, words);
      for (; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const slot = at * BLOCK + (31 - Math.clz32(bit));
        const rank = this.rankIn(this.texts[slot] ?? '', bit, alternatives);
        if (rank < RANKS) keys.push(this.keyOf(rank, slot));
      }
    }
    return Array.from(Float64Array.from(keys).sort(), key => this.idOf(key));
  }

  private wipe(slot: number): void {
    const block = this.blocks[slot >>> 5];
    const others = ~(1 << (slot % BLOCK));
    if (block) for (let row = 0; row < ROWS; row++) block[row] = (block[row] ?? 0) & others;
  }

  /** The best place one of its words has; all of them have to be there. */
  private rankIn(text: string, bit: number, alternatives: readonly (readonly Asked[])[]): number {
    let best: number = RANKS;
    for (const words of alternatives) {
      let rank: number = RANKS;
      for (const { wanted, written, read } of words) {
        const spot = locate(text, wanted, this.spelling, (written & bit) !== 0, (read & bit) !== 0);
        rank = spot ? Math.min(rank, spot.rank) : RANKS;
        if (!spot) break;
      }
      best = Math.min(best, rank);
    }
    return best;
  }

  private readonly keyOf = (rank: number, slot: number): number =>
    (rank * MINUTES + (MINUTES - 1 - (this.minutes[slot] ?? 0))) * SLOTS + slot;

  private idOf(key: number): Id {
    const id = this.ids[key % SLOTS];
    invariant(id !== undefined, 'what was found is in the index');
    return id;
  }
}
