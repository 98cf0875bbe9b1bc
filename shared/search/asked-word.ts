import { WORDS, type CaseBlock } from './case-block.ts';
import { bestRank, ReadFinder, WrittenFinder, type Finder } from './finder.ts';
import { RANKS } from './place.roles.ts';
import type { Term } from './query.ts';
import { wantedOf, type Way } from './search.rows.ts';
import type { Spelling } from './spelling.ts';

/** What one way of finding a word may find in the block at hand: cases, a bit each. */
class Possible {
  private readonly finder: Finder;
  private readonly ways: readonly Way[];
  private readonly shortWays: readonly Way[];
  private readonly anywhere = new Uint32Array(WORDS);
  private readonly inShort = new Uint32Array(WORDS);

  constructor(finder: Finder, ways: readonly Way[], shortWays: readonly Way[]) {
    this.finder = finder;
    this.ways = ways;
    this.shortWays = shortWays;
  }

  ask(block: CaseBlock): void {
    block.ask(this.ways, this.anywhere);
    block.ask(this.shortWays, this.inShort);
  }

  bits(word: number): number {
    return this.anywhere[word] ?? 0;
  }

  /** Most words stand in stories alone: then what comes before these need not be looked at. */
  rankIn(block: CaseBlock, place: number): number {
    const [word, bit] = [place >>> 5, 1 << (place & 31)];
    if (((this.anywhere[word] ?? 0) & bit) === 0) return RANKS;
    const isShort = ((this.inShort[word] ?? 0) & bit) !== 0;
    const from = isShort ? block.from(place) : block.long(place);
    return bestRank(this.finder, block.letters, from, block.end(place));
  }
}

/** One word that is looked for in one block after the other. */
export class AskedWord {
  private readonly written: Possible;
  private readonly read: Possible | undefined;

  constructor(term: Term, spelling: Spelling) {
    const wanted = wantedOf(term, spelling);
    const { written, writtenShort, read } = wanted;
    this.written = new Possible(new WrittenFinder(wanted), [written], [writtenShort]);
    if (read.ways.length > 0)
      this.read = new Possible(new ReadFinder(wanted, spelling), read.ways, read.shortWays);
  }

  ask(block: CaseBlock): void {
    this.written.ask(block);
    this.read?.ask(block);
  }

  /** The cases of 32, a bit each, in which it may stand. */
  bits(word: number): number {
    return this.written.bits(word) | (this.read?.bits(word) ?? 0);
  }

  /** RANKS where it does not stand there after all. */
  rankIn(block: CaseBlock, place: number): number {
    const rank = this.written.rankIn(block, place);
    return this.read ? Math.min(rank, this.read.rankIn(block, place)) : rank;
  }
}

/** The best place one of these words has, all of which have to be there; RANKS where one is not. */
function rankOfAll(words: readonly AskedWord[], block: CaseBlock, place: number): number {
  let best: number = RANKS;
  for (const word of words) {
    const rank = word.rankIn(block, place);
    if (rank === RANKS) return RANKS;
    best = Math.min(best, rank);
  }
  return best;
}

/** Tells every case of a block in which all words of one of the alternatives stand, with its best rank. */
export function findInBlock(
  alternatives: readonly (readonly AskedWord[])[],
  block: CaseBlock,
  tell: (place: number, rank: number) => void,
): void {
  for (const words of alternatives) for (const word of words) word.ask(block);
  for (let word = 0; word < WORDS; word++) {
    let left = 0;
    for (const words of alternatives) left |= words.reduce((bits, each) => bits & each.bits(word), -1);
    for (; left !== 0; left &= left - 1) {
      const place = word * 32 + (31 - Math.clz32(left & -left));
      let best: number = RANKS;
      for (const words of alternatives) best = Math.min(best, rankOfAll(words, block, place));
      if (best < RANKS) tell(place, best);
    }
  }
}
