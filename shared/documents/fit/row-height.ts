import { labelBreaks } from '../metrics/label-lines.ts';
import { runLines } from '../metrics/measure.ts';
import type { Cell, FontMetrics, Paper, Para, Row, SignSpace, Table } from '../paper.model.ts';
import { MM_PER_PT, SHEETS, typeArea } from '../paper.sheets.ts';

/** Lengths of a table's type, in mm; they repeat what resources/papers/paper.css says. */
export interface TableType {
  readonly em: number;
  readonly line: number;
  readonly row: number;
  readonly width: number;
}

/** Padding above and below, and the rule. */
export const PAD_BLOCK = 2 + 0.265;
/** What of it an open side lacks. */
const OPEN_SIDE = PAD_BLOCK / 2;
/** Padding at the sides and the rules; the frame's is twice as thick. */
const PAD_VALUE = 3 + 0.4;
const PAD_LABEL = 2 + 0.4;
const PAD_TALL_LABEL = 4 + 0.4;
const FRAME = 0.53;
const ABOVE_SIGN_DATE = 6;

export function tableType(paper: Pick<Paper, 'sheet' | 'margins'>, dense = false): TableType {
  const { width } = typeArea(paper);
  const form = SHEETS.form;
  const own = SHEETS[paper.sheet];
  if (dense) return { em: 10.5 * MM_PER_PT, line: 5.5, row: own.row, width: width - FRAME };
  return { em: form.em, line: form.line, row: own.row, width: width - FRAME };
}

function innerWidth(cell: Cell, width: number): number {
  if (cell.role === 'value' || cell.role === 'sign') return width - PAD_VALUE;
  return width - (cell.rows > 1 ? PAD_TALL_LABEL : PAD_LABEL);
}

const indentOf = (para: Para): number => (para.style === 'long' || para.style === 'question' ? 2 : 0);

function contentHeight(content: Para | SignSpace, em: number, type: TableType, metrics: FontMetrics): number {
  if (content.kind === 'para')
    return runLines(content.runs, { em, indent: indentOf(content) }, metrics) * type.line;
  const date = content.date
    ? runLines(content.date, { em, indent: 0 }, metrics) * type.line + ABOVE_SIGN_DATE
    : 0;
  return runLines(content.label, { em, indent: 0 }, metrics) * type.line + date;
}

export interface PlacedCell {
  readonly cell: Cell;
  /** Width of its lines, in characters. */
  readonly em: number;
}

/** Each row's cells with the length of their lines. Cells that span rows keep their columns from those below. */
export function placeCells(table: Table, rows: readonly Row[], type: TableType): readonly PlacedCell[][] {
  const sum = table.widths.reduce((a, b) => a + b, 0);
  const taken = table.widths.map(() => 0);
  return rows.map((row, index) => {
    let column = 0;
    return row.cells.map(cell => {
      while ((taken[column] ?? 0) > index) column++;
      const end = column + cell.cols;
      const width = (table.widths.slice(column, end).reduce((a, b) => a + b, 0) / sum) * type.width;
      if (cell.rows > 1) taken.fill(index + cell.rows, column, end);
      column = end;
      return { cell, em: innerWidth(cell, width) / type.em };
    });
  });
}

/** Where the lines of a paragraph of a label begin; null where the browser finds that out. */
export function breaksOf(
  { cell, em }: PlacedCell,
  content: Para | SignSpace,
  metrics: FontMetrics,
): readonly number[] | null {
  if (cell.role === 'value' || cell.role === 'sign' || content.kind === 'sign') return null;
  const texts = content.runs.map(run => (run.kind === 'text' ? run.text : null));
  return texts.includes(null) ? null : labelBreaks(texts.join(''), em, metrics);
}

export function cellHeight(placed: PlacedCell, type: TableType, metrics: FontMetrics): number {
  return placed.cell.content.reduce((sum, content) => {
    const breaks = breaksOf(placed, content, metrics);
    const height = breaks
      ? (breaks.length + 1) * type.line
      : contentHeight(content, placed.em, type, metrics);
    return sum + height;
  }, PAD_BLOCK);
}

/** Estimated heights of rows; what a spanning cell lacks is added to its last row, as Chromium does. */
export function rowHeights(
  table: Table,
  rows: readonly Row[],
  type: TableType,
  metrics: FontMetrics,
): readonly number[] {
  const placed = placeCells(table, rows, type);
  const heights = rows.map((row, index) =>
    Math.max(
      row.min,
      type.line + PAD_BLOCK,
      ...(placed[index] ?? [])
        .filter(({ cell }) => cell.rows === 1)
        .map(cell => cellHeight(cell, type, metrics) - (row.open ? OPEN_SIDE : 0)),
    ),
  );
  placed.forEach((cells, index) => {
    for (const placedCell of cells) {
      const { rows: span } = placedCell.cell;
      if (span === 1) continue;
      const last = Math.min(index + span, heights.length) - 1;
      const have = heights.slice(index, last + 1).reduce((a, b) => a + b, 0);
      const lacking = Math.max(0, cellHeight(placedCell, type, metrics) - have);
      heights[last] = (heights[last] ?? 0) + lacking;
    }
  });
  return heights;
}
