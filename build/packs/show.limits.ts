import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { extensionInWords, figureInWords } from '#shared/calendar/figure.words.ts';
import { conditionInWords, fieldName, ROLE_WORDS, triggersInWords, triggerInWords } from './pack.words.ts';

function figure({ amount, unit, due_in: dueIn }: Limit, procedure: Procedure): string {
  if (dueIn !== undefined) return `按“${fieldName(procedure, dueIn)}”里写的日子`;
  return amount === undefined ? '没有数，只提醒' : figureInWords(amount, unit);
}

const marks = ({ kind, tone, repeats, roll, counted_from: from, unverified }: Limit): readonly string[] => [
  ...(kind === 'right' ? ['当事人的权利'] : []),
  ...(tone === 'soft' ? ['原则上'] : []),
  ...(repeats ? ['办一次重新计时'] : []),
  ...(roll === 'next-working-day' ? ['最后一天休息的顺延'] : []),
  ...(from === 'next-opening' ? ['从上班时起算'] : []),
  ...(unverified ? ['未核对'] : []),
];

function linesOf(limit: Limit, procedure: Procedure): readonly string[] {
  const { extension, pauses, applies_if: when, actor, consequence, source } = limit;
  const words = [figure(limit, procedure), ...marks(limit)].join('；');
  const lines = [
    `规定：${limit.rule.zh}`,
    ...(source ? [`出处：${source.zh}`] : []),
    ...(actor ? [`谁办：${actor.zh}`] : []),
    ...(when ? [`只对：${conditionInWords(when, procedure)}`] : []),
    `起：${triggersInWords(limit.starts, procedure)}`,
    `止：${triggersInWords(limit.ends, procedure)}`,
    ...(limit.stops.length > 0 ? [`不再计：${triggersInWords(limit.stops, procedure)}`] : []),
    ...pauses.map(
      ({ from, to, label }) =>
        `中止（${label.zh}）：${triggerInWords(from, procedure)} 至 ${triggerInWords(to, procedure)}`,
    ),
    ...(extension
      ? [
          `可延长 ${extension.times} 次，${extensionInWords(extension.amount, limit.unit)}，${ROLE_WORDS[extension.role]}批准${extension.told ? `，告知${extension.told.zh}` : ''}`,
        ]
      : []),
    ...(consequence ? [`过期：${consequence.zh}`] : []),
  ];
  return [`  ${limit.id} ${limit.name.zh}：${words}`, ...lines.map(line => `    ${line}`)];
}

/** Every clock of a case with what starts, ends, pauses and stops it. */
export const limitLines = (procedure: Procedure): readonly string[] => [
  '时限',
  ...(procedure.limits.length === 0 ? ['  没有'] : []),
  ...procedure.limits.flatMap(limit => linesOf(limit, procedure)),
];
