import type { FontMetrics, MissingPlace, Paper } from './paper.model.ts';

/**
 * Radicals are look-alikes of characters, typed by accident or copied out of old PDF files; a name written with
 * one is never found again. Kangxi radicals and compatibility ideographs have a compatibility mapping; of the
 * radicals supplement only two do, so the simplified forms that occur in text are listed.
 */
const SUPPLEMENT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺁厂⺇几⺌小⺎尢⺏尢⺐尢⺒巳⺓幺⺛无⺝月⺟母⺠民⺯糸⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻱龟⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', character = '']) => [radical, character]),
);

const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;

const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Controls, non-characters, and what is not seen by itself: joiners, selectors of a variant or of a colour, fillers,
 * marks that turn the direction of writing. A page keeps its direction whatever is entered.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFF9-\uFFFB\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text as it can be printed, as far as that does not hang on fonts: composed, since those have é and no accent to
 * set on an e. U+2000 to U+2003 are the modules of the QR code in the font that draws it, so in
 * text they become ordinary spaces.
 */
export function printText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(lone, '')
    .replace(UNPRINTABLE, '')
    .replace(/[\u2001\u2003]/g, '\u3000')
    .replace(/[\t\u00A0\u2000\u2002\u2004-\u200A\u202F\u205F]/g, ' ')
    .replace(LOOK_ALIKE, char => SUPPLEMENT[char] ?? char.normalize('NFKC'))
    .normalize('NFC');
}

/** 〓, the mark printers set for a character they have no type of. */
export const MISSING_MARK = '\u3013';

/** Fonts draw in the private area what they like. */
const PRIVATE = /\p{Co}/u;
const COMBINING = /\p{M}/u;
const KEYCAP = '\u20E3';

/** A mark over a letter is drawn with it by one font, or by one of the system. */
const isDrawn = (char: string, metrics: FontMetrics): boolean =>
  char === '\n' ||
  metrics.covers(char) ||
  (metrics.draws(char) && !PRIVATE.test(char) && !COMBINING.test(char));

const clusters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

export interface PrintedText {
  readonly text: string;
  /** What a reader takes for one character, and no bundled font draws: an emoji of several code points is one. */
  readonly missing: readonly string[];
}

/**
 * Text that the bundled fonts draw to the last character: a font of the system, which would be another one on every
 * computer, is never asked for. What they lack is seen as 〓.
 */
export function printedText(raw: string, metrics: FontMetrics): PrintedText {
  const whole = printText(raw);
  if (Array.from(whole).every(char => isDrawn(char, metrics))) return { text: whole, missing: [] };
  const missing: string[] = [];
  let text = '';
  for (const { segment } of clusters.segment(raw)) {
    const chars = Array.from(printText(segment));
    const lacking = chars.findIndex(char => !isDrawn(char, metrics));
    text += (lacking < 0 ? chars : chars.slice(0, lacking)).join('');
    if (lacking < 0 || (lacking > 0 && chars[lacking] === KEYCAP)) continue;
    text += MISSING_MARK;
    missing.push(segment);
  }
  return { text, missing };
}

const mapped = (value: unknown, change: (text: string, key: string) => string, key = ''): unknown => {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map(member => mapped(member, change, key));
  if (value === null || typeof value !== 'object') return value;
  const own = 'key' in value && typeof value.key === 'string' ? value.key : key;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, mapped(member, change, own)]),
  );
};

/** The same paper with every text as it can be printed. */
export const printable = (paper: Paper): Paper => mapped(paper, printText) as Paper;

/** Characters of text shown on either side of what is missing. */
const AROUND = 6;

function around(text: string): string {
  const chars = Array.from(text.replaceAll('\n', ' '));
  const at = chars.indexOf(MISSING_MARK);
  const from = Math.max(0, at - AROUND);
  const end = at + AROUND + 1;
  const shown = chars.slice(from, end).join('');
  return `${from > 0 ? '…' : ''}${shown}${end < chars.length ? '…' : ''}`;
}

export interface PrintedPaper {
  readonly paper: Paper;
  readonly missing: readonly MissingPlace[];
}

/** The same paper as the bundled fonts draw it, and where they lack what was entered. */
export function printedPaper(raw: Paper, metrics: FontMetrics): PrintedPaper {
  const places = new Map<string, MissingPlace>();
  const paper = mapped(raw, (content, key) => {
    const { text, missing } = printedText(content, metrics);
    const chars = [...new Set(missing)];
    const id = `${key} ${chars.join('')}`;
    if (chars.length > 0 && !places.has(id)) places.set(id, { key, chars, around: around(text) });
    return text;
  }) as Paper;
  const found = [...places.values()];
  const named = new Set(found.flatMap(({ key, chars }) => (key === '' ? [] : chars)));
  // Titles and heads repeat what was entered.
  const missing = found.filter(({ key, chars }) => key !== '' || chars.some(char => !named.has(char)));
  return { paper, missing };
}
