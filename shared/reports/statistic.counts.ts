import type { Text } from '#shared/core/text.ts';
import { SMALLEST_BASE } from '#shared/procedure/measure.ts';
import type { ReportedCase } from './period.figures.ts';
import { classOf, grouped, idsOf, nameIn, type CountedBooks } from './statistic.books.ts';
import { textCell, type StatisticCell, type StatisticRow, type StatisticTable } from './statistic.table.ts';
import { indicatorCases } from './indicator.counts.ts';

export const countCell = (cases: readonly ReportedCase[]): StatisticCell => ({
  kind: 'count',
  cases: idsOf(cases),
});

export const shareCell = (part: readonly ReportedCase[], whole: readonly ReportedCase[]): StatisticCell => ({
  kind: 'share',
  cases: idsOf(part),
  whole: whole.length,
});

const NOTE_SHARE: Text = {
  zh: `不足 ${SMALLEST_BASE} 件的不写百分数，写“几件／共几件”。`,
  en: `Of fewer than ${SMALLEST_BASE} cases no percentage is given, but the cases.`,
};

const TOTAL: Text = { zh: '合计', en: 'Total' };

const COUNT_HEADS: readonly Text[] = [
  { zh: '本期收到', en: 'Received' },
  { zh: '本期办结', en: 'Closed' },
  { zh: '其中按时', en: 'Of those in time' },
  { zh: '期末在办', en: 'Open at the end' },
  { zh: '其中逾期', en: 'Of those overdue' },
  { zh: '问过满意度', en: 'Asked' },
  { zh: '其中满意', en: 'Of those satisfied' },
];

/** 统计表: a line a procedure, and their sum. */
export function totalsTable({ procedures, of }: CountedBooks): StatisticTable {
  const { received, closed, onTime, open, overdue, asked, satisfied } = of;
  const columns = [received, closed, onTime, open, overdue, asked, satisfied];
  const lines = procedures
    .map((procedure): StatisticRow & { readonly isEmpty: boolean } => {
      const own = columns.map(cases => cases.filter(each => each.procedure.id === procedure.id));
      return {
        ...{ id: procedure.id, label: procedure.name, cells: own.map(countCell) },
        isEmpty: own.every(cases => cases.length === 0),
      };
    })
    // Of 37 procedures most have nothing; they would hide those that have.
    .filter(({ isEmpty }) => !isEmpty || procedures.length === 1)
    .map(({ id, label, cells }): StatisticRow => ({ id, label, cells }));
  return {
    id: 'totals',
    title: { zh: '统计表', en: 'Statistics' },
    head: [{ zh: '规程', en: 'Procedure' }, ...COUNT_HEADS],
    rows: [...lines, { id: 'total', label: TOTAL, cells: columns.map(countCell) }],
    notes: [
      ...(received.length === 0 && closed.length === 0
        ? [
            {
              zh: '零报告：本期没有收到，也没有办结的案件。',
              en: 'Zero report: nothing received, nothing closed.',
            },
          ]
        : []),
      {
        zh: '按收到、办结的日期算，照现在的台账；锁了账的月份另按月结的数上报。按时：没有一项时限办晚。',
        en: 'By the days of receipt and closing, as the books are now; locked months are reported by their own figures. In time: no limit met late.',
      },
    ],
  };
}

/** Classes, the largest first, with what they add up to: where most of it comes from. */
export function classesTable({ of }: CountedBooks): StatisticTable {
  const inTime = new Set(of.onTime);
  const late = of.closed.filter(each => !inTime.has(each));
  const groups = grouped([...new Set([...of.received, ...of.closed, ...of.open])], classOf)
    .map(({ name, cases }) => ({ name, cases, received: of.received.filter(each => cases.has(each)) }))
    .toSorted((a, b) => b.received.length - a.received.length || (a.name.zh < b.name.zh ? -1 : 1));
  let sofar: readonly ReportedCase[] = [];
  const rows = groups.map(({ name, cases, received }): StatisticRow => {
    const here = (each: readonly ReportedCase[]): readonly ReportedCase[] =>
      each.filter(one => cases.has(one));
    sofar = [...sofar, ...received];
    return {
      ...{ id: name.zh, label: name },
      cells: [
        countCell(received),
        shareCell(received, of.received),
        shareCell(sofar, of.received),
        ...[of.closed, late, of.open].map(each => countCell(here(each))),
      ],
    };
  });
  return {
    id: 'classes',
    title: { zh: '按类别（从多到少）', en: 'By class, the largest first' },
    head: [
      { zh: '类别', en: 'Class' },
      { zh: '本期收到', en: 'Received' },
      { zh: '占比（%）', en: 'Share (%)' },
      { zh: '累计占比（%）', en: 'Cumulative (%)' },
      { zh: '本期办结', en: 'Closed' },
      { zh: '其中办晚', en: 'Of those late' },
      { zh: '期末在办', en: 'Open at the end' },
    ],
    rows,
    notes: [NOTE_SHARE],
  };
}

const handlerOf = (each: ReportedCase): Text => {
  const { name } = each.state.lastBy;
  return nameIn(each, each.procedure.indicators?.handler) ?? { zh: name, en: name };
};

/** 承办人: who is named as such, else whoever did something about the case last. */
export function handlersTable({ of }: CountedBooks): StatisticTable {
  const counted = [...new Set([...of.received, ...of.closed, ...of.open])];
  const lines = grouped(counted, handlerOf).map(({ name, cases }) => {
    const here = (each: readonly ReportedCase[]): readonly ReportedCase[] =>
      each.filter(one => cases.has(one));
    return { name, received: here(of.received), closed: here(of.closed), onTime: here(of.onTime), here };
  });
  const ranked = lines.filter(({ closed }) => closed.length >= SMALLEST_BASE);
  type Line = (typeof lines)[number];
  const better = (a: Line, b: Line): number =>
    b.onTime.length * a.closed.length - a.onTime.length * b.closed.length;
  const rankOf = (line: Line): number | null =>
    ranked.includes(line) ? ranked.filter(other => better(other, line) < 0).length + 1 : null;
  const ordered = lines.toSorted((a, b) => {
    const [one, other] = [rankOf(a), rankOf(b)];
    if (one !== null && other !== null && one !== other) return one - other;
    if ((one === null) !== (other === null)) return one === null ? 1 : -1;
    return b.received.length - a.received.length || (a.name.zh < b.name.zh ? -1 : 1);
  });
  return {
    id: 'handlers',
    title: { zh: '按承办人', en: 'By handler' },
    head: [
      { zh: '承办人', en: 'Handler' },
      { zh: '本期收到', en: 'Received' },
      { zh: '本期办结', en: 'Closed' },
      { zh: '按时办结', en: 'In time' },
      { zh: '按时率（%）', en: 'In time (%)' },
      { zh: '期末在办', en: 'Open at the end' },
      { zh: '其中逾期', en: 'Of those overdue' },
      { zh: '名次', en: 'Rank' },
    ],
    rows: ordered.map(line => ({
      ...{ id: line.name.zh, label: line.name },
      cells: [
        ...[line.received, line.closed, line.onTime].map(countCell),
        shareCell(line.onTime, line.closed),
        ...[line.here(of.open), line.here(of.overdue)].map(countCell),
        { kind: 'number', number: rankOf(line) },
      ],
    })),
    notes: [
      {
        zh: `承办人：规程里写了承办人的照写的，没有写的算最后经手的人。名次按按时率，办结不足 ${SMALLEST_BASE} 件的不排，百分数一样的名次一样。`,
        en: `Handler: as written where a procedure has a field for it, else whoever acted last. Ranked by the share in time; with fewer than ${SMALLEST_BASE} closed nobody is ranked.`,
      },
      NOTE_SHARE,
    ],
  };
}

/** 零投诉: units that were complained about before, and how it is now. None where no procedure names units. */
export function unitsTable(books: CountedBooks): StatisticTable {
  const { cases, of, context } = books;
  const unitOf = (each: ReportedCase): Text | null => nameIn(each, each.procedure.indicators?.unit);
  const { own } = indicatorCases(of, context);
  const lines = grouped(cases, unitOf).map(({ name, cases: all }) => ({
    name,
    received: of.received.filter(each => all.has(each)),
    own: own.filter(each => all.has(each)),
  }));
  return {
    id: 'units',
    title: { zh: '按被投诉单位、责任部门', en: 'By unit complained about' },
    head: [
      { zh: '单位、部门', en: 'Unit' },
      { zh: '本期收到', en: 'Received' },
      { zh: '属于我方责任', en: 'Own fault' },
      { zh: '零投诉', en: 'Zero complaint' },
    ],
    rows: lines
      .toSorted((a, b) => b.received.length - a.received.length || (a.name.zh < b.name.zh ? -1 : 1))
      .map(({ name, received, own: ours }) => ({
        ...{ id: name.zh, label: name },
        cells: [
          countCell(received),
          countCell(ours),
          received.length === 0 ? textCell('零投诉', 'zero') : textCell(''),
        ],
      })),
    notes: [
      {
        zh: '单位、部门照案件里写的；台账里从来没有出现过的单位，这里列不出来。',
        en: 'Units as they are written in the cases; one that was never complained about is not known here.',
      },
    ],
  };
}
