import type { ReportSpec } from '#shared/procedure/duty.schema.ts';
import type { Measure } from '#shared/procedure/measure.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { SeverityRule } from '#shared/procedure/severity.schema.ts';
import { MEASURE_NAMES } from '#shared/reports/measure.words.ts';
import { dutyDueInWords, PERIOD_WORDS } from './duty.words.ts';
import { figureInWords } from '#shared/calendar/figure.words.ts';
import { conditionInWords, fieldName, ROLE_WORDS, stepName } from './pack.words.ts';

type Lines = readonly string[];

const idOf = (limit: string | undefined): string => (limit === undefined ? '' : `${limit} `);

function ruleInWords(rule: SeverityRule, procedure: Procedure): string {
  const { when, open_for: openFor, repeats } = rule;
  const names = (keys: Lines): string => keys.map(key => fieldName(procedure, key)).join('、');
  return [
    ...(when ? [conditionInWords(when, procedure)] : []),
    ...(openFor ? [`收到 ${figureInWords(openFor.amount, openFor.unit)}还没有办结`] : []),
    ...(repeats
      ? [
          `${figureInWords(repeats.within.amount, repeats.within.unit)}内${names(repeats.same)}相同${repeats.different === undefined ? '' : `、${names([repeats.different])}不同`}的有 ${repeats.at_least} 件`,
        ]
      : []),
  ].join('，而且');
}

function severityLines(procedure: Procedure): Lines {
  const { severity } = procedure;
  if (!severity) return [];
  const name = (id: string): string => severity.classes.find(each => each.id === id)?.name.zh ?? id;
  return [
    `${severity.name.zh}，从轻到重：${severity.classes.map(each => each.name.zh).join('、')}`,
    ...severity.rules.map(
      rule =>
        `  ${idOf(rule.limit)}${name(rule.class)}：${ruleInWords(rule, procedure)}（${rule.why.zh}）${rule.unverified ? '（未核对）' : ''}`,
    ),
  ];
}

function escalationLines(procedure: Procedure): Lines {
  const { escalation } = procedure;
  if (!escalation) return [];
  return [
    `逐级升级，${escalation.counted_from === 'receipt' ? '都从收到起算' : '每级从上一级接手起算'}`,
    ...escalation.levels.map(
      ({ limit, to, role, after, only_if: when, unverified }) =>
        `  ${idOf(limit)}${figureInWords(after.amount, after.unit)}到${to.zh}（${ROLE_WORDS[role]}接手）${when ? `，只对${conditionInWords(when, procedure)}` : ''}${unverified ? '（未核对）' : ''}`,
    ),
    ...(escalation.ends.length > 0
      ? [`  到此为止：${escalation.ends.map(id => `走“${stepName(procedure, id)}”`).join('，或')}`]
      : []),
  ];
}

const dutyLines = ({ duties }: Procedure): Lines =>
  duties.length === 0
    ? []
    : [
        '按期要做的',
        ...duties.flatMap(duty => [
          `  ${duty.id} ${duty.name.zh}：${PERIOD_WORDS[duty.period]}，${dutyDueInWords(duty)}${duty.report === undefined ? '' : `，出 ${duty.report}`}${duty.unverified ? '（未核对）' : ''}`,
          `    规定：${duty.rule.zh}`,
        ]),
      ];

const rateLines = (procedure: Procedure): Lines =>
  procedure.rates.length === 0
    ? []
    : [
        '率',
        ...procedure.figures.map(({ key, label, unit }) => `  每月要填：${label.zh}（${key}，${unit.zh}）`),
        ...procedure.rates.map(({ name, of, over, per, only_if: only, unverified }) => {
          const base =
            'count' in over ? over.of : procedure.figures.find(({ key }) => key === over.figure)?.label;
          const which = only ? `（${conditionInWords(only, procedure)}）` : '';
          return `  ${name.zh}：${of.zh}${which} ÷ ${base?.zh ?? ''} × ${per}${unverified ? '（未核对）' : ''}`;
        }),
      ];

/** What a report counts beside its list. */
function countedLines({ rates, by, trend }: ReportSpec, procedure: Procedure): Lines {
  const rateNames = procedure.rates.filter(({ key }) => rates.includes(key)).map(({ name }) => name.zh);
  const names = (measures: readonly Measure[]): string =>
    measures.map(measure => MEASURE_NAMES[measure].zh).join('、');
  return [
    ...(rateNames.length > 0 ? [`    算：${rateNames.join('、')}`] : []),
    ...(by
      ? [`    按${fieldName(procedure, by.field)}分行：${names(by.columns.map(({ measure }) => measure))}`]
      : []),
    ...(trend ? [`    最近 ${trend.months} 个月：${names(trend.measures)}`] : []),
  ];
}

const reportLines = (procedure: Procedure): Lines =>
  procedure.reports.length === 0
    ? []
    : [
        '报表',
        ...procedure.reports.flatMap(report => {
          const { id, name, period, form, from, to, due, content, zero_report: zero, unverified } = report;
          return [
            `  ${id} ${name.zh}：${PERIOD_WORDS[period]}${due ? `，${due.zh}` : ''}${form === undefined ? '' : `，用 ${form}`}${zero ? '，没有也要报' : ''}${unverified ? '（未核对）' : ''}`,
            `    ${[from?.zh, to?.zh].filter(Boolean).join(' → ') || '给谁没有写'}：${content.zh}`,
            ...countedLines(report, procedure),
          ];
        }),
      ];

function archiveLines(procedure: Procedure): Lines {
  const { archive } = procedure;
  if (!archive) return [];
  const { retention } = archive;
  const kept =
    'years' in retention
      ? `保存 ${retention.years} 年`
      : 'permanent' in retention
        ? '永久保存'
        : '保存多久由本单位定';
  return [
    `案卷里要有（${kept}${archive.unverified ? '，未核对' : ''}）`,
    ...archive.contents.map(({ name, printed, filled, when }) => {
      const shown =
        printed !== undefined
          ? `出过 ${printed}`
          : filled !== undefined
            ? `填了${fieldName(procedure, filled)}`
            : '由人确认';
      return `  ${name.zh}：${shown}${when ? `，只在${conditionInWords(when, procedure)}时` : ''}`;
    }),
  ];
}

function personLines(procedure: Procedure): Lines {
  const { repeats, recusal, confidentiality } = procedure;
  const names = (keys: Lines): string => keys.map(key => fieldName(procedure, key)).join('、');
  return [
    ...(repeats
      ? [
          `重复：${names(repeats.same)}相同${repeats.within ? `，${figureInWords(repeats.within.amount, repeats.within.unit)}内` : ''}；${repeats.told.zh}`,
        ]
      : []),
    ...(recusal ? [`回避：${names(recusal.fields)}里的人；${recusal.why.zh}`] : []),
    ...(confidentiality
      ? [
          `保密：${conditionInWords(confidentiality.sealed_if, procedure)}的，封存${names(confidentiality.fields)}，显示“${confidentiality.code.zh}”；${confidentiality.opened_by.map(role => ROLE_WORDS[role]).join('、')}写明理由可以打开`,
        ]
      : []),
  ];
}

/** What stands beside the steps: classes, ladder, duties, reports, file, persons. */
export const ruleLines = (procedure: Procedure): Lines => [
  ...severityLines(procedure),
  ...escalationLines(procedure),
  ...dutyLines(procedure),
  ...rateLines(procedure),
  ...reportLines(procedure),
  ...archiveLines(procedure),
  ...personLines(procedure),
];
