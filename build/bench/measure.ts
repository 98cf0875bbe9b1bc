import { performance } from 'node:perf_hooks';

/** One way of doing the work; a call does it once and tells the figure, mostly milliseconds. */
export type Side = () => Promise<number>;

/** The value below which so many of a hundred lie; 50 is the median. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.ceil((share / 100) * sorted.length) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, at))] ?? NaN;
}

/** For an even number the higher of the two in the middle, so that a median is always a value that was measured. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * The median figure of each side. The first round warms up and is not counted; then the sides take turns, so that
 * whatever else the machine does meets all of them.
 */
export async function alternate<Name extends string>(
  sides: Readonly<Record<Name, Side>>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(sides) as Name[];
  const figures = new Map<Name, number[]>(names.map(name => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const figure = await sides[name]();
      if (round > 0) figures.get(name)?.push(figure);
    }
  }
  return Object.fromEntries(names.map(name => [name, median(figures.get(name) ?? [])] as const)) as Readonly<
    Record<Name, number>
  >;
}
