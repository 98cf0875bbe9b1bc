import { inLanguage, type Language } from '#shared/core/text.ts';
import type { ListForm } from '#shared/procedure/form.schema.ts';
import type { Measure } from '#shared/procedure/measure.ts';
import type { ReportSpec } from '#shared/procedure/duty.schema.ts';
import { isZero, measured, type PeriodFigures } from '#shared/reports/period.figures.ts';
import { continuedTitle, filled, plainText, type FormSubject, type SubjectPeriod } from './form.subject.ts';
import { signOf } from './form.blocks.paper.ts';
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
import type { Block, Cell, Paper, Row, Run } from './paper.model.ts';

/** A register or report of one period. */
export interface ListSubject extends Omit<FormSubject, 'form' | 'state' | 'number'> {
  readonly form: ListForm;
  /** Left out where the list is printed empty, to be filled by hand. */
  readonly period?: SubjectPeriod;
  readonly entries: readonly ListEntry[];
  readonly report?: ReportSpec | undefined;
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
    unit: ' 件',
    join: '，',
    measure: {
      received: '本期收到',
      closed: '本期办结',
      open: '期末在办',
      overdue: '其中逾期',
      closure_rate: '办结率',
      on_time_rate: '按时办结率',
      satisfaction_rate: '满意率',
    },
    notes: [
      '本期收到：收到日期在本期的。本期办结：在本期办结的，包括以前收到的。期末在办：到期末没有办结的，本期没有结束时到印制时；包括以前收到的。都照印制时的台账计算。',
    ],
    rates:
      '办结率：本期收到的，到期末已经办结的占多少。按时办结率：本期办结的，没有一项时限办晚的占多少。满意率：本期办结并且记有满意度的，满意、基本满意的占多少。',
  },
  en: {
    zero: 'Zero report',
    none: { received: 'None received in the period', open: 'None open at the end of the period' },
    total: 'Total',
    period: 'Period: ',
    unit: '',
    join: '; ',
    measure: {
      received: 'received in the period ',
      closed: 'closed in the period ',
      open: 'open at its end ',
      overdue: 'of those overdue ',
      closure_rate: 'closure rate ',
      on_time_rate: 'closed in time ',
      satisfaction_rate: 'satisfied ',
    },
    notes: [
      'Received: by the day of receipt. Closed: in the period, whenever received. Open: at the end of the period, or when printed while it runs; whenever received. All as the books stood when this was printed.',
    ],
    rates:
      'Closure rate: of those received in the period, closed by its end. In time: of those closed, with no limit met late. Satisfied: of those closed with an opinion on record.',
  },
} as const;

const isRate = (measure: Measure): boolean => measure.endsWith('_rate');

function figuresRuns(
  measures: readonly Measure[],
  figures: PeriodFigures,
  language: Language,
): readonly Run[] {
  const words = WORDS[language];
  return measures.flatMap((measure, index) => [
    text(`${index > 0 ? words.join : ''}${words.measure[measure]}${language === 'en' ? '' : ' '}`),
    value(measure, measured(measure, figures)),
    ...(isRate(measure) ? [] : [text(words.unit)]),
  ]);
}

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

/** Names the period where the form has no place of its own for it. */
const namesPeriod = ({ form }: ListSubject): boolean =>
  JSON.stringify([form.title, form.above]).includes('{period}');

function headLines(subject: ListSubject): readonly Block[] {
  const { form, report, period, language } = subject;
  const words = WORDS[language];
  const zero = period !== undefined && report?.zero_report === true && isZero(period.figures);
  const periodRuns =
    !period || namesPeriod(subject) ? [] : [text(words.period), value('period', period.words)];
  const extra = line(periodRuns, zero ? [value('zero', words.zero)] : []);
  return [
    ...(form.above ? [line(filled(form.above.left, subject), filled(form.above.right, subject))] : []),
    ...(zero || periodRuns.length > 0 ? [extra] : []),
    ...(period && report && report.measures.length > 0
      ? [line(figuresRuns(report.measures, period.figures, language), [])]
      : []),
  ];
}

/**
 * 登记簿, 汇总表, 月报: one line a case of the period, A4 across, with the figures of the period under it. Closed by
 * the state of the journal it was made from.
 */
export function listPaper(subject: ListSubject): Paper {
  const { form, language, document, period, report, journal } = subject;
  const words = WORDS[language];
  const titleRuns = filled(form.title, subject);
  const title = plainText(titleRuns);
  const remarks = [
    ...form.notes.map(note => inLanguage(note, language)),
    ...(period ? words.notes : []),
    ...(report?.measures.some(isRate) ? [words.rates] : []),
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
            ? [line(figuresRuns(['received', 'closed', 'open', 'overdue'], period.figures, language), [])]
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
