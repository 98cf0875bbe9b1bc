import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_MEANT, correctionOf, CROSSES, NO_CORRECTION, type Measured } from './printer-settings.ts';

/** A printer that puts what is meant for p at a + s·p. */
const printer = (a: number, s: number) => (p: number) => a + s * p;

describe('the correction of a printer', () => {
  it('is none where the page was measured as it was meant', () => {
    expect(correctionOf(AS_MEANT)).toEqual(NO_CORRECTION);
  });

  it('moves against what was measured', () => {
    expect(correctionOf({ ...AS_MEANT, left: 21.5, top: 19 })).toEqual({
      ...NO_CORRECTION,
      right: -1.5,
      down: 1,
    });
  });

  it('brings every point to its place, whatever the printer does', () => {
    fc.assert(
      fc.property(
        fc.record({
          a: fc.double({ min: -10, max: 10, noNaN: true }),
          s: fc.double({ min: 0.95, max: 1.05, noNaN: true }),
          p: fc.double({ min: 0, max: 297, noNaN: true }),
        }),
        ({ a, s, p }) => {
          const prints = printer(a, s);
          const measured: Measured = {
            left: prints(CROSSES.left),
            top: prints(CROSSES.top),
            width: prints(CROSSES.right) - prints(CROSSES.left),
            height: prints(CROSSES.bottom) - prints(CROSSES.top),
          };
          const correction = correctionOf(measured);
          if (!correction) throw new Error('not corrected');
          expect(Math.abs(prints(correction.across * p + correction.right) - p)).toBeLessThan(0.05);
          expect(Math.abs(prints(correction.along * p + correction.down) - p)).toBeLessThan(0.05);
        },
      ),
    );
  });

  it('is refused where the printer is out by more than can be mended', () => {
    expect(correctionOf({ ...AS_MEANT, left: 45 })).toBeUndefined();
    expect(correctionOf({ ...AS_MEANT, width: 100 })).toBeUndefined();
    expect(correctionOf({ ...AS_MEANT, height: 0 })).toBeUndefined();
  });
});
