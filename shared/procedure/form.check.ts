import { assertNever } from '#shared/core/assert.ts';
import type { FormBlock } from './form.blocks.ts';
import type { Form, ListColumn, ListForm, TableForm } from './form.schema.ts';
import { PERIOD_BLANKS } from './measure.ts';
import type { PackNames } from './pack.names.ts';
import type { Path, Report } from './pack.source.ts';

/** A table form is 156 mm wide on the page of GB/T 9704. */
const TABLE_WIDTH = 156;
/** What the program knows of a case and what is one of a few. */
const COUNTED: readonly ListColumn['of'][] = ['severity', 'state', 'handler'];
/** A4 across, between the margins of a register. */
const LIST_WIDTH = 257;

/** The fields a form prints exist, its cells fill every row exactly, its blanks have something to be filled with. */
export function checkForm(form: Form, names: PackNames, report: Report): void {
  const more = form.sheet === 'register' ? PERIOD_BLANKS : [];
  names.template(form.title, ['title'], more);
  if (form.number !== undefined) names.series(form.number, ['number']);
  switch (form.sheet) {
    case 'form':
      checkTable(form, names, report);
      break;
    case 'letter':
      form.body.forEach((block, index) => checkBlock(block, names, ['body', index], report));
      if (form.addressee) names.template(form.addressee, ['addressee']);
      if (form.attachments) names.template(form.attachments, ['attachments']);
      if (form.closing) {
        names.template(form.closing.unit, ['closing', 'unit']);
        names.template(form.closing.date, ['closing', 'date']);
      }
      break;
    case 'record':
      form.body.forEach((block, index) => checkBlock(block, names, ['body', index], report));
      break;
    case 'register':
      checkList(form, names, report);
      break;
    default:
      assertNever(form);
  }
  if ('above' in form && form.above) {
    names.template(form.above.left, ['above', 'left'], more);
    names.template(form.above.right, ['above', 'right'], more);
  }
}

function checkTable(form: TableForm, names: PackNames, report: Report): void {
  const width = form.columns.reduce((sum, column) => sum + column, 0);
  if (Math.abs(width - TABLE_WIDTH) > 0.01)
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
      const at: Path = ['rows', index, 'cells', place];
      if (cell.field !== undefined) names.field(cell.field, [...at, 'field']);
      cell.fields?.forEach((key, nth) => names.field(key, [...at, 'fields', nth]));
      if (cell.text) names.template(cell.text, [...at, 'text']);
    });
  });
  form.below.forEach((block, index) => checkBlock(block, names, ['below', index], report));
}

function checkBlock(block: FormBlock, names: PackNames, at: Path, report: Report): void {
  if ('para' in block) names.template(block.para, [...at, 'para']);
  else if ('line' in block) {
    names.template(block.line.left, [...at, 'line', 'left']);
    names.template(block.line.right, [...at, 'line', 'right']);
  } else if ('fields' in block)
    block.fields.forEach((key, place) => names.field(key, [...at, 'fields', place]));
  else if ('long' in block) names.field(block.long, [...at, 'long']);
  else if ('grounds' in block) names.grounds(block.grounds, [...at, 'grounds']);
  else if ('rows_of' in block) {
    const field = names.field(block.rows_of, [...at, 'rows_of']);
    if (field && field.type !== 'table')
      report([...at, 'rows_of'], `${field.key} 不是表格`, `${field.key} is not a table`);
  }
}

function checkList(form: ListForm, names: PackNames, report: Report): void {
  const width = form.columns.reduce((sum, column) => sum + column.width, 0);
  if (Math.abs(width - LIST_WIDTH) > 0.01)
    report(
      ['columns'],
      `各列加起来是 ${width} 毫米，应为 ${LIST_WIDTH} 毫米`,
      `the columns add up to ${width} mm, not ${LIST_WIDTH}`,
    );
  form.columns.forEach(({ field: key, of, total }, index) => {
    const field = key === undefined ? undefined : names.field(key, ['columns', index, 'field']);
    const counts = field ? field.options !== undefined : of !== undefined && COUNTED.includes(of);
    if (total !== undefined && !counts)
      report(['columns', index, 'total'], '只有选项的栏可以分项计数', 'only choices are counted one by one');
  });
}
