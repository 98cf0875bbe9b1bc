import { lineStarts } from '../metrics/measure.ts';
import type { Cell, FontMetrics, Para, Row, TextRun, ValueRun } from '../paper.model.ts';
import { cellHeight, PAD_BLOCK, type PlacedCell, type TableType } from './row-height.ts';

/** So many lines at the end of a tall row go with what follows it. */
const LAST_LINES = 3;

interface CutText {
  readonly para: Para;
  readonly run: TextRun | ValueRun;
  readonly starts: readonly number[];
}

/** A cell can be cut that holds one text and nothing else. */
function cutText({ cell, em }: PlacedCell, metrics: FontMetrics): CutText | null {
  const [para, ...others] = cell.content;
  if (
    cell.rows > 1 ||
    cell.overflow ||
    para?.kind !== 'para' ||
    para.style === 'question' ||
    others.length > 0
  )
    return null;
  const [run, ...further] = para.runs;
  if ((run?.kind !== 'value' && run?.kind !== 'text') || further.length > 0) return null;
  return { para, run, starts: lineStarts(run.text, { em, indent: para.style === 'long' ? 2 : 0 }, metrics) };
}

const withoutContent = (cell: Cell): Cell => ({
  ...cell,
  content: [{ kind: 'para', style: 'body', runs: [] }],
});

/** The cell above and below a line. */
function cutCell({ cell }: PlacedCell, { para, run, starts }: CutText, line: number): readonly [Cell, Cell] {
  const at = starts[line] ?? run.text.length;
  const resumed = para.style === 'long' && run.text[at - 1] !== '\n';
  const piece = (text: string, style: Para['style']): Cell => ({
    ...cell,
    at: 'top',
    content: [{ ...para, style, runs: [{ ...run, text }] }],
  });
  return [
    piece(run.text.slice(0, at), para.style),
    piece(run.text.slice(at), resumed ? 'continued' : para.style),
  ];
}

/**
 * A tall row as two without a rule between: the first breaks over pages, the second has its last lines and goes along
 * with what follows, since Chromium draws along no row that breaks. Null where that cannot be done.
 */
export function partedRow(
  row: Row,
  placed: readonly PlacedCell[],
  type: TableType,
  metrics: FontMetrics,
): readonly [Row, Row] | null {
  const lines = placed.map(each => Math.round((cellHeight(each, type, metrics) - PAD_BLOCK) / type.line));
  const cutAt = Math.max(...lines) - LAST_LINES;
  const cells: (readonly [Cell, Cell])[] = [];
  for (const [index, each] of placed.entries()) {
    if (each.cell.rows > 1) return null;
    if ((lines[index] ?? 0) <= cutAt) {
      cells.push([each.cell, withoutContent(each.cell)]);
      continue;
    }
    const text = cutText(each, metrics);
    if (!text) return null;
    cells.push(cutCell(each, text, cutAt));
  }
  return [
    { ...row, split: true, open: 'bottom', cells: cells.map(([above]) => above) },
    { ...row, min: 0, open: 'top', cells: cells.map(([, below]) => below) },
  ];
}
