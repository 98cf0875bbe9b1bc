import { describe, expect, it } from 'vitest';
import { allot, heightOf, linesIn, type LongText } from './allot.ts';

const lengths = { line: 6.35, row: 8.6 };
const text = (lines: number, wanted: number, empty = false): LongText => ({
  ...{ lines, wanted, empty },
  least: lengths.row,
});

describe('the room of a form', () => {
  it('goes to the texts that need it before rows are as high as on the empty form', () => {
    const texts = [text(1, 60), text(9, 15)];
    const { heights, left } = allot(texts, 80, lengths);
    expect(heights.map(height => linesIn(height, lengths) >= 9)).toEqual([false, true]);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(80);
    expect(left).toBeGreaterThanOrEqual(0);
  });

  it('is not taken from a row in which somebody is still to write', () => {
    const [first = 0, second = 0] = allot([text(1, 60, true), text(9, 15)], 80, lengths).heights;
    expect(first).toBeGreaterThan(lengths.row);
    expect(second).toBeLessThan(heightOf(9, lengths));
  });

  it('leaves every row its height on the empty form where all have room', () => {
    expect(allot([text(1, 30), text(2, 20)], 80, lengths).heights).toEqual([30, 20]);
  });

  it('is never more than there is, by however little the lines of a text miss it', () => {
    const texts = [text(50, 40), text(50, 22), text(50, 26), text(50, 22)];
    const least = texts.reduce((sum, each) => sum + each.least, 0);
    for (let room = least; room < 160; room += 0.01) {
      const { heights, left } = allot(texts, room, lengths);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThan(room + 0.001);
    }
  });
});
