import type { FontMetrics, Paper, Part, Row, Table } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { blocksHeight } from './block-height.ts';

/** What the estimate may be short of. */
const SAFETY = 2;
/** Fewer rows to write on would be none. */
const LEAST_EMPTY = 3;

const isEmpty = (row: Row): boolean =>
  row.cells.every(
    ({ role, content }) =>
      role === 'value' && content.every(piece => piece.kind === 'para' && piece.runs.length === 0),
  );

const lastFilled = ({ rows }: Table): number => rows.findLastIndex(row => !isEmpty(row)) + 1;

/**
 * Rows at the end of a table that are there to be written on make no second page: as many of them are left as the
 * first one has room for. A part that is longer without them keeps them all.
 */
export function fitEmptyRows(paper: Paper, part: Part, metrics: FontMetrics): Part {
  const room = typeArea(paper).height - SAFETY;
  const heightOf = (blocks: Part['blocks']): number => blocksHeight(blocks, paper, part, metrics);
  if (heightOf(part.blocks) <= room) return part;
  const at = part.blocks.findLastIndex(
    block => block.kind === 'table' && block.rows.length - lastFilled(block) > LEAST_EMPTY,
  );
  const table = part.blocks[at];
  if (table?.kind !== 'table') return part;
  const withRows = (count: number): Part['blocks'] =>
    part.blocks.map((block, index) =>
      index === at ? { ...table, rows: table.rows.slice(0, count) } : block,
    );
  for (let count = table.rows.length - 1; count >= lastFilled(table) + LEAST_EMPTY; count--)
    if (heightOf(withRows(count)) <= room) return { ...part, blocks: withRows(count) };
  return part;
}
