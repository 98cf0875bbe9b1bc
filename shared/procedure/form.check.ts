import { inTemplate } from './template.ts';
import type { Form } from './form.schema.ts';
import type { Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';

/** A table form is 156 mm wide on the page of GB/T 9704. */
const TABLE_WIDTH = 156;

/** The fields a form prints exist, its cells fill every row exactly, its blanks have something to be filled with. */
export function checkForm(form: Form, procedure: ProcedureFile, report: Report): void {
  const fields = new Set(procedure.fields.map(field => field.key));
  const settings = new Set(procedure.settings.map(setting => setting.key));

  const width = form.columns.reduce((sum, column) => sum + column, 0);
  if (width !== TABLE_WIDTH)
    report(
      ['columns'],
      `各列加起来是 ${width} 毫米，应为 ${TABLE_WIDTH} 毫米`,
      `the columns add up to ${width} mm, not ${TABLE_WIDTH}`,
    );

  // Columns that a cell of an earlier row still covers.
  let covered = form.columns.map(() => 0);
  form.rows.forEach((row, index) => {
    const free = covered.filter(rows => rows === 0).length;
    const wide = row.cells.reduce((sum, cell) => sum + cell.cols, 0);
    if (wide !== free)
      report(
        ['rows', index],
        `这一行占 ${wide} 列，应占 ${free} 列`,
        `this row fills ${wide} of ${free} columns`,
      );
    const next = covered.map(rows => Math.max(0, rows - 1));
    let column = 0;
    for (const cell of row.cells) {
      while ((covered[column] ?? 0) > 0) column++;
      for (let span = 0; span < cell.cols; span++, column++)
        if (column < next.length) next[column] = cell.rows - 1;
    }
    covered = next;
    row.cells.forEach((cell, place) => {
      for (const key of [...(cell.fields ?? []), ...(cell.field === undefined ? [] : [cell.field])])
        if (!fields.has(key))
          report(['rows', index, 'cells', place], `没有这个字段：${key}`, `no such field: ${key}`);
    });
  });

  const templates = [
    { path: ['title'], text: form.title },
    ...(form.above
      ? [
          { path: ['above', 'left'], text: form.above.left },
          { path: ['above', 'right'], text: form.above.right },
        ]
      : []),
  ];
  for (const { path, text } of templates)
    for (const key of inTemplate(text.zh)) {
      const known =
        key === 'office' ||
        key === 'number' ||
        (key.startsWith('setting:') ? settings.has(key.slice('setting:'.length)) : fields.has(key));
      if (!known) report(path, `不知道用什么填 {${key}}`, `nothing fills {${key}}`);
    }
}
