import { PageNumber, TextRun } from 'docx';
import { assertNever } from '#shared/core/assert.ts';
import type { Font, Paper, Run } from '#shared/documents/paper.model.ts';
import { paperWords } from '#shared/documents/paper.words.ts';
import type { DocxType } from './sheet.docx.ts';

/** The fonts of Chinese Windows; fonts.docx.ts names what stands in for them elsewhere. */
const FACES: Readonly<Record<Font, string>> = { fang: '仿宋', kai: '楷体', hei: '黑体', song: '宋体' };
/** Every Windows has ☐ and ☑ in it; the four fonts above have neither. */
const MARKS = 'Segoe UI Symbol';
const LATIN = 'Times New Roman';

export interface RunStyle {
  readonly lang: Paper['lang'];
  readonly type: DocxType;
  readonly font?: Font;
  readonly bold?: boolean;
}

/** Without the hint Word would set “ ” … — in Chinese text with half the width, from the Latin font. */
function fontsOf(font: Font, lang: Paper['lang']) {
  const face = FACES[font];
  return lang === 'en'
    ? { ascii: LATIN, hAnsi: LATIN, eastAsia: face, cs: LATIN }
    : { ascii: face, hAnsi: face, eastAsia: face, cs: face, hint: 'eastAsia' };
}

/** 宋体 is the weight of titles. */
const look = ({ lang, type, font = 'fang', bold }: RunStyle, own: Font = font) => ({
  font: fontsOf(own, lang),
  size: type.size,
  ...((bold ?? own === 'song') ? { bold: true } : {}),
  ...(type.spacing === 0 ? {} : { characterSpacing: type.spacing }),
});

export const textDocx = (text: string, style: RunStyle, font?: Font): TextRun =>
  new TextRun({ text, ...look(style, font) });

function runDocx(run: Run, style: RunStyle): readonly TextRun[] {
  switch (run.kind) {
    case 'text':
    case 'value':
      return [textDocx(run.text, style, run.font)];
    case 'blank':
      return [textDocx('＿'.repeat(run.em), style)];
    case 'tick':
      return [
        new TextRun({
          ...look(style),
          text: run.on ? '☑' : '☐',
          font: { ascii: MARKS, hAnsi: MARKS, eastAsia: MARKS, cs: MARKS },
        }),
        textDocx(run.text, style),
      ];
    default:
      return assertNever(run);
  }
}

export const runsDocx = (runs: readonly Run[], style: RunStyle): readonly TextRun[] =>
  runs.flatMap(run => runDocx(run, style));

/** 第 x 页 共 y 页, counted by Word. */
export function pagesDocx(style: RunStyle): TextRun {
  const words = paperWords(style.lang);
  return new TextRun({
    ...look(style),
    children: [words.page, PageNumber.CURRENT, words.of, PageNumber.TOTAL_PAGES, words.afterPages],
  });
}

/** GB/T 9704—2012, 7.5: — 1 — in 宋体. */
export const dashDocx = (style: RunStyle): TextRun =>
  new TextRun({ ...look({ ...style, bold: false }, 'song'), children: ['— ', PageNumber.CURRENT, ' —'] });
