import { writtenDate } from '#shared/calendar/chinese-date.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { cellInWords, type StatisticCell, type StatisticTable } from '#shared/reports/statistic.table.ts';
import {
  foot,
  headCell,
  line,
  notes,
  paper,
  part,
  row,
  signSpace,
  signatures,
  table,
  titlePara,
  value,
  valueCell,
} from './paper.build.ts';
import type { Block, Cell, Paper } from './paper.model.ts';

export interface StatisticPaperSubject {
  readonly office: string;
  /** 全部规程, or the name of one. */
  readonly procedure: string;
  /** 2026年第4季度 */
  readonly period: string;
  /** 统计表, or the name of the one table. */
  readonly name: string;
  readonly tables: readonly StatisticTable[];
  readonly countedOn: PlainDate;
}

/** A4 across, between the margins. */
const WIDTH = 257;
/** What a figure needs, and what a line of text. */
const FIGURE = 22;
const DATE = 27;
const LEAST = 12;

const isText = ({ kind }: StatisticCell): boolean => kind === 'text';

const lettersOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x100 ? 0.55 : 1), 0);

/** Figures have a fixed width; labels and texts share what is left by how much stands in them. */
function widthsOf({ head, rows }: StatisticTable): readonly number[] {
  const columns = head.map((label, place) => {
    const cells = rows.map(({ cells: of }) => of[place - 1]).filter(cell => cell !== undefined);
    const isLabel = place === 0 || (cells.length > 0 && cells.every(isText));
    if (!isLabel) return { fixed: cells.some(({ kind }) => kind === 'date') ? DATE : FIGURE, letters: 0 };
    const texts =
      place === 0 ? rows.map(each => each.label.zh) : cells.map(cell => cellInWords(cell, 'zh-CN'));
    const letters = texts.reduce((most, text) => Math.max(most, lettersOf(text)), lettersOf(label.zh));
    return { fixed: 0, letters: Math.min(30, Math.max(4, letters)) };
  });
  const fixed = columns.reduce((sum, each) => sum + each.fixed, 0);
  const letters = columns.reduce((sum, each) => sum + each.letters, 0);
  const free = columns.filter(each => each.letters > 0).length;
  const left = Math.max(0, WIDTH - fixed - LEAST * free);
  const widths = columns.map(each =>
    each.letters > 0 ? LEAST + Math.floor((left * each.letters) / letters) : each.fixed,
  );
  const sum = widths.reduce((all, each) => all + each, 0);
  return sum <= WIDTH ? widths : widths.map(each => Math.floor((each * WIDTH) / sum));
}

function cellsOf(of: StatisticTable, place: number): readonly Cell[] {
  const { id, rows } = of;
  const each = rows[place];
  if (!each) return [];
  const key = `${id}.${each.id}`;
  return [
    valueCell(value(key, each.label.zh)),
    ...each.cells.map((cell, column) => {
      const words = cellInWords(cell, 'zh-CN');
      const align = isText(cell) ? 'start' : 'end';
      return valueCell(words === '' ? '' : value(`${key}.${column}`, words), { align });
    }),
  ];
}

function blocksOf(of: StatisticTable): readonly Block[] {
  return [
    line(of.title.zh, ''),
    table(
      widthsOf(of),
      of.rows.map((_, place) => row(cellsOf(of, place))),
      { dense: true, head: [row(of.head.map(label => headCell(label.zh, { align: 'center' })))] },
    ),
    ...(of.notes.length > 0 ? [notes(of.notes.map(({ zh }) => zh))] : []),
  ];
}

/** Statistics as an official table, A4 across: whose, of what period, table by table, and who answers for it. */
export function statisticTablesPaper(subject: StatisticPaperSubject): Paper {
  const { office, procedure, period, name, tables, countedOn } = subject;
  const title = `${office}${period}${name}`;
  return paper('register', {
    id: 'statistic-tables',
    title,
    parts: [
      part(
        [
          titlePara(title),
          line(`规程：${procedure}\u3000\u3000单位：件`, `填报日期：${writtenDate(countedOn, 'zh-CN')}`),
          ...tables.filter(({ rows }) => rows.length > 0).flatMap(blocksOf),
          signatures(3, [
            signSpace('单位负责人（签名）：', null),
            signSpace('填表人（签名）：', null),
            signSpace('填报单位（章）：'),
          ]),
        ],
        { running: [title, ''] },
      ),
    ],
    foot: foot(),
  });
}
