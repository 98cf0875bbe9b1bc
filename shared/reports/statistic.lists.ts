import { isDutyDone } from '#shared/agenda/duty.agenda.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { ownDutyDue } from '#shared/case/overrides.ts';
import { dateOf } from '#shared/core/instant.ts';
import { daysBetween, type PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import { registerTexts } from '#shared/documents/register.cells.ts';
import { periodsDueBetween, type DutyPeriod } from '#shared/procedure/duty.due.ts';
import type { Duty, ReportSpec } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { momentOf, receivedOn, wasLateAt, type ReportedCase } from './period.figures.ts';
import type { CountedBooks } from './statistic.books.ts';
import { textCell, type StatisticCell, type StatisticRow, type StatisticTable } from './statistic.table.ts';

const same = (text: string): Text => ({ zh: text, en: text });

const ofText = (text: Text | undefined): StatisticCell =>
  text === undefined ? textCell('') : { kind: 'text', text };

/** 逾期清单: a line a case, the longest overdue first, by the limit that ran out first. */
export function overdueTable({ of, clocks, days, context }: CountedBooks): StatisticTable {
  const moment = momentOf(days, context.now);
  const lines = of.overdue.map(each => {
    const late = clocks(each)
      .filter(clock => wasLateAt(clock, moment))
      .toSorted((a, b) => ((a.counted?.dueDate ?? '') < (b.counted?.dueDate ?? '') ? -1 : 1))[0];
    const due = late?.counted?.dueDate ?? null;
    return { each, limit: late?.limit.name, due };
  });
  return {
    id: 'overdue',
    title: { zh: '逾期清单', en: 'Overdue cases' },
    head: [
      { zh: '编号', en: 'Number' },
      { zh: '规程', en: 'Procedure' },
      { zh: '收到日期', en: 'Received' },
      { zh: '逾期的时限', en: 'Limit' },
      { zh: '到期日', en: 'Due' },
      { zh: '逾期（天）', en: 'Days overdue' },
      { zh: '最后经手', en: 'Last handled by' },
    ],
    rows: lines
      .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
      .map(({ each: { state, procedure }, limit, due }) => ({
        ...{ id: state.id, label: same(state.number), case: state.id },
        cells: [
          ofText(procedure.name),
          { kind: 'date', date: receivedOn(state) },
          ofText(limit),
          { kind: 'date', date: due },
          { kind: 'number', number: due === null ? null : Math.max(0, daysBetween(due, dateOf(moment))) },
          textCell(state.lastBy.name),
        ],
      })),
    notes: [
      {
        zh: '期末还没有办结、有时限已经过了的。几项时限过了的，写最早到期的一项；不到一天的写 0。',
        en: 'Open at the end with a limit run out. Of several the one that was due first; less than a day is 0.',
      },
    ],
  };
}

const BOOK_HEADS: readonly Text[] = [
  { zh: '编号', en: 'Number' },
  { zh: '收到日期', en: 'Received' },
  { zh: '反映人', en: 'Person' },
  { zh: '被反映单位', en: 'About' },
  { zh: '反映内容', en: 'Matter' },
  { zh: '类别', en: 'Class' },
  { zh: '状态', en: 'State' },
  { zh: '承办人', en: 'Handler' },
];

function bookRow({ state, procedure }: ReportedCase): StatisticRow {
  const { person, respondent, matter, category, states } = registerTexts(state, procedure);
  return {
    ...{ id: state.id, label: same(state.number), case: state.id },
    cells: [
      { kind: 'date', date: dateOf(state.receivedAt) },
      ...[person, respondent, matter, category, states, state.lastBy.name].map(text => textCell(text)),
    ],
  };
}

/** 登记台账: every case that was received in the period, as the register on paper writes it. */
export const registerTable = ({ of }: CountedBooks): StatisticTable => ({
  id: 'register',
  title: { zh: '登记台账', en: 'Register' },
  head: BOOK_HEADS,
  rows: of.received.toSorted((a, b) => (a.state.receivedAt < b.state.receivedAt ? -1 : 1)).map(bookRow),
  notes: [],
});

interface DueReport {
  readonly procedure: Procedure;
  readonly report: ReportSpec;
  readonly period: DutyPeriod | null;
  readonly done: boolean;
}

const standing = ({ period, done, report }: DueReport, today: PlainDate): Text => {
  if (period === null)
    return report.period === 'case'
      ? { zh: '逐件报', en: 'by case' }
      : { zh: '没有定日子', en: 'no day set' };
  if (done) return { zh: '报了', en: 'done' };
  if (period.due < today) return { zh: '过了日子，还没有报', en: 'overdue' };
  return period.due === today ? { zh: '今天该报', en: 'due today' } : { zh: '还没到日子', en: 'not due yet' };
};

function dueReports(books: CountedBooks, calendar: WorkingCalendar): readonly DueReport[] {
  const { procedures, office, days } = books;
  return procedures.flatMap(procedure =>
    procedure.reports.flatMap((report): readonly DueReport[] => {
      const duties = procedure.duties.filter(each => each.report === report.id);
      const due = duties.flatMap((duty: Duty) =>
        periodsDueBetween(duty, [days.from, days.to], calendar, ownDutyDue(procedure.id, duty, office)).map(
          period => ({
            ...{ procedure, report, period },
            done: isDutyDone(office, procedure.id, duty.id, period.id),
          }),
        ),
      );
      if (due.length > 0) return due;
      // A report with a duty that is due in another period is none of this one.
      return duties.length > 0 ? [] : [{ procedure, report, period: null, done: false }];
    }),
  );
}

/** 该报的报表: which fall due in the period, for whom, and whether they were sent; then those without a day. */
export function reportsTable(books: CountedBooks, calendar: WorkingCalendar): StatisticTable {
  const today = dateOf(books.context.now);
  const lines = dueReports(books, calendar).toSorted((a, b) => {
    const [one, other] = [a.period?.due ?? '9999', b.period?.due ?? '9999'];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  return {
    id: 'reports',
    title: { zh: '该报的报表', en: 'Reports' },
    head: [
      { zh: '报表', en: 'Report' },
      { zh: '规程', en: 'Procedure' },
      { zh: '应交日', en: 'Due' },
      { zh: '规程写的日子', en: 'Day by the procedure' },
      { zh: '谁报', en: 'From' },
      { zh: '报给', en: 'To' },
      { zh: '情况', en: 'Standing' },
    ],
    rows: lines.map(line => {
      const { procedure, report, period } = line;
      return {
        ...{ id: `${procedure.id} ${report.id} ${period?.id ?? ''}`, label: report.name },
        cells: [
          ofText(procedure.name),
          { kind: 'date', date: period?.due ?? null },
          ...[report.due, report.from, report.to].map(ofText),
          { kind: 'text', text: standing(line, today) },
        ],
      };
    }),
    notes: [],
  };
}
