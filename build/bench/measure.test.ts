import { describe, expect, it } from 'vitest';
import { alternate, median, percentile } from './measure.ts';

describe('figures', () => {
  it('are taken from what was measured', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(3);
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile(hundred, 100)).toBe(100);
    expect(percentile([7], 95)).toBe(7);
  });

  it('are not made up where there are none', () => {
    expect(() => median([])).toThrow();
    expect(() => percentile([], 95)).toThrow();
  });
});

describe('measuring in turns', () => {
  it('gives every side its turn in every round and leaves the first round out', async () => {
    const turns: string[] = [];
    const side = (name: string, figures: number[]) => () => {
      turns.push(name);
      return Promise.resolve(figures.shift() ?? NaN);
    };
    const result = await alternate(
      { ours: side('ours', [999, 1, 2, 3]), peer: side('peer', [999, 30, 10, 20]) },
      3,
    );
    expect(turns).toStrictEqual(Array.from({ length: 4 }, () => ['ours', 'peer']).flat());
    expect(result).toStrictEqual({ ours: 2, peer: 20 });
  });
});
