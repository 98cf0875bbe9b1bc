import { blurred, type GreyRaster } from '#shared/fixtures/made-scan.ts';
import { missingLines, type RuledLine } from './ruled-lines.ts';

/*
 * Two pictures of a page, compared as an eye would: both a little out of focus, so that it does not matter how the edge
 * of a stroke was smoothed or to which side of half a pixel it fell, and square by square. Lines, which such an eye
 * misses among the letters, are looked for by themselves.
 */

/** Side of a square, in pixels: at 72 dpi a character of a form. */
const SQUARE = 12;
/**
 * Mean difference, of 255, in a square where something else stands. A thin rule that falls to the next pixel comes to
 * 24, and so does one that is missing.
 */
const OTHER = 30;
/** In a square that is not quite the same: a different letter form. */
const UNLIKE = 9;
/** Such squares, of all with anything in them, make another font. */
const MOST_UNLIKE = 0.19;

const soft = (picture: GreyRaster): GreyRaster => blurred(blurred(picture));

interface Square {
  readonly x: number;
  readonly y: number;
  readonly ink: number;
  readonly difference: number;
}

function squaresOf(a: GreyRaster, b: GreyRaster): readonly Square[] {
  const squares: Square[] = [];
  for (let y = 0; y < a.height; y += SQUARE)
    for (let x = 0; x < a.width; x += SQUARE) {
      let ink = 0;
      let difference = 0;
      for (let row = y; row < Math.min(y + SQUARE, a.height); row++)
        for (let column = x; column < Math.min(x + SQUARE, a.width); column++) {
          const at = row * a.width + column;
          const [one, other] = [a.grey[at] ?? 255, b.grey[at] ?? 255];
          ink += 255 - Math.min(one, other);
          difference += Math.abs(one - other);
        }
      const size = SQUARE * SQUARE;
      squares.push({ x, y, ink: ink / size, difference: difference / size });
    }
  return squares;
}

export interface PageDifference {
  /** The greatest mean difference in a square. */
  readonly worst: number;
  /** Of the squares with anything in them. */
  readonly unlike: number;
  readonly squares: readonly Square[];
}

export function pageDifference(printed: GreyRaster, golden: GreyRaster): PageDifference {
  const squares = squaresOf(soft(printed), soft(golden));
  const inked = squares.filter(({ ink }) => ink > 2);
  const unlike = inked.filter(({ difference }) => difference > UNLIKE).length / Math.max(1, inked.length);
  return { worst: Math.max(0, ...squares.map(({ difference }) => difference)), unlike, squares };
}

const mm = (pixels: number, dpi: number): number => Math.round((pixels / dpi) * 25.4);

function lineFault(lines: readonly RuledLine[], words: string, dpi: number): readonly string[] {
  const [first] = lines;
  if (!first) return [];
  const { direction, at, from, to } = first;
  const [x, y] = direction === 'across' ? [from, at] : [at, from];
  return [`${words} ${direction} of ${mm(to - from, dpi)} mm at ${mm(x, dpi)}, ${mm(y, dpi)} mm`];
}

/** What is not as it was, a sentence apiece; `dpi` is that of both pictures. */
export function differences(printed: GreyRaster, golden: GreyRaster, dpi: number): readonly string[] {
  if (printed.width !== golden.width || printed.height !== golden.height)
    return [`${printed.width} × ${printed.height} pixels instead of ${golden.width} × ${golden.height}`];
  const { unlike, squares } = pageDifference(printed, golden);
  const others = squares.filter(({ difference }) => difference > OTHER);
  const [first] = others;
  return [
    ...(first
      ? [`${others.length} squares differ, the first at ${mm(first.x, dpi)}, ${mm(first.y, dpi)} mm`]
      : []),
    ...lineFault(missingLines(golden, printed), 'lacks a line', dpi),
    ...lineFault(missingLines(printed, golden), 'has another line', dpi),
    ...(unlike > MOST_UNLIKE ? [`${Math.round(unlike * 100)} % of the page looks different`] : []),
  ];
}
