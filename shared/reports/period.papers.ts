import type { Text } from '#shared/core/text.ts';
import { PERIODS, type Period, type ReportSpec } from '#shared/procedure/duty.schema.ts';
import type { ListColumn, ListForm } from '#shared/procedure/form.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** A register or a report of a procedure: over all its cases of a period. */
export interface PeriodPaper {
  /** Of the report, or of the form where no report is printed on it. */
  readonly id: string;
  readonly name: Text;
  readonly form: ListForm;
  readonly report?: ReportSpec;
  /** Nothing fixes the period: it may be chosen. */
  readonly free: boolean;
  readonly period: Period;
}

const COLUMNS: Readonly<Record<'serial' | 'number' | 'received' | 'state' | 'due' | 'closed', ListColumn>> = {
  serial: { label: { zh: '序号', en: 'No.' }, of: 'serial', width: 12 },
  number: { label: { zh: '编号', en: 'Number' }, of: 'number', width: 46 },
  received: { label: { zh: '收到日期', en: 'Received' }, of: 'received', width: 25 },
  state: { label: { zh: '办理情况', en: 'State' }, of: 'state', width: 25 },
  due: { label: { zh: '期限', en: 'Due' }, of: 'due', width: 27 },
  closed: { label: { zh: '办结日期', en: 'Closed' }, of: 'closed', width: 25 },
};

/** A4 across, between the margins. */
const LIST_WIDTH = 257;

/** For a report whose rules name no form: what the program knows of each case. */
function plainList(procedure: Procedure, { id, name }: ReportSpec): ListForm {
  const { matter, category } = procedure.registration;
  const fieldColumn = (key: string | undefined, width: number): readonly ListColumn[] => {
    if (key === undefined) return [];
    const { label, type } = getField(procedure, key);
    return [{ label, field: key, width, ...(type === 'enum' ? { total: 'tally' as const } : {}) }];
  };
  const { serial, number, received, state, due, closed } = COLUMNS;
  const known = [serial, number, received, ...fieldColumn(category, 28)];
  const ends = [state, due, closed];
  const left = LIST_WIDTH - [...known, ...ends].reduce((sum, column) => sum + column.width, 0);
  return {
    id,
    name,
    title: name,
    sheet: 'register',
    notes: [],
    copies: [],
    by_hand: [],
    received: false,
    hides_identity: false,
    unverified: true,
    above: {
      left: { zh: '单位：{office}　　{period}', en: 'Office: {office}  {period}' },
      right: { zh: '印制日期：{today}', en: 'Printed: {today}' },
    },
    columns: [...known, ...fieldColumn(matter, left), ...ends],
    signatures: [],
  };
}

const isPeriod = (period: ReportSpec['period']): period is Period =>
  (PERIODS as readonly string[]).includes(period);

function reportPaper(procedure: Procedure, report: ReportSpec): PeriodPaper {
  const duty = procedure.duties.find(each => each.report === report.id);
  const period = duty?.period ?? (isPeriod(report.period) ? report.period : undefined);
  const form = procedure.forms.find(({ id }) => id === report.form);
  return {
    id: report.id,
    name: report.name,
    form: form?.sheet === 'register' ? form : plainList(procedure, report),
    report,
    free: period === undefined,
    period: period ?? 'month',
  };
}

/** The reports of a procedure that come back with the calendar or are asked for, and the books it keeps. */
export function periodPapers(procedure: Procedure): readonly PeriodPaper[] {
  const reports = procedure.reports.filter(({ period }) => period !== 'case');
  const books = procedure.forms.filter(
    (form): form is ListForm => form.sheet === 'register' && !reports.some(report => report.form === form.id),
  );
  return [
    ...reports.map(report => reportPaper(procedure, report)),
    ...books.map(form => ({ id: form.id, name: form.name, form, free: true, period: 'month' as const })),
  ];
}

/** By the id of the report, or by the form it is printed on. */
export const findPeriodPaper = (procedure: Procedure, name: string): PeriodPaper | undefined =>
  periodPapers(procedure).find(({ id, form }) => id === name || form.id === name);
