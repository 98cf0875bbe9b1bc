import { inLanguage, type Language } from '#shared/core/text.ts';
import type { ListForm } from '#shared/procedure/form.schema.ts';
import type { Measure } from '#shared/procedure/measure.ts';
import type { ReportSpec } from '#shared/procedure/duty.schema.ts';
import { FIGURE_WORDS } from '#shared/reports/figure.words.ts';
import { isZero, measured } from '#shared/reports/period.figures.ts';
import { continuedTitle, filled, plainText, type FormSubject, type SubjectPeriod } from './form.subject.ts';
import { signOf } from './form.blocks.paper.ts';
import {
  emptyBreakdown,
  figureBlocks,
  figureNotes,
  hasShares,
  measureRuns,
  rateRuns,
} from './figures.paper.ts';
import type { ClosedWords } from './period.notes.ts';
import { columnContent, columnTotal, type ListEntry } from './list.columns.ts';
import {
  foot,
  headCell,
  line,
  notes,
  paper,
  part,
  row,
  signatures,
  table,
  text,
  titlePara,
  value,
  valueCell,
} from './paper.build.ts';
import type { Block, Cell, Paper, Row } from './paper.model.ts';

/** A register or report of one period. */
export interface ListSubject extends Omit<FormSubject, 'form' | 'state' | 'number'> {
  readonly form: ListForm;
  /** Left out where the list is printed empty, to be filled by hand. */
  readonly period?: SubjectPeriod;
  readonly entries: readonly ListEntry[];
  readonly report?: ReportSpec | undefined;
  /** Where the period is closed: as of when it is counted; since when, and what was corrected after that. */
  readonly standing?: ClosedWords | undefined;
  /** What it carries of periods that were closed before. */
  readonly carried?: readonly string[] | undefined;
  /** The journal's head when it was made: a later change of the books would show. */
  readonly journal?: { readonly seq: number; readonly hash: string };
}

/** Rows left to write on where a list is printed empty; fitting leaves as many as its page has room for. */
const EMPTY_ROWS = 30;

const WORDS = {
  'zh-CN': {
    zero: '零报告',
    none: { received: '本期没有收到的', open: '期末没有在办的' },
    total: '合计',
    period: '期间：',
    counted:
      '本期收到：收到日期在本期的。本期办结：在本期办结的，包括以前收到的。期末在办：到期末没有办结的，本期没有结束时到印制时；包括以前收到的。',
    asOfNow: '都照印制时的台账计算。',
    rates:
      '办结率：本期收到的，到期末已经办结的占多少。按时办结率：本期办结的，没有一项时限办晚的占多少。满意率：本期办结并且记有满意度的，满意、基本满意的占多少。',
  },
  en: {
    zero: 'Zero report',
    none: { received: 'None received in the period', open: 'None open at the end of the period' },
    total: 'Total',
    period: 'Period: ',
    counted:
      'Received: by the day of receipt. Closed: in the period, whenever received. Open: at the end of the period, or when printed while it runs; whenever received. ',
    asOfNow: 'All as the books stood when this was printed.',
    rates:
      'Closure rate: of those received in the period, closed by its end. In time: of those closed, with no limit met late. Satisfied: of those closed with an opinion on record. ',
  },
} as const;

const measuresOf = ({ figures }: SubjectPeriod, measures: readonly Measure[], language: Language) =>
  measureRuns(measures, measure => measured(measure, figures.period, language), language);

const center = { align: 'center' } as const;

function rowsOf({ form, entries, report, language, period }: ListSubject): readonly Row[] {
  if (!period) return Array.from({ length: EMPTY_ROWS }, () => row(form.columns.map(() => valueCell(''))));
  const words = WORDS[language];
  if (entries.length === 0)
    return [
      row([valueCell(words.none[report?.lists ?? 'received'], { cols: form.columns.length, ...center })]),
    ];
  return entries.map((entry, index) =>
    row(
      form.columns.map((column, place) => {
        const content = columnContent(column, entry, index, language);
        return valueCell(content === '' ? '' : value(`${entry.state.id}.${place}`, content));
      }),
    ),
  );
}

function totalRow({ form, entries, procedure, language }: ListSubject): readonly Row[] {
  const totals = form.columns.map(column => columnTotal(column, entries, procedure, language));
  if (totals.every(total => total === '')) return [];
  const cells = totals.map((total, place): Cell => {
    const label = place === 0 ? [text(WORDS[language].total)] : [];
    return valueCell([...label, ...(total === '' ? [] : [value(`total.${place}`, total)])]);
  });
  return [row(cells)];
}

/** Whether the form has a place of its own for a blank. */
const names = ({ form }: ListSubject, blank: string): boolean =>
  JSON.stringify([form.title, form.above]).includes(`{${blank}}`);

/** Every measure a report shows somewhere. */
const measuresIn = ({ measures, by, trend }: ReportSpec): readonly Measure[] => [
  ...measures,
  ...(by?.columns.map(({ measure }) => measure) ?? []),
  ...(trend?.measures ?? []),
];

/** What the report counts beside its list; printed empty, the lines to write it into. */
function figuresOf({ form, report, period, procedure, language }: ListSubject): readonly Block[] {
  const by = (report ?? procedure.reports.find(each => each.form === form.id))?.by;
  const lines = by ? emptyBreakdown(by, procedure, language) : [];
  const blocks = period ? figureBlocks(period.figures, language) : lines;
  return blocks.length > 0 ? [...blocks, line(FIGURE_WORDS[language].list, '')] : [];
}

function headLines(subject: ListSubject): readonly Block[] {
  const { form, report, period, language } = subject;
  const words = WORDS[language];
  const zero = period !== undefined && report?.zero_report === true && isZero(period.figures.period);
  const periodRuns =
    !period || names(subject, 'period') ? [] : [text(words.period), value('period', period.words)];
  const extra = line(periodRuns, zero ? [value('zero', words.zero)] : []);
  return [
    ...(form.above ? [line(filled(form.above.left, subject), filled(form.above.right, subject))] : []),
    ...(zero || periodRuns.length > 0 ? [extra] : []),
    ...(period && report && report.measures.length > 0
      ? [line(measuresOf(period, report.measures, language), [])]
      : []),
    ...(period?.figures.rates ?? [])
      .filter(({ rate }) => !names(subject, `rate:${rate.key}`))
      .map(each => line(rateRuns(each, language), [])),
    ...figuresOf(subject),
  ];
}

/**
 * 登记簿, 汇总表, 月报: one line a case of the period, A4 across, with the figures of the period under it. Closed by
 * the state of the journal it was made from.
 */
export function listPaper(subject: ListSubject): Paper {
  const { form, language, document, period, report, journal, standing, carried } = subject;
  const words = WORDS[language];
  const titleRuns = filled(form.title, subject);
  const title = plainText(titleRuns);
  const remarks = [
    ...form.notes.map(note => inLanguage(note, language)),
    ...(period
      ? [words.counted + (standing?.asOf ?? words.asOfNow), ...(standing?.notes ?? []), ...(carried ?? [])]
      : []),
    ...(period ? figureNotes(period.figures, subject.procedure, language) : []),
    ...(report && hasShares(measuresIn(report)) ? [words.rates + FIGURE_WORDS[language].shareNote] : []),
  ];
  return paper('register', {
    id: document,
    title,
    lang: language,
    copies: form.copies.map(copy => inLanguage(copy, language)),
    parts: [
      part(
        [
          titlePara(titleRuns),
          ...headLines(subject),
          table(
            form.columns.map(({ width }) => width),
            [...rowsOf(subject), ...totalRow(subject)],
            {
              dense: true,
              head: [row(form.columns.map(({ label }) => headCell(inLanguage(label, language), center)))],
            },
          ),
          ...(period
            ? [line(measuresOf(period, ['received', 'closed', 'open', 'overdue'], language), [])]
            : []),
          ...(form.signatures.length > 0
            ? [
                signatures(
                  2,
                  form.signatures.map(sign => signOf(sign, subject)),
                ),
              ]
            : []),
          ...(remarks.length > 0 ? [notes(remarks)] : []),
        ],
        { running: [continuedTitle(title, language), period?.words ?? ''] },
      ),
    ],
    foot: foot(
      journal ? { label: [`日志账 ${journal.seq} 条`, journal.hash.slice(0, 16).toUpperCase()] } : {},
    ),
  });
}
