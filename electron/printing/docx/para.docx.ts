import { AlignmentType, HeadingLevel, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { linesOf, paragraphsOf } from '#shared/documents/html/runs.html.ts';
import type { Font, Para, ParaStyle, Run } from '#shared/documents/paper.model.ts';
import { runsDocx, type RunStyle } from './runs.docx.ts';
import { DENSE, twipsOfMm, twipsOfPt, type DocxType, type Setting } from './sheet.docx.ts';

export type Align = 'start' | 'center' | 'end' | 'both';

const ALIGNMENTS = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** Lengths in twips. */
export interface Shape {
  readonly type: DocxType;
  readonly align: Align;
  readonly font?: Font;
  readonly bold?: boolean;
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
}

/** A paragraph of lines of one pitch. */
export const lined = (
  { type, align, before = 0, after = 0, keepNext, firstLine }: Shape,
  options: Partial<IParagraphOptions>,
): Paragraph =>
  new Paragraph({
    alignment: ALIGNMENTS[align],
    spacing: { line: type.line, lineRule: LineRuleType.EXACT, before, after },
    ...(firstLine ? { indent: { firstLine } } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...options,
  });

/** Between two tables, which Word would else join, and after the last: a page may not end with one. */
export const spacer = (): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } });

export interface ParaPlace {
  /** Of the paper, or of the table it stands in. */
  readonly type: DocxType;
  /** In a cell, how its texts are set. */
  readonly cell?: { readonly align: Align; readonly font?: Font };
  readonly keepNext?: boolean;
  readonly before?: number;
  readonly annex?: boolean;
}

function titleShape({ paper }: Setting, annex: boolean): Shape {
  const letter = paper.sheet === 'letter';
  return {
    type: {
      size: annex && !letter ? 36 : 44,
      line: letter ? twipsOfPt(32) : twipsOfMm(11),
      em: 440,
      spacing: 0,
    },
    align: 'center',
    font: 'song',
    bold: true,
    before: paper.sheet === 'record' ? twipsOfMm(2) : 0,
    after: letter ? twipsOfPt(14) : twipsOfMm(4),
    keepNext: true,
  };
}

function shapeOf(style: ParaStyle, setting: Setting, { type, cell, annex = false }: ParaPlace): Shape {
  const letter = setting.paper.sheet === 'letter';
  const plain: Shape = {
    type,
    align: cell?.align ?? (letter ? 'both' : 'start'),
    ...(cell?.font && { font: cell.font }),
  };
  const indented: Shape = { ...plain, align: 'both', firstLine: 2 * type.em };
  switch (style) {
    case 'title':
      return titleShape(setting, annex);
    case 'body':
      return cell ? plain : letter ? indented : { ...plain, align: 'both' };
    case 'number':
      return { ...plain, align: 'center', after: letter ? type.line : 0 };
    case 'addressee':
      return plain;
    case 'heading1':
      return { ...(letter ? indented : plain), font: 'hei', keepNext: true };
    case 'heading2':
      return { ...(letter ? indented : plain), font: 'kai', keepNext: true };
    case 'long':
      return indented;
    case 'continued':
      return { ...plain, align: 'both' };
    case 'question':
      return { ...indented, type: { ...type, line: twipsOfMm(8) } };
    case 'center':
      return { ...plain, align: 'center' };
    case 'right':
      return { ...plain, align: 'end' };
    case 'rest':
      return {
        ...plain,
        align: 'center',
        type: { ...type, spacing: type.em / 2 },
        firstLine: type.em / 2,
      };
    case 'note':
      return { ...plain, type: DENSE };
  }
}

const HEADINGS: Partial<Record<ParaStyle, IParagraphOptions['heading']>> = {
  title: HeadingLevel.TITLE,
  heading1: HeadingLevel.HEADING_1,
  heading2: HeadingLevel.HEADING_2,
};

export const runStyle = ({ paper }: Setting, shape: Pick<Shape, 'type' | 'font' | 'bold'>): RunStyle => ({
  lang: paper.lang,
  ...shape,
});

/** A label, its lines as they were chosen. */
function labelDocx(para: Para, setting: Setting, place: ParaPlace): Paragraph {
  const shape = shapeOf(para.style, setting, place);
  const style = runStyle(setting, shape);
  const children = linesOf(para.runs, para.breaks ?? []).flatMap((runs, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    ...runsDocx(runs, style),
  ]);
  return lined({ ...shape, keepNext: place.keepNext ?? false }, { children });
}

/** A paragraph of the paper; one for every line of its text. */
export function paraDocx(para: Para, setting: Setting, place: ParaPlace): readonly Paragraph[] {
  if (para.breaks) return [labelDocx(para, setting, place)];
  const paragraphs: readonly (readonly Run[])[] =
    para.style === 'title' ? [para.runs] : paragraphsOf(para.runs);
  return paragraphs.map((runs, index) => {
    const shape = shapeOf(para.style === 'continued' && index > 0 ? 'long' : para.style, setting, place);
    const heading = HEADINGS[para.style];
    const last = index === paragraphs.length - 1;
    return lined(
      {
        ...shape,
        before: (shape.before ?? 0) + (index === 0 ? (place.before ?? 0) : 0),
        keepNext: (shape.keepNext ?? false) || (last && (place.keepNext ?? false)),
      },
      { ...(heading && { heading }), children: [...runsDocx(runs, runStyle(setting, shape))] },
    );
  });
}
