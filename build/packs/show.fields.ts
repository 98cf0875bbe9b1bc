import type { Field, FieldType } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { conditionInWords, fieldName } from './pack.words.ts';
import { inColumns } from './wide.text.ts';

const TYPES: Readonly<Record<FieldType, string>> = {
  text: '文字',
  longtext: '长文字',
  number: '数',
  money: '金额',
  date: '日期',
  datetime: '时刻',
  phone: '电话',
  person: '人',
  id_document: '证件号码',
  credit_code: '信用代码',
  org: '单位',
  address: '地址',
  enum: '单选',
  multi: '多选',
  bool: '勾选',
  table: '表格',
};

const SYSTEM = {
  'received-at': '收到的时刻',
  'registered-at': '登记的时刻',
  'registered-by': '登记的人',
  'register-number': '登记编号',
};

function noteOf(field: Field, procedure: Procedure): string {
  const { required_if: requiredIf, shown_if: shownIf, system, options, columns } = field;
  return [
    ...(field.required ? ['必填'] : []),
    ...(requiredIf ? [`${conditionInWords(requiredIf, procedure)}时必填`] : []),
    ...(shownIf ? [`${conditionInWords(shownIf, procedure)}时才有`] : []),
    ...(system ? [`自动填${SYSTEM[system]}`] : []),
    ...(options ? [options.map(({ label }) => label.zh).join('、')] : []),
    ...(columns ? [`列：${columns.map(({ label }) => label.zh).join('、')}`] : []),
    ...(field.personal ? ['个人信息'] : []),
    ...(field.unverified ? ['未核对'] : []),
  ].join('；');
}

type Rule = Field['rows'][number] | Procedure['checks'][number];

const RELATION = { equal: '等于', 'at-least': '不少于', 'at-most': '不多于' };

/** What is told, when, and whether it stops the saving. */
const told = ({ when, then, told: words, unverified }: Rule, procedure: Procedure): string =>
  `${when ? `，${conditionInWords(when, procedure)}时` : ''}：${then === 'block' ? '不能保存' : '提醒'}“${words.zh}”${unverified ? '（未核对）' : ''}`;

/** Rules about several answers and about the rows of tables. */
export function checkLines(procedure: Procedure): readonly string[] {
  const rows = procedure.fields.flatMap(field =>
    field.rows.map(rule => {
      const least = rule.min === undefined ? [] : [`至少 ${rule.min} 行`];
      const most = rule.max === undefined ? [] : [`最多 ${rule.max} 行`];
      return `  ${field.label.zh}${[...least, ...most].join('、')}${told(rule, procedure)}`;
    }),
  );
  const checks = procedure.checks.map(rule => {
    const { to } = rule;
    const other = 'rows' in to ? `${fieldName(procedure, to.rows)}的行数` : fieldName(procedure, to.field);
    const plus = to.plus === 0 ? '' : `加 ${to.plus}`;
    return `  ${fieldName(procedure, rule.field)}${RELATION[rule.is]}${other}${plus}${told(rule, procedure)}`;
  });
  return rows.length + checks.length === 0 ? [] : ['填写的核对', ...rows, ...checks];
}

/** Every field with its kind, its choices and when it is asked. */
export const fieldLines = (procedure: Procedure): readonly string[] => [
  '字段',
  ...inColumns(
    procedure.fields.map(field => [
      ...[`  ${field.label.zh}`, field.key, TYPES[field.type]],
      noteOf(field, procedure),
    ]),
  ),
];
