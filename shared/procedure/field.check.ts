import { kindOf } from './field.kinds.ts';
import type { Field } from './field.schema.ts';
import type { PackNames } from './pack.names.ts';
import type { Path, Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';

function checkDefault(field: Field, at: Path, report: Report): void {
  const value = field.default;
  if (value === undefined || value === null || kindOf(field).accepts(value, field)) return;
  report([...at, 'default'], `默认值填不进“${field.label.zh}”`, `${field.key} cannot hold its default value`);
}

function checkOptions({ options = [], columns = [] }: Field, at: Path, report: Report): void {
  const twice = (list: readonly string[], name: string, key: string): void =>
    list.forEach((value, index) => {
      if (list.indexOf(value) !== index)
        report([...at, name, index, key], `“${value}”写了两次`, `“${value}” is defined twice`);
    });
  twice(
    options.map(({ value }) => value),
    'options',
    'value',
  );
  twice(
    columns.map(({ key }) => key),
    'columns',
    'key',
  );
}

/** What fields ask of each other and of themselves. */
export function checkFields({ fields }: ProcedureFile, names: PackNames, report: Report): void {
  fields.forEach((field, index) => {
    const at: Path = ['fields', index];
    for (const name of ['required_if', 'shown_if'] as const) {
      const condition = field[name];
      if (condition) names.condition(condition, [...at, name]);
    }
    checkOptions(field, at, report);
    checkDefault(field, at, report);
  });
}
