import type { Foot, FontMetrics, Paper, Part } from '../paper.model.ts';
import { SHEETS } from '../paper.sheets.ts';
import { paperWords } from '../paper.words.ts';
import { cssString } from './escape.ts';
import { headLines, labelLines, signedHead, signLines } from './margin-lines.ts';
import { pageCode, pageCodeTexts } from './qr.text.ts';

/*
 * Everything in the margins is a margin box of @page, so nothing in the flow can meet it, and what differs from
 * page to page is picked by counter(page). Padding of the boxes at the foot is the distance from the type area.
 * Lines are broken in margin-lines.ts: the boxes of one edge do not know of each other.
 */

const SMALL = 'font: 9pt/4mm "PD Marks", "PD Fang", "PD Wen"; white-space: pre';

const lined = (lines: readonly string[]): string => cssString(lines.join('\n'));

const margin = (box: string, declarations: readonly string[]): string =>
  `  @${box} { ${declarations.join('; ')}; }\n`;

function pageNumber(paper: Paper): string {
  const words = paperWords(paper.lang);
  const after = words.afterPages ? ` ${cssString(words.afterPages)}` : '';
  return `${cssString(words.page)} counter(page) ${cssString(words.of)} counter(pages)${after}`;
}

const code = (foot: Foot, paddingMm: number, align: 'left' | 'right'): readonly string[] =>
  foot.qr
    ? [
        'content: counter(page, page-code)',
        'white-space: pre',
        'font: 4px/4px "PD QR"',
        'vertical-align: top',
        `padding-top: ${paddingMm}mm`,
        `text-align: ${align}`,
      ]
    : ['content: none'];

const label = (lines: readonly string[], align: 'center' | 'right'): readonly string[] => [
  `content: ${lined(lines)}`,
  SMALL,
  'vertical-align: top',
  'padding-top: 3mm',
  `text-align: ${align}`,
];

const head = (side: 'left' | 'right', content: string): string =>
  margin(`top-${side}`, [
    `content: ${content}`,
    SMALL,
    'vertical-align: bottom',
    'padding-bottom: 2mm',
    `text-align: ${side}`,
  ]);

const NO_HEAD = margin('top-left', ['content: none']) + margin('top-right', ['content: none']);

function running(heads: Part['running'], paper: Paper, metrics: FontMetrics): string {
  if (!heads) return NO_HEAD;
  const [left, right] = headLines(heads, paper, metrics);
  return head('left', lined(left)) + head('right', lined(right));
}

/** GB/T 9704—2012, 7.5: — 1 — in 14 pt at the outer side, one character in; the code is on the other side. */
function letterFoot(paper: Paper, metrics: FontMetrics): string {
  const { foot } = paper;
  const labels = labelLines(paper, metrics);
  const dash = (side: 'left' | 'right') => [
    'content: "— " counter(page) " —"',
    'font: 14pt/14pt "PD Fang"',
    'vertical-align: top',
    'padding-top: 5mm',
    `text-align: ${side}`,
    `padding-${side}: 5.6mm`,
  ];
  const page = (selector: string, outer: 'left' | 'right', inner: 'left' | 'right') =>
    `@page :${selector} {\n${margin(`bottom-${inner}`, code(foot, 3, inner))}${margin('bottom-center', label(labels, 'center'))}${margin(`bottom-${outer}`, dash(outer))}}\n`;
  return page('right', 'right', 'left') + page('left', 'left', 'right');
}

/** The landscape foot is lower, so the code stands closer to the type area. */
function plainFoot(paper: Paper, metrics: FontMetrics): string {
  const { foot } = paper;
  const numbered =
    foot.pages === 'none'
      ? ['content: none']
      : [
          `content: ${pageNumber(paper)}`,
          'font: 10.5pt/5mm "PD Fang"',
          'vertical-align: top',
          'padding-top: 4mm',
        ];
  return (
    margin('bottom-left', code(foot, paper.sheet === 'register' ? 1.5 : 3, 'left')) +
    margin('bottom-center', numbered) +
    margin('bottom-right', label(labelLines(paper, metrics), 'right'))
  );
}

/** 笔录: the lines to sign are at the foot of every page, so number and page go to its head. */
function signedFoot(paper: Paper, heads: Part['running'], metrics: FontMetrics): string {
  const { title, numbers, oneLine } = signedHead(heads, paper, metrics);
  const before = numbers.length > 0 ? lined(oneLine ? numbers : [...numbers, '']) : '';
  const { lines, pitch } = signLines(paper, metrics);
  return (
    head('left', lined(title)) +
    head('right', `${before} ${pageNumber(paper)}`) +
    margin('bottom-left', [
      `content: ${lined(lines)}`,
      `font: 12pt/${pitch}mm "PD Marks", "PD Fang", "PD Wen"`,
      'white-space: pre',
      'vertical-align: top',
      'padding-top: 4mm',
      'text-align: left',
    ]) +
    margin('bottom-right', code(paper.foot, 8, 'right'))
  );
}

/** The first page of a record has its title in the text; its number is at the head all the same. */
const firstSigned = (heads: Part['running'], paper: Paper, metrics: FontMetrics): string =>
  heads === null || signedHead(heads, paper, metrics).title.join('') === ''
    ? ''
    : `@page :first {\n${margin('top-left', ['content: none'])}}\n`;

/** The class of a part and the name of its pages; the first part has the unnamed ones. */
export const partPage = (index: number): string => (index === 0 ? '' : `part-${index + 1}`);

function partPages(paper: Paper, metrics: FontMetrics): string {
  return paper.parts
    .map((part, index) => {
      const name = partPage(index);
      if (name === '') return '';
      const signed = paper.foot.signLines.length > 0;
      const boxes = signed ? signedFoot(paper, part.running, metrics) : running(part.running, paper, metrics);
      return `.${name} { page: ${name}; break-before: page; }\n@page ${name} {\n${boxes}}\n`;
    })
    .join('');
}

function pageCodes(paper: Paper, pages: number): string {
  const { qr } = paper.foot;
  if (!qr) return '';
  const texts = pageCodeTexts(Array.from({ length: pages }, (_, index) => pageCode(qr, index + 1)));
  return `@counter-style page-code {\n  system: fixed;\n  symbols:\n    ${texts.map(cssString).join('\n    ')};\n}\n`;
}

/** `pages`: for how many pages there are codes; the paper must not have more. */
export function pageCss(paper: Paper, pages: number, metrics: FontMetrics): string {
  const [width, height] = SHEETS[paper.sheet].size;
  const { foot, margins } = paper;
  const first = paper.parts[0]?.running ?? null;
  const signed = foot.signLines.length > 0;
  const boxes = signed
    ? signedFoot(paper, first, metrics)
    : running(first, paper, metrics) + (foot.pages === 'dash' ? '' : plainFoot(paper, metrics));
  return [
    pageCodes(paper, pages),
    `@page {\n  size: ${width}mm ${height}mm;\n  margin: ${margins.map(mm => `${mm}mm`).join(' ')};\n${boxes}}\n`,
    foot.pages === 'dash' && !signed ? letterFoot(paper, metrics) : '',
    signed ? firstSigned(first, paper, metrics) : `@page :first {\n${NO_HEAD}}\n`,
    partPages(paper, metrics),
  ].join('');
}
