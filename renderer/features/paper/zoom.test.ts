import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf, stepped } from './zoom.ts';

const A4 = { width: 794, height: 1123 };

describe('a page', () => {
  it('that is shown whole fits into its room, whichever side is the short one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 3000 }),
        fc.integer({ min: 400, max: 3000 }),
        (width, height) => {
          const scale = scaleOf('whole', A4, { width, height });
          expect(A4.width * scale).toBeLessThanOrEqual(width);
          expect(A4.height * scale).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('is as wide as its room where that is too low for a whole one', () => {
    expect(scaleOf('whole', A4, { width: 32 + 794, height: 120 })).toBe(1);
  });

  it('has its actual size whatever room there is', () => {
    expect(scaleOf(1, A4, { width: 100, height: 100 })).toBe(1);
  });

  it('is there before anything is laid out', () => {
    expect(scaleOf('whole', A4, { width: 0, height: 600 })).toBe(0.5);
  });

  it('grows and shrinks by steps and stays at the last one', () => {
    expect([0.62, 1, 1.25, 2].map(scale => stepped(scale, 'larger'))).toEqual([0.75, 1.25, 1.5, 2]);
    expect([0.62, 1, 0.5, 0.3].map(scale => stepped(scale, 'smaller'))).toEqual([0.5, 0.75, 0.5, 0.3]);
  });
});
