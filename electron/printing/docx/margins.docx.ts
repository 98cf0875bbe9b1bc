import { Footer, Header, TabStopType, type Paragraph, type ParagraphChild } from 'docx';
import { headLines, labelLines, signedHead, signLines } from '#shared/documents/html/margin-lines.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import type { Part } from '#shared/documents/paper.model.ts';
import { lined, runStyle } from './para.docx.ts';
import { dashDocx, pagesDocx, textDocx } from './runs.docx.ts';
import { pageCodeDocx } from './page-code.docx.ts';
import { SMALL, twipsOfMm, twipsOfPt, type DocxType, type Setting } from './sheet.docx.ts';

/* What stands in the margins is at the same places as on the program's own papers: see shared/documents/html/page.css.ts. */

/** Paragraphs, and how far from the edge of the page they begin or end, in twips. */
interface Strip {
  readonly paragraphs: readonly Paragraph[];
  readonly distance: number;
}

const NUMBER: DocxType = { size: 21, line: twipsOfMm(5), em: 210, spacing: 0 };
const DASH: DocxType = { size: 28, line: twipsOfMm(5), em: 280, spacing: 0 };
/** One character of 4号 from the outer edge. */
const DASH_INDENT = twipsOfMm(5.6);
/** A printer leaves so much of the sheet white. */
const EDGE = twipsOfMm(5);

const childrenOf = (
  left: readonly ParagraphChild[],
  center: readonly ParagraphChild[],
  right: readonly ParagraphChild[],
  setting: Setting,
): readonly ParagraphChild[] => {
  const tab = textDocx('\t', runStyle(setting, { type: SMALL }));
  return [...left, tab, ...center, tab, ...right];
};

function across(
  children: readonly ParagraphChild[],
  type: DocxType,
  { page }: Setting,
  ends: readonly [left: number, right: number] = [0, 0],
): Paragraph {
  return lined(
    { type, align: 'start' },
    {
      ...(ends[0] > 0 ? { indent: { left: ends[0] } } : {}),
      tabStops: [
        { type: TabStopType.CENTER, position: Math.round(page.area / 2) },
        { type: TabStopType.RIGHT, position: page.area - ends[1] },
      ],
      children: [...children],
    },
  );
}

const empty = (type: DocxType): Paragraph => lined({ type, align: 'start' }, {});

const above = (setting: Setting, paragraphs: readonly Paragraph[]): Strip => ({
  paragraphs,
  distance: Math.max(EDGE, setting.page.top - twipsOfMm(2) - paragraphs.length * SMALL.line),
});

/** The head of a part's pages: 2 mm above the type area. */
export function headOf(part: Part, setting: Setting): Strip {
  const { paper } = setting;
  const style = runStyle(setting, { type: SMALL });
  const text = (words: string | undefined): readonly ParagraphChild[] =>
    words ? [textDocx(words, style)] : [];
  const rows = (left: readonly string[], right: readonly (readonly ParagraphChild[])[]): Strip => {
    const count = Math.max(left.length, right.length);
    return above(
      setting,
      Array.from({ length: count }, (_, row) =>
        across(
          childrenOf(
            text(left[row - count + left.length]),
            [],
            right[row - count + right.length] ?? [],
            setting,
          ),
          SMALL,
          setting,
        ),
      ),
    );
  };
  if (paper.foot.signLines.length > 0) {
    const { title, numbers, oneLine } = signedHead(part.running, paper, bundledFonts);
    const pages = pagesDocx(style);
    return rows(
      title,
      oneLine ? [[...text(numbers[0]), pages]] : [...numbers.map(number => text(number)), [pages]],
    );
  }
  if (!part.running) return above(setting, [empty(SMALL)]);
  const [left, right] = headLines(part.running, paper, bundledFonts);
  return rows(
    left,
    right.map(line => text(line)),
  );
}

interface FootPage {
  readonly side: 'odd' | 'even';
  /** Only the first page has a code: Word has no other picture for each page, and the code names its page. */
  readonly coded: boolean;
}

function codeOf(setting: Setting, side: 'left' | 'right', below: number): readonly ParagraphChild[] {
  const { paper, page } = setting;
  const { qr } = paper.foot;
  if (!qr) return [];
  const top = page.height - page.bottom + twipsOfMm(below);
  return [pageCodeDocx(qr, { side, margin: page[side], pageWidth: page.width, top })];
}

const below = ({ page }: Setting, paragraphs: readonly Paragraph[], mm: number, height: number): Strip => ({
  paragraphs,
  distance: Math.max(0, page.bottom - twipsOfMm(mm) - height),
});

/** GB/T 9704—2012, 7.5: the number of the page at the outer side, the code at the other. */
function letterFoot(setting: Setting, { side, coded }: FootPage): Strip {
  const labels = labelLines(setting.paper, bundledFonts);
  const style = runStyle(setting, { type: SMALL });
  const dash = dashDocx(runStyle(setting, { type: DASH }));
  const odd = side === 'odd';
  const count = Math.max(1, labels.length);
  const code = coded ? codeOf(setting, odd ? 'left' : 'right', 3) : [];
  const paragraphs = Array.from({ length: count }, (_, row) => {
    const label = labels[row];
    const center = label === undefined ? [] : [textDocx(label, style)];
    const number = row === 0 ? [dash] : [];
    return across(
      [...(row === 0 ? code : []), ...childrenOf(odd ? [] : number, center, odd ? number : [], setting)],
      DASH,
      setting,
      odd ? [0, DASH_INDENT] : [DASH_INDENT, 0],
    );
  });
  return below(setting, paragraphs, 4, count * DASH.line);
}

function plainFoot(setting: Setting, { coded }: FootPage): Strip {
  const { paper } = setting;
  const labels = labelLines(paper, bundledFonts);
  const style = runStyle(setting, { type: SMALL });
  const pages = paper.foot.pages === 'none' ? [] : [pagesDocx(runStyle(setting, { type: NUMBER }))];
  const code = coded ? codeOf(setting, 'left', paper.sheet === 'register' ? 1.5 : 3) : [];
  const count = Math.max(1, labels.length);
  const paragraphs = Array.from({ length: count }, (_, row) => {
    const label = labels[row];
    return across(
      [
        ...(row === 0 ? code : []),
        ...childrenOf(
          [],
          row === 0 ? pages : [],
          label === undefined ? [] : [textDocx(label, style)],
          setting,
        ),
      ],
      SMALL,
      setting,
    );
  });
  return below(setting, paragraphs, 3, count * SMALL.line);
}

/** 笔录: what is signed on every page. */
function signedFoot(setting: Setting, { coded }: FootPage): Strip {
  const { lines, pitch } = signLines(setting.paper, bundledFonts);
  const type: DocxType = { size: 24, line: twipsOfMm(pitch), em: twipsOfPt(12), spacing: 0 };
  const style = runStyle(setting, { type });
  const code = coded ? codeOf(setting, 'right', 8) : [];
  const paragraphs = lines.map((line, row) =>
    lined({ type, align: 'start' }, { children: [...(row === 0 ? code : []), textDocx(line, style)] }),
  );
  return below(setting, paragraphs, 4, lines.length * type.line);
}

function footOf(setting: Setting, page: FootPage): Strip {
  const { foot } = setting.paper;
  if (foot.signLines.length > 0) return signedFoot(setting, page);
  return foot.pages === 'dash' ? letterFoot(setting, page) : plainFoot(setting, page);
}

/** Numbers are on the outer side of a letter's pages, so that even ones differ. */
export const hasSides = ({ paper }: Setting): boolean =>
  paper.foot.pages === 'dash' && paper.foot.signLines.length === 0;

/** Head and foot of a part. The first page has the code, and no head but one that is signed. */
export function marginsOf(part: Part, first: boolean, setting: Setting) {
  const head = headOf(part, setting);
  const foot = footOf(setting, { side: 'odd', coded: false });
  const header = () => new Header({ children: [...headOf(part, setting).paragraphs] });
  const footer = (page: FootPage) => new Footer({ children: [...footOf(setting, page).paragraphs] });
  const signed = setting.paper.foot.signLines.length > 0;
  const sides = hasSides(setting);
  return {
    distances: { header: head.distance, footer: foot.distance },
    titlePage: first,
    headers: {
      default: header(),
      ...(sides ? { even: header() } : {}),
      ...(first ? { first: signed ? header() : new Header({ children: [empty(SMALL)] }) } : {}),
    },
    footers: {
      default: footer({ side: 'odd', coded: false }),
      ...(sides ? { even: footer({ side: 'even', coded: false }) } : {}),
      ...(first ? { first: footer({ side: 'odd', coded: true }) } : {}),
    },
  };
}
