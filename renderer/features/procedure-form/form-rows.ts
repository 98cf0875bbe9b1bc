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

function cellFor(keys: readonly string[], full: boolean, procedure: Procedure): ScreenCell[] {
  const fields = keys.map(key => getField(procedure, key));
  const main = fields.find(field => field.type !== 'bool') ?? fields[0];
  if (!main) return [];
  return [{ field: main, ticks: fields.filter(field => field !== main && field.type === 'bool'), full }];
}

/**
 * The form of the paper as a form of the screen: the same fields in the same order. Cells that only ink fills
 * (signatures) and fields that are not asked for now are left out; fields the table does not show come last.
 */
export function formRows(procedure: Procedure, form: Form, asked: readonly string[]): readonly ScreenRow[] {
  const wanted = new Set(asked);
  const shown = new Set<string>();
  const rows: ScreenRow[] = [];
  let grown = false;
  for (const row of form.sheet === 'form' ? form.rows : []) {
    const valueCells = row.cells.filter(cell => cell.field !== undefined || cell.fields !== undefined);
    const cells = valueCells.flatMap(cell => {
      const keys = (cell.fields ?? [cell.field ?? '']).filter(key => wanted.has(key));
      keys.forEach(key => shown.add(key));
      return cellFor(keys, valueCells.length === 1, procedure);
    });
    if (cells.length === 0) continue;
    const long: boolean = !grown && cells.some(cell => cell.field.type === 'longtext');
    grown ||= long;
    rows.push({ cells, grow: long });
  }
  const rest = asked.filter(key => !shown.has(key));
  for (let index = 0; index < rest.length; index += 2) {
    const keys = rest.slice(index, index + 2);
    rows.push({ cells: keys.flatMap(key => cellFor([key], keys.length === 1, procedure)), grow: false });
  }
  return rows;
}

/** Fields in rows of their own, for a step that asks a few of them. */
export const fieldRows = (fields: readonly Field[]): readonly ScreenRow[] =>
  fields.map((field, index) => ({
    cells: [{ field, ticks: [], full: true }],
    grow: field.type === 'longtext' && fields.findIndex(({ type }) => type === 'longtext') === index,
  }));
