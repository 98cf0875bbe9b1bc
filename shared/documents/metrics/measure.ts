import type { BlankRun, FontMetrics, Run } from '../paper.model.ts';
import { breakClass, mayBreak, type BreakClass } from './break-class.ts';

/** A stretch of text; one that is `kept` is not broken between lines. */
export interface Stretch {
  readonly text: string;
  readonly kept: boolean;
}

export interface Measure {
  /** Length of a line in characters (ems). */
  readonly em: number;
  /** Indent of the first line of a paragraph, in characters. */
  readonly indent: number;
}

export const TOLERANCE = 1e-6;

/** What is set on one line or not at all: a character, a word, a closing mark with what precedes it. */
export interface Unit {
  readonly start: number;
  width: number;
  /** Space at its end, which does not count where the unit ends a line. */
  trailing: number;
  readonly chars: { readonly offset: number; readonly width: number }[];
}

const hangs = (kind: BreakClass): boolean => kind === 'space' || kind === 'wide-space';

export function unitsOf(stretches: readonly Stretch[], metrics: FontMetrics): readonly Unit[] {
  const units: Unit[] = [];
  let offset = 0;
  let earlier: BreakClass | null = null;
  let last: BreakClass | null = null;
  for (const { text, kept } of stretches) {
    let first = true;
    for (const char of text) {
      const kind = breakClass(char);
      const width = kind === 'space' && last === 'space' ? 0 : metrics.advance(char);
      const open = last !== null && ((kept && !first) || !mayBreak(earlier, last, kind));
      let unit = open ? units.at(-1) : undefined;
      if (!unit) {
        unit = { start: offset, width: 0, trailing: 0, chars: [] };
        units.push(unit);
      }
      unit.width += width;
      unit.trailing = hangs(kind) ? unit.trailing + width : 0;
      unit.chars.push({ offset, width });
      offset += char.length;
      earlier = last;
      last = kind;
      first = false;
    }
  }
  return units;
}

/** Offsets at which the lines of one paragraph begin. */
function paragraphStarts(stretches: readonly Stretch[], measure: Measure, metrics: FontMetrics): number[] {
  const limit = measure.em + TOLERANCE;
  const starts = [0];
  let x = measure.indent;
  let empty = true;
  for (const unit of unitsOf(stretches, metrics)) {
    const width = unit.width - unit.trailing;
    if (!empty && x + width > limit) {
      starts.push(unit.start);
      x = 0;
    }
    empty = false;
    if (x + width <= limit) {
      x += unit.width;
      continue;
    }
    // A word wider than a line is broken anywhere.
    for (const char of unit.chars) {
      if (x > 0 && x + char.width > limit) {
        starts.push(char.offset);
        x = 0;
      }
      x += char.width;
    }
  }
  return starts;
}

/**
 * Where the lines of a text begin (UTF-16 offsets): greedy breaking with the advances of the fonts, as Chromium
 * does it. `resumed` says that the text begins within a paragraph, so that its first line has no indent.
 */
export function lineStarts(
  text: string,
  measure: Measure,
  metrics: FontMetrics,
  resumed = false,
): readonly number[] {
  const starts: number[] = [];
  let offset = 0;
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  for (const paragraph of body.split('\n')) {
    const indent = resumed && offset === 0 ? 0 : measure.indent;
    for (const start of paragraphStarts([{ text: paragraph, kept: false }], { ...measure, indent }, metrics))
      starts.push(offset + start);
    offset += paragraph.length + 1;
  }
  return starts;
}

export const lineCount = (text: string, measure: Measure, metrics: FontMetrics, resumed = false): number =>
  lineStarts(text, measure, metrics, resumed).length;

/** In characters. In a justified text a longer one would leave a gap, and is as good in two pieces. */
const SHORT_BLANK = 4;

/** The year, month and day of a date are each written into one piece of a line. */
export const isShortBlank = ({ em }: BlankRun): boolean => em <= SHORT_BLANK;

export const stretchOf = (run: Run): Stretch =>
  run.kind === 'blank'
    ? { text: '＿'.repeat(run.em), kept: isShortBlank(run) }
    : run.kind === 'tick'
      ? { text: `☐${run.text}`, kept: true }
      : { text: run.text, kept: false };

/** Of a text that is not justified: none of its blanks is broken. */
export const withBlanksKept = (run: Run): Stretch =>
  run.kind === 'blank' ? { ...stretchOf(run), kept: true } : stretchOf(run);

/** Lines of runs set as one paragraph, or as several where a text has line feeds. */
export function runLines(
  runs: readonly Run[],
  measure: Measure,
  metrics: FontMetrics,
  stretch: (run: Run) => Stretch = stretchOf,
): number {
  const stretches = runs.map(stretch);
  if (stretches.some(({ text }) => text.includes('\n')))
    return lineCount(stretches.map(({ text }) => text).join(''), measure, metrics);
  return paragraphStarts(stretches, measure, metrics).length;
}

/** In characters: what stands at the right end of a line above a table and is not longer stays in one piece. */
const WHOLE_EM = 22;

/** In characters, on one line without an end. */
export const runsWidth = (runs: readonly Run[], metrics: FontMetrics): number =>
  unitsOf(runs.map(stretchOf), metrics).reduce((sum, { width }) => sum + width, 0);

export const isWhole = (runs: readonly Run[], metrics: FontMetrics): boolean =>
  runsWidth(runs, metrics) <= WHOLE_EM;
