import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { shippedPacks } from './pack.files.ts';
import { checkLines, fieldLines } from './show.fields.ts';
import { limitLines } from './show.limits.ts';
import { partLines } from './show.parts.ts';
import { ruleLines } from './show.rules.ts';
import { stepLines } from './show.steps.ts';
import { unconfirmed } from './show.unconfirmed.ts';
import { UseError } from './use-error.ts';

const cardLines = ({ guidance }: Procedure): readonly string[] =>
  guidance.length === 0
    ? []
    : ['提示卡', ...guidance.map(({ title, lines }) => `  ${title.zh}：${lines.length} 行`)];

const procedureLines = (procedure: Procedure): readonly string[] => [
  `${procedure.name.zh}（${procedure.code} ${procedure.id} 第 ${procedure.version} 版）`,
  `  ${procedure.sector.zh}；适用 ${procedure.valid_from} 起${procedure.valid_to === null ? '' : `至 ${procedure.valid_to}`}收到的案件`,
  `  来源：${procedure.source.zh}`,
  `  摘要：${procedure.hash}`,
  ...partLines(procedure),
  ...fieldLines(procedure),
  ...checkLines(procedure),
  ...stepLines(procedure),
  ...limitLines(procedure),
  ...ruleLines(procedure),
  ...cardLines(procedure),
  ...unconfirmed(procedure),
];

const guidanceLines = (pack: GuidancePack): readonly string[] => [
  `${pack.name.zh}（${pack.code} ${pack.id} 第 ${pack.version} 版）`,
  `  ${pack.sector.zh}`,
  `  来源：${pack.source.zh}`,
  '提示卡',
  ...pack.cards.flatMap(({ title, lines, editable }) => [
    `  ${title.zh}${editable ? '（本单位自己写）' : ''}`,
    ...lines.map(line => `    ${line.zh}`),
  ]),
  ...(pack.fields.length > 0 ? ['添上的字段', ...pack.fields.map(({ label }) => `  ${label.zh}`)] : []),
  ...(pack.limits.length > 0
    ? ['添上的时限', ...pack.limits.map(({ id, name, rule }) => `  ${id} ${name.zh}：${rule.zh}`)]
    : []),
  ...(pack.open_questions.length > 0
    ? ['要问清楚的', ...pack.open_questions.map(({ zh }) => `  ${zh}`)]
    : []),
];

/** `show ID`: everything a reviewer holds against the source. */
export function show(id: string, say: (line: string) => void): number {
  const { procedures, guidance } = shippedPacks();
  const wanted = (pack: { readonly id: string; readonly code: string }): boolean =>
    pack.id === id || pack.code === id.toUpperCase();
  const found = [
    ...procedures.filter(wanted).map(pack => ({ id: pack.id, lines: () => procedureLines(pack) })),
    ...guidance.filter(wanted).map(pack => ({ id: pack.id, lines: () => guidanceLines(pack) })),
  ];
  const [first, ...others] = found;
  if (!first) throw new UseError(`没有这个规程：${id}`);
  if (others.length > 0) throw new UseError(`${id} 是几个规程：${found.map(pack => pack.id).join('、')}`);
  first.lines().forEach(say);
  return 0;
}
