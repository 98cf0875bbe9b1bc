import type { FontMetrics, Paper, Part, Row, Table } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { rowHeights, tableType } from './row-height.ts';

/** A row as high as this part of a page would leave as much of it blank when it goes to the next one whole. */
const TALL = 1 / 3;

/** Signatures and notes take the row before them along, which they cannot with one that breaks. */
const isBeforeSignature = ({ rows }: Table, at: number): boolean =>
  rows[at + 1]?.sign ?? at === rows.length - 1;

/** A row that entered texts make tall breaks over pages as one for long texts does. */
export function splitTallRows(paper: Paper, part: Part, metrics: FontMetrics): Part {
  const most = typeArea(paper).height * TALL;
  const split = (table: Table): Table => {
    const heights = rowHeights(table, table.rows, tableType(paper, table.dense), metrics);
    const isTall = (row: Row, at: number): boolean =>
      !row.split && !row.sign && !row.open && row.min < most && (heights[at] ?? 0) > most;
    const breaks = (row: Row, at: number): boolean => isTall(row, at) && !isBeforeSignature(table, at);
    if (!table.rows.some(breaks)) return table;
    return { ...table, rows: table.rows.map((row, at) => (breaks(row, at) ? { ...row, split: true } : row)) };
  };
  const blocks = part.blocks.map(block => (block.kind === 'table' ? split(block) : block));
  return blocks.every((block, at) => block === part.blocks[at]) ? part : { ...part, blocks };
}
