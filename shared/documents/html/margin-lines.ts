import { lineStarts } from '../metrics/measure.ts';
import type { Foot, FontMetrics, Paper, Part } from '../paper.model.ts';
import { MM_PER_PT, typeArea } from '../paper.sheets.ts';
import { paperWords } from '../paper.words.ts';

/*
 * What stands in the margins is never broken by the browser: side by side it would be printed over each other, and
 * past the edge of the type area. So it is measured, broken and cut here. Lengths in mm.
 */

/** Type of heads and labels, of page numbers, of dashes, of the lines to sign. */
const SMALL = 9 * MM_PER_PT;
const NUMBER = 10.5 * MM_PER_PT;
const DASH = 14 * MM_PER_PT;
const SIGN = 12 * MM_PER_PT;

/** 29 modules of 0.53 mm, the largest page code there is. */
const CODE = 15.4;
/** Least room between two texts side by side. */
const GAP = 4;
/** A printer leaves so much of the sheet white. */
const UNPRINTABLE = 5;
/** Pages are numbered when they are printed; so wide a number is reckoned with. */
const WIDEST = '9999';

const MOST_LINES = 2;
const CUT = '…';

const widthOf = (text: string, em: number, metrics: FontMetrics): number =>
  Array.from(text).reduce((sum, char) => sum + metrics.advance(char), 0) * em;

function cut(text: string, width: number, em: number, metrics: FontMetrics): string {
  let left = width - widthOf(CUT, em, metrics);
  let shown = '';
  for (const char of text.trimEnd()) {
    left -= metrics.advance(char) * em;
    if (left < 0) return shown.trimEnd() + CUT;
    shown += char;
  }
  return shown + CUT;
}

/** A text in as many lines of the width as it needs, but no more than `most`: the last then ends with …. */
function broken(text: string, width: number, most: number, metrics: FontMetrics): readonly string[] {
  const line = text.replaceAll('\n', ' ');
  if (widthOf(line, SMALL, metrics) <= width) return [line];
  const starts = lineStarts(line, { em: width / SMALL, indent: 0 }, metrics);
  const lines = starts.map((start, index) => line.slice(start, starts[index + 1]).trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(line.slice(starts[most - 1]), width, SMALL, metrics)];
}

const widest = (lines: readonly string[], metrics: FontMetrics): number =>
  Math.max(0, ...lines.map(line => widthOf(line, SMALL, metrics)));

export type Heads = readonly [left: readonly string[], right: readonly string[]];

/** Title and number of continued pages: on one line where there is room for both, else each on two. */
export function headLines(running: NonNullable<Part['running']>, paper: Paper, metrics: FontMetrics): Heads {
  const { width } = typeArea(paper);
  const [title, number] = running;
  const right = broken(number, number === '' ? width : width * 0.4, MOST_LINES, metrics);
  const room = number === '' ? width : width - GAP - widest(right, metrics);
  return [broken(title, room, MOST_LINES, metrics), right];
}

/** How many lines of 4 mm the foot has room for, 3 mm under the type area. */
const footLines = ({ margins }: Paper): number => Math.floor((margins[2] - 3 - UNPRINTABLE) / 4);

const codeWidth = ({ qr }: Foot): number => (qr ? CODE : 0);

function labelRoom(paper: Paper, metrics: FontMetrics): number {
  const { foot } = paper;
  const { width } = typeArea(paper);
  if (foot.pages === 'dash') {
    const dash = widthOf(`— ${WIDEST} —`, DASH, metrics) + 5.6;
    return width - 2 * (Math.max(dash, codeWidth(foot)) + GAP);
  }
  if (foot.pages === 'none') return width - codeWidth(foot) - GAP;
  // The number of the page is in the middle, so that each side has half of what it leaves.
  return (width - widthOf(numberOf(paper), NUMBER, metrics)) / 2 - GAP;
}

const numberOf = ({ lang }: Paper): string => {
  const words = paperWords(lang);
  return `${words.page}${WIDEST}${words.of}${WIDEST}${words.afterPages}`;
};

/** Readable number and code of the document at the foot. */
export function labelLines(paper: Paper, metrics: FontMetrics): readonly string[] {
  const room = labelRoom(paper, metrics);
  const most = footLines(paper);
  const { label } = paper.foot;
  const lines = label.flatMap(line => broken(line, room, MOST_LINES, metrics));
  if (lines.length <= most) return lines;
  return label.flatMap(line => broken(line, room, 1, metrics)).slice(0, most);
}

export interface SignedHead {
  readonly title: readonly string[];
  /** Number of the case, number and code of the paper. */
  readonly numbers: readonly string[];
  /** The number of the page stands behind the last of them, else on a line of its own. */
  readonly oneLine: boolean;
}

/** Head of pages whose foot is there to be signed: it bears what else is at the foot as well. */
export function signedHead(running: Part['running'], paper: Paper, metrics: FontMetrics): SignedHead {
  const { width } = typeArea(paper);
  const [title, number] = running ?? ['', ''];
  const numbers = [...new Set([number, ...paper.foot.label])].filter(text => text !== '');
  const page = widthOf(numberOf(paper), SMALL, metrics);
  const joined = numbers.map(text => `${text}\u3000`).join('');
  const onOne = widthOf(title, SMALL, metrics) + GAP + widthOf(joined, SMALL, metrics) + page <= width;
  if (onOne) return { title: [title], numbers: joined === '' ? [] : [joined], oneLine: true };
  const lines =
    widthOf(joined.trimEnd(), SMALL, metrics) <= width * 0.5
      ? [joined.trimEnd()].filter(text => text !== '')
      : numbers.flatMap(text => broken(text, width * 0.5, numbers.length > 2 ? 1 : MOST_LINES, metrics));
  const room = width - GAP - Math.max(page, widest(lines, metrics));
  return { title: broken(title, room, MOST_LINES, metrics), numbers: lines, oneLine: false };
}

/** A label is shortened before its rule is: there must be room to sign. */
function signLine(line: string, width: number, metrics: FontMetrics): string {
  if (widthOf(line, SIGN, metrics) <= width) return line;
  const [, label = '', rule = ''] = /^(.*?)([\s_＿]*)$/s.exec(line) ?? [];
  return cut(label, width - widthOf(rule, SIGN, metrics), SIGN, metrics) + rule;
}

export interface SignLines {
  readonly lines: readonly string[];
  readonly pitch: number;
}

const SIGN_PITCH = 10;

/** The lines to sign at the foot of every page: two side by side, or closer, where there is no room for all. */
export function signLines(paper: Paper, metrics: FontMetrics): SignLines {
  const width = typeArea(paper).width - codeWidth(paper.foot) - GAP;
  const height = paper.margins[2] - 4 - UNPRINTABLE;
  const single = paper.foot.signLines.map(line => signLine(line.replaceAll('\n', ' '), width, metrics));
  const lines = single.length * SIGN_PITCH <= height ? single : sideBySide(single, width, metrics);
  return { lines, pitch: Math.min(SIGN_PITCH, Math.floor((height / Math.max(1, lines.length)) * 10) / 10) };
}

function sideBySide(lines: readonly string[], width: number, metrics: FontMetrics): readonly string[] {
  const pairs: string[] = [];
  let open = false;
  for (const line of lines) {
    const together = `${pairs.at(-1) ?? ''}\u3000${line}`;
    if (open && widthOf(together, SIGN, metrics) <= width) {
      pairs[pairs.length - 1] = together;
      open = false;
    } else {
      pairs.push(line);
      open = true;
    }
  }
  return pairs;
}
