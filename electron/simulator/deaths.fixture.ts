import { Chance } from './chance.fixture.ts';

/** What a process may be at when it dies, and how often it does. */
export const MORTAL_WORK = {
  start: 0.15,
  save: 0.06,
  attach: 0.3,
  carry: 0.5,
  'pick-up': 0.4,
  send: 0.5,
  import: 0.5,
  receive: 0.4,
  order: 0.4,
  rebuild: 0.7,
} as const;
export type MortalWork = keyof typeof MORTAL_WORK;

interface Known {
  /** Changes to the disk it made when it lived, the last time and at most. */
  last: number;
  most: number;
  draws: number;
  /** Each kind has its own, so that how often a network is asked does not change what else happens. */
  readonly chance: Chance;
  readonly died: number[];
}

/** Multiples of it, without what stands before the point, are spread as evenly as can be. */
const GOLDEN = 0.618_033_988_75;

/** Deaths are spread over all changes to the disk that a kind of work makes, kind by kind. */
export class Deaths {
  private readonly known = new Map<MortalWork, Known>();
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** The change to the disk to die at; undefined where this time all goes well. */
  draw(work: MortalWork): number | undefined {
    const known = this.of(work);
    if (known.last === 0 || !known.chance.happens(MORTAL_WORK[work])) return undefined;
    known.draws += 1;
    return 1 + Math.floor(((known.draws * GOLDEN) % 1) * known.last);
  }

  lived(work: MortalWork, writes: number): void {
    const known = this.of(work);
    known.last = writes;
    known.most = Math.max(known.most, writes);
  }

  died(work: MortalWork, at: number): void {
    this.of(work).died.push(at);
  }

  count(work: MortalWork): number {
    return this.of(work).died.length;
  }

  /** How many different changes it died at. */
  spread(work: MortalWork): string {
    const { died, most } = this.of(work);
    return `at ${new Set(died).size} different ones of at most ${most} writes`;
  }

  private of(work: MortalWork): Known {
    const chance = new Chance(this.seed + Object.keys(MORTAL_WORK).indexOf(work) + 1);
    const known = this.known.get(work) ?? { last: 0, most: 0, draws: 0, chance, died: [] };
    this.known.set(work, known);
    return known;
  }
}
