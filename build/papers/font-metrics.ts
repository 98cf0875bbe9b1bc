import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readFontFacts, type FontFacts } from './woff2.reader.ts';

/*
 * Writes shared/documents/metrics/font-metrics.data.ts from the fonts of resources/fonts:
 *   npx tsx build/papers/font-metrics.ts
 */

const root = path.resolve(import.meta.dirname, '../..');
export const METRICS_FILE = path.join(root, 'shared/documents/metrics/font-metrics.data.ts');

/** Lengths of runs by turns not covered and covered, from U+0000 on, in base 36. */
function coverage(codes: Iterable<number>): string {
  const sorted = [...codes].sort((a, b) => a - b);
  const lengths: number[] = [];
  let next = 0;
  let run = 0;
  for (const code of sorted) {
    if (code === next && run > 0) run++;
    else {
      if (run > 0) lengths.push(run);
      lengths.push(code - next);
      run = 1;
    }
    next = code + 1;
  }
  lengths.push(run);
  return lengths.map(length => length.toString(36)).join(' ');
}

/** Characters that are not one em wide: `[ems × 1000, coverage]`. */
function widths(facts: FontFacts, leaveOut: ReadonlyMap<number, number>): readonly [number, string][] {
  const byWidth = new Map<number, number[]>();
  for (const [code, advance] of facts.advances) {
    const width = Math.round(advance * 1000);
    if (width === 1000 || code < 0x20 || leaveOut.has(code)) continue;
    byWidth.set(width, [...(byWidth.get(width) ?? []), code]);
  }
  return [...byWidth].sort(([a], [b]) => a - b).map(([width, codes]) => [width, coverage(codes)]);
}

export async function fontMetricsSource(): Promise<string> {
  const read = async (name: string): Promise<FontFacts> =>
    readFontFacts(await readFile(path.join(root, 'resources/fonts', name)));
  const [marks, fang, wen, song] = await Promise.all(
    ['PhoenixMarks.woff2', 'FandolFang-Regular.woff2', 'LXGWWenKai-Light.woff2', 'NotoSerifSC-900.woff2'].map(
      read,
    ),
  );
  if (!marks || !fang || !wen || !song) throw new Error('four fonts were asked for');
  const body = new Map([...marks.advances, ...fang.advances]);
  const list = (pairs: readonly [number, string][]) =>
    `[\n${pairs.map(([width, codes]) => `  [${width}, '${codes}'],\n`).join('')}]`;
  const source = `// Written by build/papers/font-metrics.ts from resources/fonts. Do not edit.

/** Lengths of runs of code points, by turns not covered and covered, from U+0000 on, in base 36. */
export const BODY_COVERAGE =
  '${coverage(body.keys())}';

export const FALLBACK_COVERAGE =
  '${coverage(wen.advances.keys())}';

export const TITLE_COVERAGE =
  '${coverage(song.advances.keys())}';

/** What is not one em wide: thousandths of an em and the code points. */
export const BODY_WIDTHS: readonly (readonly [number, string])[] = ${list(widths(fang, marks.advances))};

/** Of the fallback font, only what the body font lacks. */
export const FALLBACK_WIDTHS: readonly (readonly [number, string])[] = ${list(widths(wen, body))};
`;
  return format(source, { ...(await resolveConfig(METRICS_FILE)), filepath: METRICS_FILE });
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename)
  await writeFile(METRICS_FILE, await fontMetricsSource());
