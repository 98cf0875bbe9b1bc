import {
  addMonthsTo,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainMonth,
} from '#shared/core/plain-date.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Text } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { FIGURE_WORDS } from './figure.words.ts';
import { receivedOn, type PeriodCases, type ReportedCase } from './period.figures.ts';
import type { PeriodDays } from './report.period.ts';
import { classOf, grouped, inPeriod, type CountedBooks } from './statistic.books.ts';
import { countCell } from './statistic.counts.ts';
import type { StatisticCell, StatisticRow, StatisticTable } from './statistic.table.ts';

const MONTHS = 12;
/** More columns would not fit on a sheet; what is left stands together in the last one. */
const MOST_CLASSES = 6;

interface CountedMonth {
  readonly month: PlainMonth;
  readonly label: Text;
  /** Null before the office had books. */
  readonly of: PeriodCases | null;
}

function booksSince({ cases, office }: CountedBooks): PlainMonth {
  const months = [monthOf(dateOf(office.foundedAt)), ...cases.map(({ state }) => monthOf(receivedOn(state)))];
  return months.reduce((first, month) => (month < first ? month : first));
}

function countedMonths(books: CountedBooks): readonly CountedMonth[] {
  const now = monthOf(dateOf(books.context.now));
  const end = monthOf(books.days.to);
  const last = end < now ? end : now;
  const since = booksSince(books);
  return Array.from({ length: MONTHS }, (_, nth) => {
    const month = addMonthsTo(last, nth + 1 - MONTHS);
    const days: PeriodDays = { id: month, from: firstDayOf(month), to: lastDayOf(month) };
    const words = FIGURE_WORDS;
    return {
      month,
      label: { zh: words['zh-CN'].month(month, month === now), en: words.en.month(month, month === now) },
      of: month < since ? null : inPeriod(books, days),
    };
  });
}

const NOTE: Text = {
  zh: '各月的数按收到、办结的日期算。“—”：那时还没有台账。',
  en: 'Months go by the days of receipt and closing. A dash: no books yet.',
};

const MONTH_HEAD: Text = { zh: '月份', en: 'Month' };

const monthRow = (
  { month, label, of }: CountedMonth,
  columns: number,
  cells: (of: PeriodCases) => readonly StatisticCell[],
): StatisticRow => ({
  ...{ id: month, label },
  cells:
    of === null
      ? Array.from({ length: columns }, (): StatisticCell => ({ kind: 'number', number: null }))
      : cells(of),
});

/** The last months up to the end of the period, and the same by class. */
export function trendTables(books: CountedBooks): readonly StatisticTable[] {
  const months = countedMonths(books);
  const received = months.flatMap(({ of }) => of?.received ?? []);
  const sizes = grouped(received, classOf).toSorted(
    (a, b) => b.cases.size - a.cases.size || (a.name.zh < b.name.zh ? -1 : 1),
  );
  const shown = sizes.length <= MOST_CLASSES + 1 ? sizes : sizes.slice(0, MOST_CLASSES);
  const left = new Set(sizes.slice(shown.length).flatMap(({ cases }) => [...cases]));
  const classes: readonly { readonly name: Text; readonly cases: ReadonlySet<ReportedCase> }[] = [
    ...shown,
    ...(left.size > 0 ? [{ name: { zh: '其他各类', en: 'Other classes' }, cases: left }] : []),
  ];
  return [
    {
      id: 'trend',
      title: { zh: `最近 ${MONTHS} 个月`, en: `Last ${MONTHS} months` },
      head: [
        MONTH_HEAD,
        { zh: '收到', en: 'Received' },
        { zh: '办结', en: 'Closed' },
        { zh: '按时办结', en: 'In time' },
        { zh: '期末在办', en: 'Open at the end' },
        { zh: '其中逾期', en: 'Of those overdue' },
      ],
      rows: months.map(month =>
        monthRow(month, 5, of => [of.received, of.closed, of.onTime, of.open, of.overdue].map(countCell)),
      ),
      notes: [NOTE],
    },
    {
      id: 'trend-classes',
      title: { zh: '各月各类收到的件数', en: 'Received by month and class' },
      head: [MONTH_HEAD, ...classes.map(({ name }) => name)],
      rows:
        classes.length === 0
          ? []
          : months.map(month =>
              monthRow(month, classes.length, of =>
                classes.map(({ cases }) => countCell(of.received.filter(each => cases.has(each)))),
              ),
            ),
      notes: [NOTE],
    },
  ];
}

/** In an even number of cases half way between the two in the middle. */
function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  if (!Number.isInteger(middle)) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

interface Taken {
  readonly each: ReportedCase;
  readonly days: number;
}

/** Cases in which a step was taken for the first time in the period, with the days since they were received. */
function takenIn({ cases, days }: CountedBooks, procedure: Procedure, step: string): readonly Taken[] {
  return cases.flatMap(each => {
    if (each.procedure.id !== procedure.id) return [];
    const first = each.state.trace.find(trace => trace.kind === 'step' && trace.step === step);
    if (!first) return [];
    const on = dateOf(first.at);
    if (on < days.from || on > days.to) return [];
    return [{ each, days: Math.max(0, daysBetween(receivedOn(each.state), on)) }];
  });
}

/** 各步骤用时: from the receipt to the first time a step was taken. */
export function stepsTable(books: CountedBooks): StatisticTable {
  const { procedures } = books;
  const rows = procedures.flatMap(procedure =>
    procedure.steps.flatMap(({ id, name }): readonly StatisticRow[] => {
      const taken = takenIn(books, procedure, id);
      if (taken.length === 0) return [];
      const days = taken.map(each => each.days).toSorted((a, b) => a - b);
      const label: Text =
        procedures.length === 1
          ? name
          : {
              zh: `${procedure.name.zh}：${name.zh}`,
              en: `${inLanguage(procedure.name, 'en')}: ${inLanguage(name, 'en')}`,
            };
      return [
        {
          ...{ id: `${procedure.id}.${id}`, label },
          cells: [
            countCell(taken.map(({ each }) => each)),
            { kind: 'number', number: median(days) },
            { kind: 'number', number: days.at(-1) ?? null },
          ],
        },
      ];
    }),
  );
  return {
    id: 'steps',
    title: { zh: '各步骤用时', en: 'Time to each step' },
    head: [
      { zh: '步骤', en: 'Step' },
      { zh: '本期走到的', en: 'Taken in the period' },
      { zh: '中间数（天）', en: 'Median (days)' },
      { zh: '最长（天）', en: 'Longest (days)' },
    ],
    rows,
    notes: [
      {
        zh: '从收到那天数到第一次走这一步那天，按日历天数。中间数：一半的案件比它快，一半比它慢。',
        en: 'Calendar days from the day of receipt to the day the step was first taken. Median: half of the cases took less, half took more.',
      },
    ],
  };
}
