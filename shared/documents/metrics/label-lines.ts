import type { FontMetrics } from '../paper.model.ts';
import { TOLERANCE, unitsOf, type Unit } from './measure.ts';

/*
 * Where the lines of a label begin. Chromium fills one line after the other and leaves 投诉方式（渠 over 道）; here the
 * lines of a label are chosen together.
 */

const OPENING = '（(〔［[《“';
const CLOSING = '）)〕］]》”';
/** Marks that join two members: a line ends well after one. */
const JOINS = '、，；：,;:／/ ';
/** Words of one character that belong to what precedes them, 举报 + 人, and to what follows, 或 + 个人. */
const LEANING = '的人者员部度室';
const CONJUNCTIONS = '和与及或且并';

/** What a break costs, in one scale. */
const COST = {
  afterJoin: 0,
  afterBracket: 1,
  beforeBracket: 2,
  betweenWords: 4,
  afterOf: 2,
  joinInLongBracket: 4,
  wordsInLongBracket: 12,
  beforeLeaning: 8,
  besideSingle: 3,
  withinWord: 24,
  /** ／ may begin a line, 、 may not. */
  beforeJoin: 24,
  /** More than another line: 转往 | （承办） | 单位 rather than 转往（承 | 办）单位. */
  withinShortBracket: 60,
  anotherLine: 40,
  /** Times the square of what a line differs from the mean, as a part of its length. */
  uneven: 20,
  shorterThanNext: 1.5,
  loneCharacter: 12,
} as const;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words by where they begin. */
const wordsAt = (text: string): ReadonlyMap<number, string> =>
  new Map([...words.segment(text)].map(({ index, segment }) => [index, segment]));

/** What it costs to part a word, or two words that are read as one. */
function wordCost(text: string, at: number, starts: ReadonlyMap<number, string>): number {
  const next = starts.get(at);
  if (next === undefined) return COST.withinWord;
  const before = text[at - 1] ?? '';
  if (LEANING.includes(next)) return COST.betweenWords + COST.beforeLeaning;
  if (before === '的') return COST.afterOf;
  const singleAfter = next.length === 1 && !CONJUNCTIONS.includes(next);
  const singleBefore = starts.get(at - 1)?.length === 1 && !LEANING.includes(before);
  // A word that the segmenter does not know, 汇 + 总.
  if (singleAfter && singleBefore) return COST.withinWord;
  return COST.betweenWords + (singleAfter || singleBefore ? COST.besideSingle : 0);
}

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly short: boolean;
}

/** The outermost brackets of a text; a short one fits on a line. */
function bracketsOf(text: string, em: number, metrics: FontMetrics): readonly Bracket[] {
  const found: Bracket[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (OPENING.includes(char) && depth++ === 0) start = at;
    if (!CLOSING.includes(char) || depth === 0 || --depth > 0) continue;
    const width = Array.from(text.slice(start, at + 1)).reduce((sum, each) => sum + metrics.advance(each), 0);
    found.push({ start, end: at + 1, short: width <= em + TOLERANCE });
  }
  return found;
}

function breakCosts(text: string, em: number, metrics: FontMetrics): (at: number) => number {
  const brackets = bracketsOf(text, em, metrics);
  const starts = wordsAt(text);
  return at => {
    const before = text[at - 1] ?? '';
    const joined = JOINS.includes(before);
    const around = brackets.find(({ start, end }) => start < at && at < end);
    if (around?.short) return COST.withinShortBracket;
    if (around) return joined ? COST.joinInLongBracket : COST.wordsInLongBracket + wordCost(text, at, starts);
    if (JOINS.includes(text[at] ?? '-')) return COST.beforeJoin;
    if (joined) return COST.afterJoin;
    if (CLOSING.includes(before)) return COST.afterBracket;
    if (OPENING.includes(text[at] ?? '')) return COST.beforeBracket;
    return wordCost(text, at, starts);
  };
}

interface Way {
  readonly starts: readonly number[];
  readonly cost: number;
  /** Of its first line. */
  readonly width: number;
}

interface Text {
  readonly units: readonly Unit[];
  readonly em: number;
  readonly cost: (at: number) => number;
}

/** What it costs to set a line of this width among lines that are so wide in the mean. */
const unevenness = (width: number, mean: number, em: number): number =>
  COST.uneven * ((width - mean) / em) ** 2;

/** The best way to set the units in so many lines; null where there is none. */
function bestWay(text: Text, lines: number, mean: number): Way | null {
  const { units, em, cost } = text;
  const known = new Map<string, Way | null>();
  function from(first: number, left: number): Way | null {
    const name = `${first} ${left}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    let best: Way | null = null;
    let whole = 0;
    for (const [index, unit] of units.slice(first).entries()) {
      const width = whole + unit.width - unit.trailing;
      if (width > em + TOLERANCE) break;
      whole += unit.width;
      const way = endingAt(first + index + 1, left, width);
      if (way && (!best || way.cost < best.cost)) best = way;
    }
    known.set(name, best);
    return best;
  }
  /** With a first line that ends before this unit. */
  function endingAt(end: number, left: number, width: number): Way | null {
    const own = unevenness(width, mean, em);
    const next = units[end];
    if (!next)
      return left === 1 ? { starts: [], width, cost: own + (width <= 1 ? COST.loneCharacter : 0) } : null;
    const rest = left > 1 ? from(end, left - 1) : null;
    if (!rest) return null;
    const shorter = width < rest.width ? COST.shorterThanNext : 0;
    return {
      starts: [next.start, ...rest.starts],
      width,
      cost: own + shorter + cost(next.start) + rest.cost,
    };
  }
  return from(0, lines);
}

const LONGEST = 60;
/** In less a label is a column of characters. */
const LEAST_EM = 3;

/**
 * Offsets at which the lines of a label after the first begin, in as few lines as it needs or in one more; null for a
 * label that is left to the browser: one without a Chinese character, and one with a word that is wider than the line.
 */
export function labelBreaks(label: string, em: number, metrics: FontMetrics): readonly number[] | null {
  if (!/\p{Script=Han}/u.test(label) || label.length > LONGEST || em < LEAST_EM || label.includes('\n'))
    return null;
  const units = unitsOf([{ text: label, kept: false }], metrics);
  if (units.some(({ width, trailing }) => width - trailing > em + TOLERANCE)) return null;
  const width = units.reduce((sum, unit) => sum + unit.width, 0) - (units.at(-1)?.trailing ?? 0);
  const text: Text = { units, em, cost: breakCosts(label, em, metrics) };
  let fewest: Way | null = null;
  for (let lines = Math.max(1, Math.ceil(width / em - TOLERANCE)); lines <= units.length; lines++) {
    const way = bestWay(text, lines, width / lines);
    if (fewest) return way && way.cost + COST.anotherLine < fewest.cost ? way.starts : fewest.starts;
    fewest = way;
  }
  return fewest?.starts ?? null;
}
