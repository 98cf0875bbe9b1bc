import { describe, expect, it } from 'vitest';
import { uprightOf } from './tiff.upright.ts';

/** Where row 0 and column 0 of the file are seen (TIFF 6.0, page 36), and how large the upright picture is. */
const SEEN: readonly (readonly [
  orientation: number,
  row: string,
  column: string,
  size: readonly number[],
])[] = [
  [1, 'top', 'left', [30, 20]],
  [2, 'top', 'right', [30, 20]],
  [3, 'bottom', 'right', [30, 20]],
  [4, 'bottom', 'left', [30, 20]],
  [5, 'left', 'top', [20, 30]],
  [6, 'right', 'top', [20, 30]],
  [7, 'right', 'bottom', [20, 30]],
  [8, 'left', 'bottom', [20, 30]],
];

describe('a page that lies', () => {
  it.each(SEEN)('is drawn upright by its orientation %i', (orientation, row, column, size) => {
    const { width, height, matrix } = uprightOf(orientation, 30, 20);
    expect([width, height]).toEqual(size);
    const [a, b, c, d, e, f] = matrix;
    const drawn = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
    const side = ([x, y]: readonly [number, number]): string[] => [
      ...(x === 0 ? ['left'] : x === width ? ['right'] : []),
      ...(y === 0 ? ['top'] : y === height ? ['bottom'] : []),
    ];
    // The middle of the first row, and of the first column.
    expect(side(drawn(15, 0))).toEqual([row]);
    expect(side(drawn(0, 10))).toEqual([column]);
  });
});
