import type { Form } from '#shared/procedure/form.schema.ts';
import { SHEETS } from './paper.sheets.ts';

/** Padding of a cell, left and right or above and below, in mm. */
const PADDING = { across: 3.27, down: 2.27 };

/**
 * About how many characters the cell of a field holds on the printed form at its least height, so that the
 * person typing knows when the text will go on in an annex. undefined where the form has no such cell.
 */
export function cellCapacity(form: Form, key: string): number | undefined {
  if (form.sheet !== 'form') return undefined;
  const { em, line } = SHEETS[form.sheet];
  for (const row of form.rows) {
    let column = 0;
    for (const cell of row.cells) {
      const width = form.columns.slice(column, column + cell.cols).reduce((sum, each) => sum + each, 0);
      column += cell.cols;
      if (cell.field !== key) continue;
      const perLine = Math.floor((width - PADDING.across) / em);
      const lines = Math.max(1, Math.floor(((row.min ?? SHEETS[form.sheet].row) - PADDING.down) / line));
      return perLine * lines;
    }
  }
  return undefined;
}
