import { invariant } from '#shared/core/assert.ts';
import { AskedWord, findInBlock } from './asked-word.ts';
import { BLOCK, CaseBlock } from './case-block.ts';
import { composedText, type Place } from './composed-text.ts';
import { NewestFirst, SLOTS } from './newest-first.ts';
import { RANKS } from './place.roles.ts';
import { parseQuery } from './query.ts';
import type { Spelling } from './spelling.ts';

export interface Indexed<Id> {
  readonly id: Id;
  readonly places: readonly Place[];
  /** Of equals the newest comes first: milliseconds. */
  readonly at: number;
}

/**
 * Every case with what can be found of it, in memory only.
 *
 * For each block of cases there are some words of bits a row: those in which all rows of a word are set are looked at
 * one by one. So nothing grows but with the number of cases, and a case is put, changed and removed in its own block.
 */
export class SearchIndex<Id> {
  private readonly spelling: Spelling;
  private readonly blocks: CaseBlock[] = [];
  private readonly ids: (Id | undefined)[] = [];
  private readonly slots = new Map<Id, number>();
  private readonly free: number[] = [];
  private readonly newest = new NewestFirst();

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
    const slot = this.slots.get(id) ?? this.free.pop() ?? this.ids.length;
    invariant(slot < SLOTS, 'more cases than a number has room for');
    const block = (this.blocks[Math.floor(slot / BLOCK)] ??= new CaseBlock());
    block.put(slot % BLOCK, this.spelling.lettersOf(composedText(places)), this.spelling);
    this.newest.put(slot, at);
    this.ids[slot] = id;
    this.slots.set(id, slot);
  }

  remove(id: Id): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.blocks[Math.floor(slot / BLOCK)]?.remove(slot % BLOCK, this.spelling);
    this.newest.remove(slot);
    this.ids[slot] = undefined;
    this.slots.delete(id);
    this.free.push(slot);
  }

  clear(): void {
    this.slots.clear();
    for (const list of [this.blocks, this.ids, this.free]) list.length = 0;
    this.newest.clear();
  }

  /** Ids of what was found, the best first. undefined where too little was typed to look for. */
  search(typed: string): readonly Id[] | undefined {
    const query = parseQuery(typed);
    if (query.length === 0) return undefined;
    const alternatives = query.map(terms => terms.map(term => new AskedWord(term, this.spelling)));
    const ranks = new Uint8Array(this.ids.length).fill(RANKS);
    const counts = new Int32Array(RANKS);
    for (const [at, block] of this.blocks.entries())
      findInBlock(alternatives, block, (place, rank) => {
        ranks[at * BLOCK + place] = rank;
        counts[rank] = (counts[rank] ?? 0) + 1;
      });
    return this.inOrder(ranks, counts);
  }

  /** By rank, of equals the newest first: each goes straight to its place, nothing is compared. */
  private inOrder(ranks: Uint8Array, counts: Int32Array): readonly Id[] {
    const next = new Int32Array(RANKS);
    let total = 0;
    for (const [rank, count] of counts.entries()) {
      next[rank] = total;
      total += count;
    }
    const found = new Array<Id>(total);
    for (const slot of this.newest.slots()) {
      const rank = ranks[slot] ?? RANKS;
      const id = this.ids[slot];
      if (rank === RANKS || id === undefined) continue;
      const to = next[rank] ?? 0;
      found[to] = id;
      next[rank] = to + 1;
    }
    return found;
  }
}
