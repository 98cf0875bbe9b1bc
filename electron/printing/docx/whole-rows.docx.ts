import type { Cell, Para, Row, SignSpace } from '#shared/documents/paper.model.ts';

type Content = readonly (Para | SignSpace)[];

const isEmpty = (content: Content): boolean =>
  content.every(each => each.kind === 'para' && each.runs.every(run => 'text' in run && run.text === ''));

/** The pieces of a text that was cut are one again. */
function joinedContent(above: Content, below: Content): Content {
  const last = above.at(-1);
  const [first, ...others] = below;
  if (isEmpty(below)) return above;
  if (last?.kind !== 'para' || first?.kind !== 'para') return [...above, ...below];
  const [upper, lower] = [last.runs.at(-1), first.runs[0]];
  const isOne =
    upper?.kind === 'value' && lower?.kind === 'value' && upper.key === lower.key && first.runs.length === 1;
  if (!isOne) return [...above, ...below];
  const runs = [...last.runs.slice(0, -1), { ...upper, text: upper.text + lower.text }];
  return [...above.slice(0, -1), { ...last, runs }, ...others];
}

const joinedCell = (cell: Cell, below: Cell | undefined): Cell =>
  below ? { ...cell, content: joinedContent(cell.content, below.content) } : cell;

/**
 * The rows of a table, those that fitting parted made whole again: a page of Word that ends with a row without a rule
 * under it ends with an open frame.
 */
export function wholeRows(rows: readonly Row[]): readonly Row[] {
  const whole: Row[] = [];
  for (const row of rows) {
    const upper = whole.at(-1);
    if (row.open !== 'top' || upper?.open !== 'bottom') {
      whole.push(row);
      continue;
    }
    whole[whole.length - 1] = {
      cells: upper.cells.map((cell, at) => joinedCell(cell, row.cells[at])),
      min: upper.min,
      split: true,
    };
  }
  return whole;
}
