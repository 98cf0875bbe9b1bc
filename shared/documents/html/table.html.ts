import type { Cell, Para, Row, SignSpace, Table } from '../paper.model.ts';
import { paraHtml } from './para.html.ts';
import { signHtml } from './sign.html.ts';

/** The widths, as the name of the class that sets them: a document may hold no style of its own. */
export const widthsClass = (widths: readonly number[]): string =>
  `cols-${widths.map(width => Math.round(width * 100)).join('-')}`;

export const heightClass = (mm: number): string => `high-${Math.round(mm * 100)}`;

const contentHtml = (content: Para | SignSpace): string =>
  content.kind === 'sign' ? signHtml(content) : paraHtml(content);

const showsLong = (cell: Cell): boolean =>
  cell.content.some(
    content => content.kind === 'para' && (content.style === 'long' || content.style === 'continued'),
  );

function cellHtml(cell: Cell, inHead: boolean): string {
  const tag = cell.role === 'label' || cell.role === 'head' ? 'th' : 'td';
  const classes = [
    cell.role,
    ...(cell.rows > 1 ? ['tall'] : []),
    ...(showsLong(cell) ? ['long'] : []),
    ...(cell.align ? [`align-${cell.align}`] : []),
    ...(cell.at ? [`at-${cell.at}`] : []),
  ];
  const scope = tag === 'th' ? ` scope="${inHead || cell.role === 'head' ? 'col' : 'row'}"` : '';
  const spans =
    (cell.cols > 1 ? ` colspan="${cell.cols}"` : '') + (cell.rows > 1 ? ` rowspan="${cell.rows}"` : '');
  return `<${tag} class="${classes.join(' ')}"${scope}${spans}>${cell.content.map(contentHtml).join('')}</${tag}>`;
}

function rowHtml(row: Row, inHead = false): string {
  const classes = [
    ...(row.min > 0 ? [heightClass(row.min)] : []),
    ...(row.split ? ['split'] : []),
    ...(row.open ? [`open-${row.open}`] : []),
  ];
  const attribute = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  return `<tr${attribute}>${row.cells.map(cell => cellHtml(cell, inHead)).join('')}</tr>`;
}

/** Rows that must not be parted share a body; a signature row has one of its own that clings to what precedes it. */
function bodies(rows: readonly Row[]): readonly (readonly Row[])[] {
  const result: Row[][] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (last && row.group !== undefined && last[0]?.group === row.group) last.push(row);
    else result.push([row]);
  }
  return result;
}

function bodyHtml(rows: readonly Row[]): string {
  const [first] = rows;
  const kind = first?.sign ? ' class="sign"' : first?.group === undefined ? '' : ' class="keep"';
  return `<tbody${kind}>${rows.map(row => rowHtml(row)).join('')}</tbody>`;
}

/**
 * The empty first and last rows draw the frame: Chromium repeats head and foot of a table on every page it
 * runs over, so the frame is closed on each.
 */
export function tableHtml(table: Table): string {
  const edge = `<tr class="edge" aria-hidden="true"><td colspan="${table.widths.length}"></td></tr>`;
  const classes = `${widthsClass(table.widths)}${table.dense ? ' dense' : ''}`;
  return [
    `<table class="${classes}"><colgroup>${'<col>'.repeat(table.widths.length)}</colgroup>`,
    `<thead>${edge}${table.head.map(row => rowHtml(row, true)).join('')}</thead><tfoot>${edge}</tfoot>`,
    ...bodies(table.rows).map(bodyHtml),
    '</table>',
  ].join('\n');
}
