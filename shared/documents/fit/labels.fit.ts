import type { Cell, FontMetrics, Paper, Part, Row, Table } from '../paper.model.ts';
import { breaksOf, placeCells, tableType, type PlacedCell } from './row-height.ts';

function brokenCell(placed: PlacedCell, metrics: FontMetrics): Cell {
  const { cell } = placed;
  if (cell.role === 'value' || cell.role === 'sign') return cell;
  const content = cell.content.map(each => {
    const breaks = breaksOf(placed, each, metrics);
    return each.kind === 'para' && breaks && breaks.length > 0 ? { ...each, breaks } : each;
  });
  return { ...cell, content };
}

/** Sets where the lines of labels and heads begin, so that every form of the paper has them alike. */
export function breakLabels(paper: Paper, part: Part, metrics: FontMetrics): Part {
  const broken = (table: Table, rows: readonly Row[]): readonly Row[] => {
    const placed = placeCells(table, rows, tableType(paper, table.dense));
    return rows.map((row, at) => ({
      ...row,
      cells: (placed[at] ?? []).map(each => brokenCell(each, metrics)),
    }));
  };
  const blocks = part.blocks.map(block =>
    block.kind === 'table'
      ? { ...block, head: broken(block, block.head), rows: broken(block, block.rows) }
      : block,
  );
  return { ...part, blocks };
}
