import type { Foot, Paper, Part } from '../paper.model.ts';
import { SHEETS } from '../paper.sheets.ts';
import { paperWords } from '../paper.words.ts';
import { cssString } from './escape.ts';
import { pageCode, pageCodeTexts } from './qr.text.ts';

/*
 * Everything in the margins is a margin box of @page, so nothing in the flow can meet it, and what differs from
 * page to page is picked by counter(page). Padding of the boxes at the foot is the distance from the type area.
 */

const SMALL = 'font: 9pt/4mm "PD Marks", "PD Fang", "PD Wen"; white-space: pre';

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

const label = (foot: Foot, align: 'center' | 'right'): readonly string[] => [
  `content: ${cssString(foot.label.join('\n'))}`,
  SMALL,
  'vertical-align: top',
  'padding-top: 3mm',
  `text-align: ${align}`,
];

const running = (heads: Part['running']): string =>
  (['left', 'right'] as const)
    .map((side, index) =>
      margin(
        `top-${side}`,
        heads
          ? [
              `content: ${cssString(heads[index] ?? '')}`,
              SMALL,
              'vertical-align: bottom',
              'padding-bottom: 2mm',
              `text-align: ${side}`,
            ]
          : ['content: none'],
      ),
    )
    .join('');

/** GB/T 9704—2012, 7.5: — 1 — in 14 pt at the outer side, one character in; the code is on the other side. */
function letterFoot(foot: Foot): string {
  const dash = (side: 'left' | 'right') => [
    'content: "— " counter(page) " —"',
    'font: 14pt/14pt "PD Fang"',
    'vertical-align: top',
    'padding-top: 5mm',
    `text-align: ${side}`,
    `padding-${side}: 5.6mm`,
  ];
  const page = (selector: string, outer: 'left' | 'right', inner: 'left' | 'right') =>
    `@page :${selector} {\n${margin(`bottom-${inner}`, code(foot, 3, inner))}${margin('bottom-center', label(foot, 'center'))}${margin(`bottom-${outer}`, dash(outer))}}\n`;
  return page('right', 'right', 'left') + page('left', 'left', 'right');
}

/** The landscape foot is lower, so the code stands closer to the type area. */
function plainFoot(paper: Paper): string {
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
    margin('bottom-right', label(foot, 'right'))
  );
}

/** 笔录: the lines to sign are at the foot of every page, so number and page go to its head. */
function signedFoot(paper: Paper, heads: Part['running']): string {
  const { foot } = paper;
  const before = [heads?.[1] ?? '', ...foot.label].filter(text => text !== '').map(text => `${text}\u3000`);
  return (
    margin('top-left', [
      `content: ${cssString(heads?.[0] ?? '')}`,
      SMALL,
      'vertical-align: bottom',
      'padding-bottom: 2mm',
      'text-align: left',
    ]) +
    margin('top-right', [
      `content: ${cssString(before.join(''))} ${pageNumber(paper)}`,
      SMALL,
      'vertical-align: bottom',
      'padding-bottom: 2mm',
      'text-align: right',
    ]) +
    margin('bottom-left', [
      `content: ${cssString(foot.signLines.join('\n'))}`,
      'font: 12pt/10mm "PD Marks", "PD Fang", "PD Wen"',
      'white-space: pre',
      'vertical-align: top',
      'padding-top: 4mm',
      'text-align: left',
    ]) +
    margin('bottom-right', code(foot, 8, 'right'))
  );
}

/** The class of a part and the name of its pages; the first part has the unnamed ones. */
export const partPage = (index: number): string => (index === 0 ? '' : `part-${index + 1}`);

function partPages(paper: Paper): string {
  return paper.parts
    .map((part, index) => {
      const name = partPage(index);
      if (name === '') return '';
      const boxes = paper.foot.signLines.length > 0 ? signedFoot(paper, part.running) : running(part.running);
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
export function pageCss(paper: Paper, pages: number): string {
  const [width, height] = SHEETS[paper.sheet].size;
  const { foot, margins } = paper;
  const first = paper.parts[0]?.running ?? null;
  const signed = foot.signLines.length > 0;
  const boxes = signed
    ? signedFoot(paper, first)
    : running(first) + (foot.pages === 'dash' ? '' : plainFoot(paper));
  return [
    pageCodes(paper, pages),
    `@page {\n  size: ${width}mm ${height}mm;\n  margin: ${margins.map(mm => `${mm}mm`).join(' ')};\n${boxes}}\n`,
    foot.pages === 'dash' && !signed ? letterFoot(foot) : '',
    signed ? '' : `@page :first {\n${running(null)}}\n`,
    partPages(paper),
  ].join('');
}
