import {
  BorderStyle,
  Table as DocxTable,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import { assertNever } from '#shared/core/assert.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { stretchOf } from '#shared/documents/metrics/measure.ts';
import type {
  Block,
  Closing,
  Grounds,
  Line,
  Notes,
  Part,
  Run,
  Signatures,
} from '#shared/documents/paper.model.ts';
import { paperWords } from '#shared/documents/paper.words.ts';
import { lined, paraDocx, runStyle, spacer } from './para.docx.ts';
import { runsDocx, textDocx } from './runs.docx.ts';
import { DENSE, twipsOfMm, twipsOfPt, type Setting } from './sheet.docx.ts';
import { NO_RULE, sharesOf, signDocx, tableDocx } from './table.docx.ts';

/** Width of runs in characters, with the advances of the program's own fonts: those of Word differ little. */
const widthOf = (runs: readonly Run[]): number =>
  Array.from(runs.map(run => stretchOf(run).text).join('')).reduce(
    (sum, char) => sum + bundledFonts.advance(char),
    0,
  );

/** Left and right on one line, or on two where one has not room for both. */
function lineDocx(line: Line, setting: Setting): readonly Paragraph[] {
  const { type, page } = setting;
  const style = runStyle(setting, { type });
  const after = twipsOfMm(1.5);
  const left = runsDocx(line.left, style);
  const right = runsDocx(line.right, style);
  if ((widthOf(line.left) + widthOf(line.right) + 2) * type.em <= page.area)
    return [
      lined(
        { type, align: 'start', after, keepNext: true },
        {
          tabStops: [{ type: TabStopType.RIGHT, position: page.area }],
          children: [...left, textDocx('\t', style), ...right],
        },
      ),
    ];
  return [
    lined({ type, align: 'start', keepNext: true }, { children: [...left] }),
    lined({ type, align: 'end', after, keepNext: true }, { children: [...right] }),
  ];
}

function groundsDocx(grounds: Grounds, setting: Setting, keepNext: boolean): readonly Paragraph[] {
  const { type, paper } = setting;
  const style = runStyle(setting, { type });
  const firstLine = paper.sheet === 'letter' ? 2 * type.em : 0;
  return grounds.items.map(({ no, text }, index) => {
    const kept = keepNext && index === grounds.items.length - 1;
    return index === grounds.chosen
      ? lined(
          { type, align: 'both', keepNext: kept },
          { children: [textDocx('\u3000√', style), textDocx(no + text, style, 'hei')] },
        )
      : lined({ type, align: 'both', firstLine, keepNext: kept }, { children: [textDocx(no + text, style)] });
  });
}

const NO_RULES = {
  top: NO_RULE,
  bottom: NO_RULE,
  left: NO_RULE,
  right: NO_RULE,
  insideHorizontal: NO_RULE,
  insideVertical: NO_RULE,
};

function signaturesDocx(block: Signatures, setting: Setting, keepNext: boolean): DocxTable {
  const { type, page } = setting;
  const rows: TableRow[] = [];
  for (let start = 0; start < block.items.length; start += block.perRow) {
    const last = start + block.perRow >= block.items.length;
    const cells = Array.from({ length: block.perRow }, (_, offset) => {
      const space = block.items[start + offset];
      return new TableCell({
        children: space ? [...signDocx(space, setting, type)] : [lined({ type, align: 'start' }, {})],
        margins: {
          marginUnitType: WidthType.DXA,
          top: start === 0 ? twipsOfMm(12) : 0,
          bottom: twipsOfMm(9),
          left: 0,
          right: twipsOfMm(3),
        },
      });
    });
    rows.push(new TableRow({ children: cells, cantSplit: true, keepNext: !last || keepNext }));
  }
  return new DocxTable({
    rows,
    width: { size: page.area, type: WidthType.DXA },
    columnWidths: [
      ...sharesOf(
        Array.from({ length: block.perRow }, () => 1),
        page.area,
      ),
    ],
    layout: TableLayoutType.FIXED,
    borders: NO_RULES,
  });
}

const LEAST_CLOSING = twipsOfMm(50);

/** GB/T 9704—2012, 7.3.5.1: the unit centred above the date, which ends four characters from the right. */
function closingDocx(closing: Closing, setting: Setting, keepNext: boolean): readonly Paragraph[] {
  const { type, page, paper } = setting;
  const style = runStyle(setting, { type });
  const sealed = closing.seal !== null;
  const letter = paper.sheet === 'letter';
  const right = (sealed && letter ? 4 : 2) * type.em;
  const widest = (Math.max(widthOf(closing.unit), widthOf(closing.date)) + 0.5) * type.em;
  const left = Math.max(0, Math.floor(page.area - right - Math.max(LEAST_CLOSING, widest)));
  const above = !letter ? twipsOfMm(12.7) : sealed ? twipsOfPt(57.9) : type.line;
  const indent = { left, right };
  return [
    lined(
      { type, align: 'center', before: above, keepNext: true },
      { indent, keepLines: true, children: [...runsDocx(closing.unit, style)] },
    ),
    lined(
      { type, align: 'center', after: sealed && letter ? twipsOfPt(28.95) : 0, keepNext },
      { indent, keepLines: true, children: [...runsDocx(closing.date, style)] },
    ),
  ];
}

/** The number of each at the right of its column of four characters, 注 before the first. */
function notesDocx(notes: Notes, setting: Setting, keepNext: boolean): readonly Paragraph[] {
  const { items } = notes;
  const style = runStyle(setting, { type: DENSE });
  const hanging = 4 * DENSE.em;
  return items.map((item, index) => {
    const first = index === 0;
    const last = index === items.length - 1;
    const lead = `${first ? paperWords(setting.paper.lang).notes : ''}${items.length > 1 ? `${index + 1}.` : ''}`;
    return lined(
      { type: DENSE, align: 'both', before: first ? twipsOfMm(3) : 0, keepNext: !last || keepNext },
      {
        indent: { left: hanging, hanging },
        tabStops: [{ type: TabStopType.RIGHT, position: 3.5 * DENSE.em }],
        keepLines: true,
        ...(first
          ? { border: { top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' } } }
          : {}),
        children: [textDocx(`\t${lead}\t`, style), textDocx(item, style)],
      },
    );
  });
}

type Made = Paragraph | DocxTable;

interface BlockPlace {
  readonly before: Block | undefined;
  readonly annex: boolean;
  readonly keepNext: boolean;
}

function blockDocx(block: Block, setting: Setting, { before, annex, keepNext }: BlockPlace): readonly Made[] {
  switch (block.kind) {
    case 'para': {
      const afterTable = setting.paper.sheet === 'record' && before?.kind === 'table';
      const { type } = setting;
      return paraDocx(block, setting, { type, annex, keepNext, before: afterTable ? twipsOfMm(3) : 0 });
    }
    case 'line':
      return lineDocx(block, setting);
    case 'table':
      return [tableDocx(block, setting, annex, keepNext)];
    case 'grounds':
      return groundsDocx(block, setting, keepNext);
    case 'signatures':
      return [signaturesDocx(block, setting, keepNext)];
    case 'closing':
      return closingDocx(block, setting, keepNext);
    case 'notes':
      return notesDocx(block, setting, keepNext);
    default:
      return assertNever(block);
  }
}

/** What is never alone at the head of a page: signatures, closing, 以下空白, and notes but those of a letter. */
const clings = (block: Block | undefined, { paper }: Setting): boolean =>
  block !== undefined &&
  (block.kind === 'signatures' ||
    block.kind === 'closing' ||
    (block.kind === 'notes' && paper.sheet !== 'letter') ||
    (block.kind === 'para' && block.style === 'rest'));

/** The last words of a letter go to no page without two lines of its text, and those not without them. */
const isLastWord = ([block, next]: readonly Block[], { paper }: Setting): boolean =>
  paper.sheet === 'letter' &&
  block?.kind === 'para' &&
  (next?.kind === 'closing' || next?.kind === 'signatures');

function apart(made: readonly Made[]): readonly Made[] {
  return made.flatMap((item, index) =>
    item instanceof DocxTable && !(made[index + 1] instanceof Paragraph) ? [item, spacer()] : [item],
  );
}

/** 附页（一）, 附件1 at the upper left of a part: 3号黑体. */
function tagDocx(tag: string, setting: Setting): Paragraph {
  const type = { size: 32, line: twipsOfPt(28.95), em: 320, spacing: 0 };
  const style = runStyle(setting, { type, font: 'hei' });
  return lined({ type, align: 'start', keepNext: true }, { children: [textDocx(tag, style)] });
}

export function partDocx(part: Part, setting: Setting): readonly Made[] {
  const { blocks, tag } = part;
  const made = blocks.flatMap((block, index) =>
    blockDocx(block, setting, {
      before: blocks[index - 1],
      annex: part.page === 'annex',
      keepNext: clings(blocks[index + 1], setting) || isLastWord(blocks.slice(index + 1), setting),
    }),
  );
  return apart([...(tag ? [tagDocx(tag, setting)] : []), ...made]);
}
