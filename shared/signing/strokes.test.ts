import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_WIDTH, hasRoom, inkLines, isWritten, parseStrokes, type StrokePoint } from './strokes.ts';

const line = (x1: number, x2: number, pressure = 50): StrokePoint[] =>
  Array.from({ length: 20 }, (_, at) => [Math.round(x1 + ((x2 - x1) * at) / 19), 300, pressure]);
const json = (strokes: unknown, more = {}): string => JSON.stringify({ v: 1, height: 700, strokes, ...more });

describe('what counts as a signature', () => {
  it('is a hand that wrote, be it the single stroke of 一', () => {
    expect(isWritten([line(400, 1000)])).toBe(true);
  });

  it('is neither nothing nor dots, however many', () => {
    expect(isWritten([])).toBe(false);
    const dots = Array.from({ length: 60 }, (_, at): StrokePoint[] => [[at * 30, 200, 50]]);
    expect(isWritten(dots)).toBe(false);
    expect(isWritten([line(500, 510), line(600, 612)])).toBe(false);
  });
});

describe('strokes that are kept', () => {
  it('are read back as they were written', () => {
    const strokes = [line(100, 900), line(200, 1000, 80)];
    expect(parseStrokes(json(strokes))?.strokes).toEqual(strokes);
  });

  it.each([
    ['no JSON', 'PNG'],
    ['nothing', json([])],
    ['an empty stroke', json([[]])],
    ['a point outside', json([[[FIELD_WIDTH + 1, 0, 50]]])],
    ['a point that is none', json([[['1" onload="x', 0, 50]]])],
    ['half points', json([[[0.5, 0, 50]]])],
    ['a newer version', json([line(0, 900)], { v: 2 })],
    ['more than a person writes', json(Array.from({ length: 401 }, () => line(0, 9)))],
    [
      'more points than a person makes',
      json(Array.from({ length: 399 }, () => [...line(0, 9), ...line(9, 99), ...line(0, 900)])),
    ],
  ])('are refused where there is %s', (_what, text) => {
    expect(parseStrokes(text)).toBeUndefined();
  });

  it('leave room until a person could not have written more', () => {
    expect(hasRoom([line(0, 900)])).toBe(true);
    expect(hasRoom(Array.from({ length: 400 }, () => line(0, 9)))).toBe(false);
  });
});

describe('lines of ink', () => {
  it('begin where the stroke begins, end where it ends, and leave no gap where the pen is pressed harder', () => {
    const point = fc.tuple(
      fc.integer({ min: 0, max: FIELD_WIDTH }),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 100 }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), stroke => {
        const lines = inkLines(stroke);
        const ends = lines.map(({ d }) => ({
          from: /^M([\d.]+ [\d.]+)/.exec(d)?.[1],
          to: /L([\d.]+ [\d.]+)$/.exec(d)?.[1],
        }));
        expect(ends[0]?.from).toBe(`${stroke[0]![0]} ${stroke[0]![1]}`);
        expect(ends.at(-1)?.to).toBe(`${stroke.at(-1)![0]} ${stroke.at(-1)![1]}`);
        for (const [at, { from }] of ends.entries()) if (at > 0) expect(from).toBe(ends[at - 1]?.to);
      }),
      { seed: 17, numRuns: 200 },
    );
  });

  it('are thicker where the pen was pressed, and visible for a dot', () => {
    const [light] = inkLines(line(0, 900, 10));
    const [hard] = inkLines(line(0, 900, 90));
    expect(hard!.width).toBeGreaterThan(light!.width * 1.5);
    expect(inkLines([[10, 20, 50]])).toEqual([{ d: 'M10 20L10 20', width: expect.any(Number) as number }]);
  });
});
