import type { Field, FieldType } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { conditionInWords } from './pack.words.ts';
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
