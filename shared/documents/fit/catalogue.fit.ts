import { row, valueCell } from '../paper.build.ts';
import type { FontMetrics, Paper, Part, Table } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { blocksHeight } from './block-height.ts';
import { rowHeights, tableType } from './row-height.ts';

const FRAME = 1.06;

/** Height left on the last page under the rows, when the first page has less room than those after it. */
function roomLeft(heights: readonly number[], first: number, others: number): number {
  let room = first;
  for (const height of heights) {
    if (height > room) room = others;
    room -= height;
  }
  return room;
}

/** 卷内文件目录: empty ruled rows down to the foot of the last page, one fewer than might just fit. */
export function fillCatalogue(paper: Paper, part: Part, metrics: FontMetrics): Part {
  const last = part.blocks.at(-1);
  if (last?.kind !== 'table' || last.head.length === 0) return part;
  const type = tableType(paper, last.dense);
  const head = rowHeights(last, last.head, type, metrics).reduce((a, b) => a + b, 0);
  const page = typeArea(paper).height - FRAME - head;
  const above = blocksHeight(part.blocks.slice(0, -1), paper, part, metrics);
  const heights = rowHeights(last, last.rows, type, metrics).map(height => Math.max(height, type.row));
  const room = roomLeft(heights, page - above, page);
  const count = Math.max(0, Math.floor(room / type.row) - 1);
  const empty = row(
    last.widths.map(() => valueCell('')),
    { min: type.row },
  );
  const filled: Table = { ...last, rows: [...last.rows, ...Array.from({ length: count }, () => empty)] };
  return { ...part, blocks: [...part.blocks.slice(0, -1), filled] };
}
