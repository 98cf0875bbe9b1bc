import type { Breakdown, Trend } from './breakdown.schema.ts';
import type { ReportSpec } from './duty.schema.ts';
import type { Field } from './field.schema.ts';
import type { PackNames } from './pack.names.ts';
import type { Path, Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';

/** Fields that name one person or department each. */
const NAMING: readonly Field['type'][] = ['person', 'org', 'text', 'enum'];
/** A base figure is one of a month, so a rate is worked out over whole months. */
const OF_MONTHS: readonly ReportSpec['period'][] = ['month', 'quarter', 'half-year', 'year'];

/** A field that makes lines names somebody, and lays open nothing a case keeps to itself. */
function checkNaming(
  key: string,
  { confidentiality }: ProcedureFile,
  names: PackNames,
  at: Path,
  report: Report,
): void {
  const field = names.field(key, at);
  if (field && !NAMING.includes(field.type))
    report(
      at,
      `不能按“${field.label.zh}”分行，要用写人名、部门或者选项的字段`,
      `${field.key} names no person, department or choice to make lines of`,
    );
  // A table of the parties would lay open what the cases keep to themselves.
  if (field && (field.personal || confidentiality?.fields.includes(field.key)))
    report(
      at,
      `“${field.label.zh}”是个人信息或者保密，不能分行统计`,
      `${field.key} is personal or sealed and makes no lines`,
    );
}

function checkBreakdown(
  by: Breakdown,
  procedure: ProcedureFile,
  names: PackNames,
  at: Path,
  report: Report,
): void {
  checkNaming(by.field, procedure, names, [...at, 'field'], report);
  if (by.only_if) names.condition(by.only_if, [...at, 'only_if']);
  if (by.rank_by !== undefined && !by.columns.some(({ measure }) => measure === by.rank_by))
    report([...at, 'rank_by'], '排名所依据的栏没有列出来', 'the rank goes by a column that is not there');
}

function checkTrend(trend: Trend, names: PackNames, at: Path, report: Report): void {
  trend.rates.forEach((key, index) => names.rate(key, [...at, 'rates', index]));
  const field = trend.by === undefined ? undefined : names.field(trend.by, [...at, 'by']);
  if (field && !field.options)
    report([...at, 'by'], `“${field.label.zh}”没有选项，不能分项`, `${field.key} has no choices to count by`);
}

function checkIndicators(procedure: ProcedureFile, names: PackNames, report: Report): void {
  const { indicators } = procedure;
  for (const which of ['valid', 'own', 'repeat'] as const) {
    const condition = indicators?.[which];
    if (condition) names.condition(condition, ['indicators', which]);
  }
  for (const which of ['unit', 'handler'] as const) {
    const key = indicators?.[which];
    if (key !== undefined) checkNaming(key, procedure, names, ['indicators', which], report);
  }
}

/** What reports count beside their list: rates and what they are over, lines of persons, lines of months. */
export function checkFigures(procedure: ProcedureFile, names: PackNames, report: Report): void {
  const { rates, reports } = procedure;
  checkIndicators(procedure, names, report);
  rates.forEach(({ only_if: only, over }, index) => {
    const at: Path = ['rates', index];
    if (only) names.condition(only, [...at, 'only_if']);
    if ('figure' in over) names.figure(over.figure, [...at, 'over', 'figure']);
    else if (over.only_if) names.condition(over.only_if, [...at, 'over', 'only_if']);
  });
  reports.forEach(({ rates: wanted, by, trend, period }, index) => {
    const at: Path = ['reports', index];
    wanted.forEach((key, nth) => names.rate(key, [...at, 'rates', nth]));
    if (wanted.length > 0 && !OF_MONTHS.includes(period))
      report([...at, 'rates'], '率按整月算，这份报表不是按月的', 'rates are worked out over whole months');
    if (by) checkBreakdown(by, procedure, names, [...at, 'by'], report);
    if (trend) checkTrend(trend, names, [...at, 'trend'], report);
  });
}
