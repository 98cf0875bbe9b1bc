import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { markedOf, type MarkedKind } from '#shared/procedure/unverified.ts';

type Lines = readonly string[];

const KIND: Readonly<Record<MarkedKind, string>> = {
  setting: '写法',
  field: '字段',
  option: '选项',
  rows: '行数',
  check: '核对',
  register: '登记编号',
  series: '文书编号',
  step: '步骤',
  grounds: '情形清单',
  ground: '情形',
  limit: '时限',
  rule: '等级',
  ladder: '升级办法',
  level: '升级',
  duty: '按期',
  report: '报表',
  figure: '每月要填的数',
  rate: '率',
  lines: '报表的分行',
  archive: '案卷和保存期',
  form: '表单',
};

/** Everything that was not held against the source, and the questions it leaves open. */
export function unconfirmed(procedure: Procedure): Lines {
  const list = markedOf(procedure).map(({ kind, id, name }) =>
    [KIND[kind], id, name?.zh].filter(part => part !== undefined).join(' '),
  );
  return [
    `未核对的 ${list.length} 处`,
    ...list.map(line => `  ${line}`),
    ...(procedure.open_questions.length > 0 ? ['要问清楚的'] : []),
    ...procedure.open_questions.map(({ zh }) => `  ${zh}`),
  ];
}
