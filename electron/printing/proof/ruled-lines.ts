import type { GreyRaster } from '#shared/fixtures/made-scan.ts';

/*
 * The lines of frames and tables, and those to write on: long runs of dark pixels. A thin rule is less than a pixel at
 * the resolution of the golden pages, and weighs too little among the letters around it to be missed by eye alone.
 */

/** Shortest run that is a line and no letter, in pixels: a row of a table is 24 high, a character of a form 12 wide. */
const SHORTEST = 22;
/**
 * Ink across a line, three pixels of 255 at the most: a rule of 0.265 mm at 72 dpi comes to 191 on whichever side of a
 * pixel it falls. More than `DARK` begins a line; what is left of one drawn another way is more than `TRACE`.
 */
const DARK = 140;
const TRACE = 90;
/** A line may lie so many pixels beside where it was. */
const BESIDE = 2;
/** So much of a line must be there. */
const MOST_MISSING = 0.25;

export type Direction = 'across' | 'down';

export interface RuledLine {
  readonly direction: Direction;
  /** The row of a line across, the column of one down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Seen {
  readonly length: number;
  readonly breadth: number;
  readonly ink: (at: number, along: number) => number;
}

function seen({ width, height, grey }: GreyRaster, direction: Direction): Seen {
  const dark = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : 255 - (grey[y * width + x] ?? 255);
  const at = direction === 'across' ? (b: number, a: number) => dark(a, b) : dark;
  return {
    length: direction === 'across' ? width : height,
    breadth: direction === 'across' ? height : width,
    ink: (b, a) => at(b - 1, a) + at(b, a) + at(b + 1, a),
  };
}

function linesIn(picture: GreyRaster, direction: Direction): readonly RuledLine[] {
  const { length, breadth, ink } = seen(picture, direction);
  const found: RuledLine[] = [];
  for (let at = 0; at < breadth; at++) {
    let from = 0;
    for (let along = 0; along <= length; along++) {
      if (along < length && ink(at, along) >= DARK) continue;
      if (along - from >= SHORTEST) found.push({ direction, at, from, to: along });
      from = along + 1;
    }
  }
  return found;
}

/** Every run: a line is found in each row or column whose neighbours it darkens. */
export const ruledLines = (picture: GreyRaster): readonly RuledLine[] => [
  ...linesIn(picture, 'across'),
  ...linesIn(picture, 'down'),
];

function isThere({ at, from, to }: RuledLine, { ink }: Seen): boolean {
  let missing = 0;
  for (let along = from; along < to; along++) {
    let most = 0;
    for (let beside = -BESIDE; beside <= BESIDE; beside++) most = Math.max(most, ink(at + beside, along));
    if (most < TRACE) missing++;
  }
  return missing <= MOST_MISSING * (to - from);
}

/** The lines of one picture that another one lacks. */
export function missingLines(of: GreyRaster, picture: GreyRaster): readonly RuledLine[] {
  const views = { across: seen(picture, 'across'), down: seen(picture, 'down') };
  return ruledLines(of).filter(line => !isThere(line, views[line.direction]));
}
