import type { Block, FontMetrics, Paper, Part, Row, Table } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { partedRow } from './parted-row.fit.ts';
import { placeCells, rowHeights, tableType } from './row-height.ts';

/** A row as high as this part of a page would leave as much of it blank when it goes to the next one whole. */
const TALL = 1 / 3;

/** They take the last row of a table along whole: Chromium breaks no earlier in a table that began on another page. */
const clings = (block: Block | undefined): boolean =>
  block?.kind === 'signatures' || block?.kind === 'notes' || block?.kind === 'closing';

/**
 * A row that entered texts make tall breaks over pages as one for long texts does. The last lines of one before a
 * signature stay with that.
 */
export function splitTallRows(paper: Paper, part: Part, metrics: FontMetrics): Part {
  const most = typeArea(paper).height * TALL;
  const split = (table: Table, following: Block | undefined): Table => {
    const type = tableType(paper, table.dense);
    const heights = rowHeights(table, table.rows, type, metrics);
    const isTall = (row: Row, at: number): boolean =>
      !row.split && !row.sign && !row.open && row.min < most && (heights[at] ?? 0) > most;
    if (!table.rows.some(isTall)) return table;
    const placed = placeCells(table, table.rows, type);
    const broken = (row: Row, at: number): readonly Row[] => {
      const next = table.rows[at + 1];
      if (!isTall(row, at) || (!next && clings(following))) return [row];
      if (!next?.sign) return [{ ...row, split: true }];
      const parted = row.group === undefined ? partedRow(row, placed[at] ?? [], type, metrics) : null;
      return parted ?? [row];
    };
    return { ...table, rows: table.rows.flatMap(broken) };
  };
  const blocks = part.blocks.map((block, at) =>
    block.kind === 'table' ? split(block, part.blocks[at + 1]) : block,
  );
  return blocks.every((block, at) => block === part.blocks[at]) ? part : { ...part, blocks };
}
