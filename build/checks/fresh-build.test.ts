import { describe, expect, it } from 'vitest';
import { isStale } from './fresh-build.ts';

describe('what was built', () => {
  it('is stale when a source is younger than the oldest output', () => {
    expect(isStale([10, 30], [20, 40])).toBe(true);
    expect(isStale([10, 20], [20, 40])).toBe(false);
  });

  it('is stale when an output is missing', () => {
    expect(isStale([10], [20, undefined])).toBe(true);
  });
});
