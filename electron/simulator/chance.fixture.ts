import { invariant } from '#shared/core/assert.ts';
import { seeded } from '#shared/fixtures/seeded.ts';

/** Everything that is left to chance, from one seed. */
export class Chance {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  /** From 0 up to, but not including, `end`. */
  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  happens(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    invariant(picked !== undefined, 'something is picked from something');
    return picked;
  }

  shuffled<T>(list: readonly T[]): readonly T[] {
    return list
      .map(each => ({ each, at: this.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each);
  }

  /** Deals one after the other: before any comes twice all have come. */
  deck<T>(cards: readonly T[]): () => T {
    let left: T[] = [];
    return () => {
      if (left.length === 0) left = [...this.shuffled(cards)];
      const dealt = left.pop();
      invariant(dealt !== undefined, 'a deck has cards');
      return dealt;
    };
  }
}
