import type { FontMetrics } from '../paper.model.ts';
import {
  BODY_COVERAGE,
  BODY_WIDTHS,
  FALLBACK_COVERAGE,
  FALLBACK_WIDTHS,
  TITLE_COVERAGE,
} from './font-metrics.data.ts';

/** Where runs of covered code points begin and end, both ascending. */
interface Ranges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function decode(coverage: string): Ranges {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  coverage.split(' ').forEach((length, index) => {
    const count = Number.parseInt(length, 36);
    if (index % 2 === 1) {
      starts.push(at);
      ends.push(at + count);
    }
    at += count;
  });
  return { starts, ends };
}

function within({ starts, ends }: Ranges, code: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= code) low = middle + 1;
    else high = middle;
  }
  return low > 0 && code < (ends[low - 1] ?? 0);
}

function widthTable(): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (const [thousandths, coverage] of [...BODY_WIDTHS, ...FALLBACK_WIDTHS]) {
    const { starts, ends } = decode(coverage);
    starts.forEach((start, index) => {
      for (let code = start; code < (ends[index] ?? start); code++) table.set(code, thousandths / 1000);
    });
  }
  return table;
}

const codeOf = (char: string): number => char.codePointAt(0) ?? 0;

const widths = widthTable();
const body = decode(BODY_COVERAGE);
const fallback = decode(FALLBACK_COVERAGE);
const title = decode(TITLE_COVERAGE);

/** The bundled fonts: 仿宋, and what it lacks from the fallback font. Characters of neither count one em. */
export const bundledFonts: FontMetrics = {
  advance: char => widths.get(codeOf(char)) ?? 1,
  covers: char => within(body, codeOf(char)),
  draws: char => within(body, codeOf(char)) || within(fallback, codeOf(char)),
};

/** The font of titles has fewer characters than that of the text. */
export const titleCovers = (char: string): boolean => within(title, codeOf(char));
