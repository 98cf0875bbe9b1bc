import type { Paper } from './paper.model.ts';

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

/** Controls, invisible marks and marks that turn the direction of writing, private use and non-characters. */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB\uFFFE\uFFFF]/g;

/**
 * Text as it can be printed. U+2000 to U+2003 are the modules of the QR code in the font that draws it, so in
 * text they become ordinary spaces.
 */
export function printText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(lone, '')
    .replace(UNPRINTABLE, '')
    .replace(/[\u2001\u2003]/g, '\u3000')
    .replace(/[\t\u00A0\u2000\u2002\u2004-\u200A\u202F\u205F]/g, ' ')
    .replace(LOOK_ALIKE, char => SUPPLEMENT[char] ?? char.normalize('NFKC'));
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return printText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cleaned(member)]));
}

/** The same paper with every text as it can be printed. */
export const printable = (paper: Paper): Paper => cleaned(paper) as Paper;
