import { SHEETS } from '#shared/documents/paper.sheets.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
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

const bare = (text: string): string => text.normalize('NFC').replace(/[\s\u2000-\u200F]/g, '');

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
function bodyBoxes(page: InspectedPage, paper: Paper): readonly TextBox[] {
  const [top, , bottom] = paper.margins;
  return page.boxes.filter(box => {
    const middle = (box.top + box.bottom) / 2;
    return middle > top && middle < page.height - bottom;
  });
}

function boxFaults(box: TextBox, page: InspectedPage, paper: Paper): readonly string[] {
  const [, right, , left] = paper.margins;
  const outside =
    box.left < left - EDGE_TOLERANCE || box.right > page.width - right + EDGE_TOLERANCE
      ? [`outside the type area: ${box.text}`]
      : [];
  return outside;
}

const isCode = (text: string): boolean => /^[\u2000-\u2003\s]+$/.test(text);

export function placeFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  const [width, height] = SHEETS[paper.sheet].size;
  return pages.flatMap((page, index) => {
    const body = bodyBoxes(page, paper);
    const faults = [
      ...(Math.abs(page.width - width) > SIZE_TOLERANCE || Math.abs(page.height - height) > SIZE_TOLERANCE
        ? ['wrong size']
        : []),
      ...body.flatMap(box => boxFaults(box, page, paper)),
      ...page.boxes
        .filter(
          box =>
            !isCode(box.text) &&
            (box.left < UNPRINTABLE ||
              box.right > page.width - UNPRINTABLE ||
              box.top < UNPRINTABLE ||
              box.bottom > page.height - UNPRINTABLE),
        )
        .map(box => `in the unprintable margin: ${box.text}`),
      ...overlaps(body),
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

/** What of a text is not found when it is followed from page to page. */
function lackingOf(text: string, pages: readonly string[]): string {
  let rest = bare(text);
  for (const page of pages) {
    if (page.includes(rest)) return '';
    let low = 0;
    let high = Math.min(rest.length, page.length);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (page.includes(rest.slice(0, middle))) low = middle;
      else high = middle - 1;
    }
    if (low >= LEAST_PIECE) rest = rest.slice(low);
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

/** No page begins with a signature or a note, and the last one is worth its paper. */
export function breakFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  const texts = pages.map(page =>
    bare(
      [...bodyBoxes(page, paper)]
        .sort((a, b) => a.top - b.top)
        .map(box => box.text)
        .join(''),
    ),
  );
  return texts.flatMap((text, index) => {
    if (index === 0) return [];
    const signature = text.search(/（签字|（签名|＿＿＿＿年＿＿月/);
    const before = text.slice(0, Math.max(0, signature)).replace(/栏目|续填内容|[＿投诉人经办]/g, '');
    return [
      ...(signature >= 0 && before.length < 8 ? [`page ${index + 1}: signature alone`] : []),
      ...(text.startsWith('注：') ? [`page ${index + 1}: notes alone`] : []),
    ];
  });
}
