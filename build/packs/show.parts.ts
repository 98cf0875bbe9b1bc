import type { Form } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { conditionInWords, fieldName } from './pack.words.ts';
import { inColumns } from './wide.text.ts';

const SHEETS: Readonly<Record<Form['sheet'], string>> = {
  form: '表格',
  letter: '公文',
  record: '笔录',
  register: '登记簿',
};

const PERIODS = { year: '每年重新编', month: '每月重新编', none: '连续编' };

function formNote({ number, copies, received, unverified }: Form): string {
  return [
    number === undefined ? '' : number === 'register' ? '用登记编号' : `编号 ${number}`,
    copies.length > 0 ? `各存：${copies.map(({ zh }) => zh).join('、')}` : '',
    received ? '外来的，只留存' : '',
    unverified ? '未核对' : '',
  ]
    .filter(Boolean)
    .join('；');
}

function registrationLines(procedure: Procedure): readonly string[] {
  const { registration, numbering, documents } = procedure;
  return [
    '登记',
    `  用 ${registration.form}${registration.forms.map(({ if: when, form }) => `；${conditionInWords(when, procedure)}的用 ${form}`).join('')}`,
    `  要问：${registration.fields.map(key => fieldName(procedure, key)).join('、')}`,
    ...(registration.anonymous_if
      ? [`  匿名：${conditionInWords(registration.anonymous_if, procedure)}`]
      : []),
    ...[numbering, ...documents].map(
      ({ id, pattern, period, scope }) =>
        `  编号 ${id}：${pattern}，${PERIODS[period]}${scope === 'case' ? '，一件一个' : ''}`,
    ),
  ];
}

const settingLines = ({ settings }: Procedure): readonly string[] =>
  settings.length === 0
    ? []
    : [
        '本单位的写法',
        ...settings.map(
          ({ key, label, value, unverified }) =>
            `  ${label.zh}（${key}）：${value?.zh ?? '等本单位写'}${unverified ? '（未核对）' : ''}`,
        ),
      ];

const trackLines = (procedure: Procedure): readonly string[] => [
  '线和状态',
  ...procedure.tracks.flatMap(
    ({ name, id, states, initial, opens_at_registration: atOnce, opens_if: when }) => [
      `  ${name.zh}（${id}）：${atOnce ? '登记时开始' : '由步骤开始'}${when ? `，${conditionInWords(when, procedure)}` : ''}`,
      `    ${states
        .map(
          state =>
            `${state.name.zh}${state.id === initial ? '（起点）' : ''}${{ open: '', done: '（办成）', ended: '（终止）' }[state.kind]}`,
        )
        .join('、')}`,
    ],
  ),
];

/** What a case is written in: registration, numbers, settings, tracks, papers. */
export const partLines = (procedure: Procedure): readonly string[] => [
  ...registrationLines(procedure),
  ...settingLines(procedure),
  ...trackLines(procedure),
  '表单',
  ...inColumns(
    procedure.forms.map(form => [`  ${form.id}`, SHEETS[form.sheet], form.name.zh, formNote(form)]),
  ),
];
