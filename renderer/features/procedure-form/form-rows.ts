import type { Field } from '#shared/procedure/field.schema.ts';
import type { Form } from '#shared/procedure/form.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** One cell of the form on the screen: a field, and the ticks that stand beside it in the same cell. */
export interface ScreenCell {
  readonly field: Field;
  readonly ticks: readonly Field[];
  readonly full: boolean;
}

export interface ScreenRow {
  readonly cells: readonly ScreenCell[];
  /** The long text that takes the height that is left. */
  readonly grow: boolean;
}

/** What needs the width of the form: long texts, tables, and boxes of many words. */
const isWide = ({ type, options }: Field): boolean =>
  type === 'longtext' || type === 'table' || (type === 'multi' && (options?.length ?? 0) > 3);

/** Boxes of a cell stand beside its first field that is none; every other field has a cell of its own. */
function cellsFor(fields: readonly Field[]): readonly ScreenCell[] {
  const main = fields.find(field => field.type !== 'bool') ?? fields[0];
  return fields
    .filter(field => field === main || field.type !== 'bool')
    .map(field => ({
      field,
      ticks: field === main ? fields.filter(other => other !== main && other.type === 'bool') : [],
      full: false,
    }));
}

/** Two cells a row; what is wide, or left over, has a row to itself. */
function inRows(cells: readonly ScreenCell[]): readonly (readonly ScreenCell[])[] {
  const rows: ScreenCell[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    const [beside] = last ?? [];
    if (last?.length === 1 && beside && !isWide(beside.field) && !isWide(cell.field)) last.push(cell);
    else rows.push([cell]);
  }
  return rows.map(row => (row.length === 1 ? row.map(cell => ({ ...cell, full: true })) : row));
}

/**
 * The form of the paper as a form of the screen: the same fields in the same order. Cells that only ink fills
 * (signatures) and fields that are not asked for now are left out; fields the table does not show come last.
 */
export function formRows(procedure: Procedure, form: Form, asked: readonly string[]): readonly ScreenRow[] {
  const wanted = new Set(asked);
  const shown = new Set<string>();
  const rows: ScreenRow[] = [];
  const add = (cells: readonly ScreenCell[]): void => {
    for (const row of inRows(cells)) {
      const grow = !rows.some(each => each.grow) && row.some(({ field }) => field.type === 'longtext');
      rows.push({ cells: row, grow });
    }
  };
  for (const row of form.sheet === 'form' ? form.rows : [])
    add(
      row.cells.flatMap(cell => {
        const keys = [...(cell.fields ?? []), ...(cell.field === undefined ? [] : [cell.field])];
        const fresh = keys.filter(key => wanted.has(key) && !shown.has(key));
        fresh.forEach(key => shown.add(key));
        return cellsFor(fresh.map(key => getField(procedure, key)));
      }),
    );
  add(asked.filter(key => !shown.has(key)).flatMap(key => cellsFor([getField(procedure, key)])));
  return rows;
}

/** Fields in rows of their own, for a step that asks a few of them. */
export const fieldRows = (fields: readonly Field[]): readonly ScreenRow[] =>
  fields.map((field, index) => ({
    cells: [{ field, ticks: [], full: true }],
    grow: field.type === 'longtext' && fields.findIndex(({ type }) => type === 'longtext') === index,
  }));
