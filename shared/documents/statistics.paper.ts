import { writtenDate, writtenDateTime } from '#shared/calendar/chinese-date.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import {
  CORRECTION_NAMES,
  type Correction,
  type MonthCorrection,
} from '#shared/reports/month.corrections.ts';
import type { MonthStatistics } from '#shared/reports/month.statistics.ts';
import {
  foot,
  headCell,
  labelCell,
  line,
  notes,
  paper,
  part,
  row,
  table,
  titlePara,
  value,
  valueCell,
} from './paper.build.ts';
import type { Paper, Row } from './paper.model.ts';

export interface StatisticsSubject {
  readonly office: string;
  readonly period: string;
  readonly statistics: MonthStatistics;
  readonly printedAt: Instant;
}

/** The figures of a month in the order in which every place shows them: paper, table, screen. */
export const STATISTICS_ROWS = [
  { key: 'registered', label: '本月登记' },
  { key: 'closed', label: '本月办结' },
  { key: 'onTime', label: '其中按时办结' },
  { key: 'open', label: '在办（含上月转来）' },
  { key: 'overdue', label: '其中已逾期' },
  { key: 'asked', label: '已问满意度' },
  { key: 'satisfied', label: '其中满意、基本满意' },
] as const satisfies readonly { readonly key: keyof MonthStatistics; readonly label: string }[];

const number = (key: string, amount: number) => valueCell(value(key, String(amount)), { align: 'end' });

function categoryRows({ byCategory }: MonthStatistics): readonly Row[] {
  return byCategory.map(tally =>
    row([
      labelCell(tally.label.zh),
      number(`${tally.key}.registered`, tally.registered),
      number(`${tally.key}.closed`, tally.closed),
      number(`${tally.key}.late`, tally.late),
    ]),
  );
}

/** 2026年10月, as papers and tables name a month. */
export const spokenMonth = (period: PlainMonth): string =>
  `${period.slice(0, 4)}年${Number(period.slice(5))}月`;

/** What was corrected, in one line. */
export const correctionInWords = ({ kind, what }: Pick<Correction, 'kind' | 'what'>): string =>
  [CORRECTION_NAMES[kind].zh, what.map(({ zh }) => zh).join('、')].filter(words => words !== '').join('：');

export const CORRECTION_HEADS = ['案件编号', '更正内容', '原月份', '写下的时间', '经手人'] as const;

const correctionRows = (corrections: readonly MonthCorrection[]): readonly Row[] =>
  corrections.map((each, nth) =>
    row([
      valueCell(value(`correction.${nth}.number`, each.number)),
      valueCell(value(`correction.${nth}.what`, correctionInWords(each))),
      valueCell(value(`correction.${nth}.of`, spokenMonth(each.of))),
      valueCell(value(`correction.${nth}.at`, writtenDateTime(each.at, 'zh-CN'))),
      valueCell(value(`correction.${nth}.by`, each.by)),
    ]),
  );

/** 统计表 of one month; a month without cases says 零报告 and prints its zeros. */
export function statisticsPaper({ office, period, statistics, printedAt }: StatisticsSubject): Paper {
  const title = `${office}${period}统计表`;
  const unit = '件';
  return paper('form', {
    id: 'statistics',
    title,
    parts: [
      part([
        titlePara(title),
        line(
          statistics.zeroReport ? '零报告' : `单位：${unit}`,
          `填报日期：${writtenDate(dateOf(printedAt), 'zh-CN')}`,
        ),
        table(
          [110, 46],
          STATISTICS_ROWS.map(({ key, label }) => row([labelCell(label), number(key, statistics[key])])),
          {
            head: [
              row([
                headCell('项　　目', { align: 'center' }),
                headCell(`数量（${unit}）`, { align: 'center' }),
              ]),
            ],
          },
        ),
        ...(statistics.byCategory.length > 0
          ? [
              line('按类别', ''),
              table([66, 30, 30, 30], categoryRows(statistics), {
                head: [
                  row(
                    ['类　　别', '登记', '办结', '逾期办结'].map(head => headCell(head, { align: 'center' })),
                  ),
                ],
              }),
            ]
          : []),
        ...(statistics.corrections
          ? [
              line('更正（算在本月，锁了账的月份数不变）', ''),
              table([38, 48, 22, 30, 18], correctionRows(statistics.corrections), {
                head: [row(CORRECTION_HEADS.map(head => headCell(head, { align: 'center' })))],
              }),
            ]
          : []),
        notes(['按时办结：办结的案件没有一项时限办晚。在办、逾期是填报时的数。']),
      ]),
    ],
    foot: foot(),
  });
}
