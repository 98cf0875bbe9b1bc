import { SHEETS } from '#shared/documents/paper.sheets.ts';
import type { Closing, Paper } from '#shared/documents/paper.model.ts';
import type { InspectedPage, InspectedPdf, TextBox } from './pdf-inspect.ts';

/* Checks of a printed paper. Each answers with what is wrong, a sentence apiece. */

const OUR_FONTS = /^[A-Z]{6}\+(FandolFang|FandolKai|FandolHei|LXGWWenKai|NotoSerifSC|PhoenixMarks|PhoenixQR)/;
/** Chromium rounds the page to whole pixels, and type to its own grid. */
const SIZE_TOLERANCE = 0.5;
const EDGE_TOLERANCE = 0.4;
/** Most printers leave this much of the sheet white. */
const UNPRINTABLE = 5;
const OVERLAP = 0.12;
const RADICALS = /[\u2E80-\u2FDF\uF900-\uFAFF]/;

export const bare = (text: string): string => text.normalize('NFC').replace(/[\s\u2000-\u200F]/g, '');

export function fontFaults({ fonts, tagged }: InspectedPdf): readonly string[] {
  return [
    ...(tagged ? [] : ['not tagged']),
    ...(fonts.length > 0 ? [] : ['no fonts']),
    ...fonts.flatMap(({ name, type3, embedded }) => [
      ...(OUR_FONTS.test(name) ? [] : [`foreign font ${name}`]),
      ...(type3 ? [`Type 3 font ${name}`] : []),
      ...(embedded ? [] : [`font ${name} is not embedded`]),
    ]),
  ];
}

/** Text in the type area; what is in the margins is put there by the page boxes. */
export function bodyBoxes(page: InspectedPage, paper: Paper): readonly TextBox[] {
  const [top, , bottom] = paper.margins;
  return page.boxes.filter(box => {
    const middle = (box.top + box.bottom) / 2;
    return middle > top && middle < page.height - bottom;
  });
}

/** Heads and feet end where the text does. */
function boxFaults(box: TextBox, page: InspectedPage, paper: Paper): readonly string[] {
  const [, right, , left] = paper.margins;
  return box.left < left - EDGE_TOLERANCE || box.right > page.width - right + EDGE_TOLERANCE
    ? [`outside the type area: ${box.text}`]
    : [];
}

/** Side of the page code of version 2; a longer one is larger. */
const LEAST_CODE = 13;

/** Where the page code is at the least: it is drawn of spaces, which are no text. */
function codeBox(page: InspectedPage, number: number, paper: Paper): TextBox | null {
  if (!paper.foot.qr) return null;
  const [, right, bottom, left] = paper.margins;
  const signed = paper.foot.signLines.length > 0;
  const atRight = signed || (paper.foot.pages === 'dash' && number % 2 === 0);
  const top = page.height - bottom + (signed ? 8 : paper.sheet === 'register' ? 1.5 : 3);
  const start = atRight ? page.width - right - LEAST_CODE : left;
  return { text: 'the page code', left: start, right: start + LEAST_CODE, top, bottom: top + LEAST_CODE };
}

const isCode = (text: string): boolean => /^[\u2000-\u2003\s]+$/.test(text);

export function placeFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  const [width, height] = SHEETS[paper.sheet].size;
  return pages.flatMap((page, index) => {
    const body = bodyBoxes(page, paper);
    const texts = page.boxes.filter(box => !isCode(box.text));
    const code = codeBox(page, index + 1, paper);
    const faults = [
      ...(Math.abs(page.width - width) > SIZE_TOLERANCE || Math.abs(page.height - height) > SIZE_TOLERANCE
        ? ['wrong size']
        : []),
      ...texts.flatMap(box => boxFaults(box, page, paper)),
      ...texts
        .filter(
          box =>
            box.left < UNPRINTABLE ||
            box.right > page.width - UNPRINTABLE ||
            box.top < UNPRINTABLE ||
            box.bottom > page.height - UNPRINTABLE,
        )
        .map(box => `in the unprintable margin: ${box.text}`),
      ...overlaps(code ? [...texts, code] : texts),
      ...(body.length > 0 ? [] : ['empty']),
      ...(page.boxes.some(box => RADICALS.test(box.text)) ? ['radicals in the text'] : []),
    ];
    return faults.map(fault => `page ${index + 1}: ${fault}`);
  });
}

function overlaps(boxes: readonly TextBox[]): readonly string[] {
  const faults: string[] = [];
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const height = Math.min(a.bottom - a.top, b.bottom - b.top);
      if (across > 0.4 && down > OVERLAP * height) faults.push(`overlap: ${a.text} / ${b.text}`);
    }
  });
  return faults;
}

export interface ValueOf {
  readonly key: string;
  readonly text: string;
}

export function valuesOf(part: unknown): readonly ValueOf[] {
  if (Array.isArray(part)) return part.flatMap(valuesOf);
  if (part === null || typeof part !== 'object') return [];
  const { kind, key, text } = part as Readonly<Record<string, unknown>>;
  if (kind === 'value' && typeof key === 'string' && typeof text === 'string') return [{ key, text }];
  return Object.values(part).flatMap(valuesOf);
}

/** A shorter piece at the foot of a page may be found by chance. */
const LEAST_PIECE = 6;

/** How much of the beginning of a text a page has. */
function pieceOn(page: string, text: string): number {
  let low = 0;
  let high = Math.min(text.length, page.length);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (page.includes(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What of a text is not found when it is followed from page to page, and from row to row where a row was parted. */
function lackingOf(text: string, pages: readonly string[]): string {
  let rest = bare(text);
  for (const page of pages) {
    let under = page;
    for (;;) {
      if (under.includes(rest)) return '';
      const found = pieceOn(under, rest);
      if (found < LEAST_PIECE) break;
      under = under.slice(under.indexOf(rest.slice(0, found)) + found);
      rest = rest.slice(found);
    }
  }
  return rest;
}

/** Every entered value stands on the paper, whole, over as many pages as it needs. */
export function valueFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  const texts = pages.map(page =>
    bare(
      bodyBoxes(page, paper)
        .map(box => box.text)
        .join(''),
    ),
  );
  return valuesOf(paper.parts).flatMap(({ key, text }) => {
    const lacking = lackingOf(text, texts);
    return lacking === '' ? [] : [`value ${key} lacks: ${lacking.slice(0, 30)}`];
  });
}

const LETTER_LINE = 28.95 * (25.4 / 72);

/** Lowest text of a page; notes are left out unless they are all there is. */
function lowest(boxes: readonly TextBox[]): number {
  const notes = boxes.find(({ text }) => /^(?:注：|Note:)/.test(text))?.top ?? Infinity;
  const above = boxes.filter(box => box.bottom <= notes);
  return Math.max(0, ...(above.length > 0 ? above : boxes).map(({ bottom }) => bottom));
}

/**
 * A letter goes to its next page when the page is full: what begins that one, up to the notes, had no room. A page
 * is left short by no more than two lines kept together and the line free under a seal.
 */
function roomFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  if (paper.sheet !== 'letter' || paper.parts.length > 1) return [];
  const [top, , bottom] = paper.margins;
  return pages.slice(0, -1).flatMap((page, index) => {
    const next = pages[index + 1];
    if (!next) return [];
    const room = page.height - bottom - Math.max(0, ...bodyBoxes(page, paper).map(box => box.bottom));
    const wanted = lowest(bodyBoxes(next, paper)) - top;
    return wanted + 3 * LETTER_LINE < room
      ? [`page ${index + 1}: has room for what page ${index + 2} begins with`]
      : [];
  });
}

/** The lines of a page from its top, in order. */
export function linesOf(boxes: readonly TextBox[]): readonly string[] {
  const lines: { readonly bottom: number; text: string }[] = [];
  for (const box of boxes.toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const last = lines.at(-1);
    if (last && box.bottom - last.bottom < 2) last.text += box.text;
    else lines.push({ bottom: box.bottom, text: box.text });
  }
  return lines.map(({ text }) => bare(text));
}

/** Unit and date of a letter are on the page of two lines of its text at the least. */
function closingFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  if (paper.sheet !== 'letter') return [];
  return paper.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block, index) => {
      if (block.kind !== 'closing' || blocks[index - 1]?.kind !== 'para') return [];
      const wordsOf = (runs: Closing['unit']): string =>
        bare(runs.map(run => ('text' in run ? run.text : '')).join(''));
      const unit = wordsOf(block.unit).slice(0, 10);
      const date = wordsOf(block.date);
      return pages.flatMap((page, number) => {
        const lines = linesOf(bodyBoxes(page, paper)).map(line => line.replaceAll('＿', ''));
        // A line of the text may begin with the name of the unit as well: its date is under it in the closing.
        const at = lines.findLastIndex(
          (line, index) =>
            line.startsWith(unit) && lines.slice(index + 1).some(below => below.startsWith(date)),
        );
        return number > 0 && unit !== '' && (at === 0 || at === 1)
          ? [`page ${number + 1}: a closing with ${at} lines of the text`]
          : [];
      });
    }),
  );
}

/** No page begins with a note, and none is turned early. */
export function breakFaults(inspected: InspectedPdf, paper: Paper): readonly string[] {
  const alone = inspected.pages.flatMap((page, index) => {
    const first = bodyBoxes(page, paper).toSorted((a, b) => a.top - b.top)[0];
    // Under the seal of a letter they are set where there is room: its text and its closing are what must not part.
    return index > 0 && paper.sheet !== 'letter' && /^(?:注：|Note:)/.test(bare(first?.text ?? ''))
      ? [`page ${index + 1}: notes alone`]
      : [];
  });
  return [...alone, ...roomFaults(inspected, paper), ...closingFaults(inspected, paper)];
}
