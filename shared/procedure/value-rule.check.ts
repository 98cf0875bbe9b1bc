import { demandsNoFact } from './condition.ts';
import type { Field } from './field.schema.ts';
import type { PackNames } from './pack.names.ts';
import type { Path, Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';
import type { RowRule } from './value-rule.schema.ts';

type Condition = NonNullable<RowRule['when']>;

function checkWhen(when: Condition | undefined, at: Path, names: PackNames, report: Report): void {
  if (!when) return;
  names.condition(when, at);
  if (!demandsNoFact(when))
    report(at, '填写的规则只能看字段，看不了等级和收到的时间', 'a rule about values asks of fields alone');
}

function checkRows(field: Field, at: Path, names: PackNames, report: Report): void {
  if (field.rows.length > 0 && field.type !== 'table')
    report([...at, 'rows'], `${field.key} 不是表格`, `${field.key} is not a table`);
  field.rows.forEach((rule, index) => {
    const place: Path = [...at, 'rows', index];
    checkWhen(rule.when, [...place, 'when'], names, report);
    if (rule.min !== undefined && rule.max !== undefined && rule.min > rule.max)
      report(place, '最少的行数比最多的还多', 'min is above max');
  });
}

const isNumber = ({ type }: Field): boolean => type === 'number' || type === 'money';

/** Rules about values: they compare numbers with numbers and with the rows of tables. */
export function checkValueRules(procedure: ProcedureFile, names: PackNames, report: Report): void {
  procedure.fields.forEach((field, index) => checkRows(field, ['fields', index], names, report));
  procedure.checks.forEach((check, index) => {
    const at: Path = ['checks', index];
    const number = (key: string, path: Path): void => {
      const field = names.field(key, path);
      if (field && !isNumber(field)) report(path, `${key} 不是数`, `${key} is not a number`);
    };
    number(check.field, [...at, 'field']);
    if ('field' in check.to) {
      number(check.to.field, [...at, 'to', 'field']);
      if (check.to.field === check.field)
        report([...at, 'to', 'field'], `${check.field} 和自己比`, `${check.field} is compared with itself`);
    } else {
      const table = names.field(check.to.rows, [...at, 'to', 'rows']);
      if (table && table.type !== 'table')
        report([...at, 'to', 'rows'], `${table.key} 不是表格`, `${table.key} is not a table`);
    }
    checkWhen(check.when, [...at, 'when'], names, report);
  });
}
