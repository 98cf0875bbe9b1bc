import {
  BorderStyle,
  HeightRule,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type Paragraph,
} from 'docx';
import type { Cell, Para, Row, SignSpace, Table } from '#shared/documents/paper.model.ts';
import { lined, paraDocx, runStyle, type Align } from './para.docx.ts';
import { runsDocx } from './runs.docx.ts';
import { tableType, twipsOfMm, type DocxType, type Setting } from './sheet.docx.ts';
import { wholeRows } from './whole-rows.docx.ts';

/** In eighths of a point: 0.5 mm around, 0.25 mm within. */
const FRAME: IBorderOptions = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
export const NO_RULE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Less than the program's own 1 mm: a form that just fits its page has room for a line that Word breaks otherwise. */
const PAD = twipsOfMm(0.6);
const PAD_VALUE = twipsOfMm(1.5);
const PAD_TALL = twipsOfMm(2);
const ABOVE_DATE = twipsOfMm(6);

/** Shares of a width in whole twips, which add up to it. */
export function sharesOf(widths: readonly number[], whole: number): readonly number[] {
  const sum = widths.reduce((a, b) => a + b, 0);
  let used = 0;
  let edge = 0;
  return widths.map(width => {
    used += width;
    const next = Math.round((used / sum) * whole);
    const share = next - edge;
    edge = next;
    return share;
  });
}

export function signDocx(
  space: SignSpace,
  setting: Setting,
  type: DocxType,
  keepNext = false,
): readonly Paragraph[] {
  const style = runStyle(setting, { type });
  const label = lined(
    { type, align: 'start', keepNext: space.date !== null || keepNext },
    { children: [...runsDocx(space.label, style)] },
  );
  if (!space.date) return [label];
  const date = lined(
    { type, align: 'end', before: ABOVE_DATE, keepNext },
    { children: [...runsDocx(space.date, style)] },
  );
  return [label, date];
}

const isLabel = ({ role }: Cell): boolean => role === 'label' || role === 'head';

const showsLong = (cell: Cell): boolean =>
  cell.content.some(({ kind, ...content }) => kind === 'para' && isLong(content as Para));
const isLong = ({ style }: Para): boolean => style === 'long' || style === 'continued';

const AT = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

interface TablePlace {
  readonly type: DocxType;
  readonly inHead: boolean;
  readonly annex: boolean;
}

function atOf(cell: Cell, { inHead, annex }: TablePlace): keyof typeof AT {
  if (cell.at) return cell.at;
  if (cell.role === 'sign' || showsLong(cell)) return 'top';
  return annex && isLabel(cell) && !inHead ? 'top' : 'middle';
}

function paddingOf(cell: Cell) {
  const sides = isLabel(cell) ? (cell.rows > 1 ? PAD_TALL : PAD) : PAD_VALUE;
  return {
    marginUnitType: WidthType.DXA,
    top: PAD,
    bottom: PAD,
    left: sides,
    right: sides,
  };
}

function cellDocx(cell: Cell, setting: Setting, place: TablePlace): TableCell {
  const { type, inHead } = place;
  const align: Align = cell.align ?? (isLabel(cell) ? 'center' : 'start');
  const own = { align, ...(inHead ? { font: 'hei' as const } : {}) };
  const paragraphs = cell.content.flatMap((content: Para | SignSpace) =>
    content.kind === 'sign'
      ? signDocx(content, setting, type)
      : paraDocx(content, setting, { type, cell: own }),
  );
  return new TableCell({
    // Word takes no cell without a paragraph.
    children: paragraphs.length > 0 ? [...paragraphs] : [lined({ type, align }, {})],
    margins: paddingOf(cell),
    verticalAlign: AT[atOf(cell, place)],
    ...(cell.cols > 1 ? { columnSpan: cell.cols } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
  });
}

function rowDocx(row: Row, keepNext: boolean, setting: Setting, place: TablePlace): TableRow {
  return new TableRow({
    children: row.cells.map(cell => cellDocx(cell, setting, place)),
    cantSplit: !row.split,
    ...(keepNext ? { keepNext } : {}),
    ...(place.inHead ? { tableHeader: true } : {}),
    ...(row.min > 0 ? { height: { value: twipsOfMm(row.min), rule: HeightRule.ATLEAST } } : {}),
  });
}

/** Rows of a group, and a signature with the row before it, are on one page; a row that breaks takes nothing along. */
const staysWith = (row: Row, next: Row): boolean =>
  (next.sign === true && !row.split) || (row.group !== undefined && row.group === next.group);

/** `keepNext`: what follows the table is on the page of its last row. */
export function tableDocx(table: Table, setting: Setting, annex: boolean, keepNext: boolean): DocxTable {
  const { area } = setting.page;
  const type = tableType(table);
  const head = table.head.map(row => rowDocx(row, true, setting, { type, annex, inHead: true }));
  const whole = wholeRows(table.rows);
  const rows = whole.map((row, index) => {
    const next = whole[index + 1];
    const kept = next ? staysWith(row, next) : keepNext;
    return rowDocx(row, kept, setting, { type, annex, inHead: false });
  });
  return new DocxTable({
    rows: [...head, ...rows],
    width: { size: area, type: WidthType.DXA },
    columnWidths: [...sharesOf(table.widths, area)],
    layout: TableLayoutType.FIXED,
    borders: {
      top: FRAME,
      bottom: FRAME,
      left: FRAME,
      right: FRAME,
      insideHorizontal: RULE,
      insideVertical: RULE,
    },
  });
}
