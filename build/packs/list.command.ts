import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { shippedPacks } from './pack.files.ts';

type Say = (line: string) => void;

/** `list`: a line a pack. */
export function list(say: Say): number {
  const { procedures, guidance } = shippedPacks();
  for (const { id, version, code, name, sector, forms, steps, limits } of procedures)
    say(
      `${code.padEnd(6)}${id.padEnd(32)}v${version}  ${name.zh}（${sector.zh}）：${forms.length} 张表单，${steps.length} 个步骤，${limits.length} 个时限`,
    );
  for (const { id, version, code, name, cards } of guidance)
    say(`${code.padEnd(6)}${id.padEnd(32)}v${version}  ${name.zh}：${cards.length} 张提示卡`);
  return 0;
}

const figure = ({ amount, unit, due_in: dueIn }: Limit): string =>
  dueIn !== undefined ? `按 ${dueIn}` : amount === undefined ? '没有数，只提醒' : `${amount} ${unit}`;

function unconfirmed(procedure: Procedure): readonly string[] {
  const marked = <T extends { readonly unverified?: boolean | undefined }>(
    items: readonly T[],
    name: (item: T) => string,
  ): readonly string[] => items.filter(({ unverified }) => unverified).map(name);
  return [
    ...marked(procedure.fields, ({ label }) => `字段 ${label.zh}`),
    ...marked(procedure.steps, ({ name }) => `步骤 ${name.zh}`),
    ...marked(procedure.limits, ({ id, name }) => `时限 ${id} ${name.zh}`),
    ...marked(procedure.forms, ({ id, name }) => `表单 ${id} ${name.zh}`),
  ];
}

/** `show ID`: steps, limits, forms, reports and what is not confirmed. */
export function show(id: string, say: Say): number {
  const procedure = shippedPacks().procedures.find(pack => pack.id === id || pack.code === id);
  if (!procedure) {
    say(`没有这个规程：${id}`);
    return 1;
  }
  say(`${procedure.name.zh}（${procedure.id} v${procedure.version}）  ${procedure.hash.slice(0, 16)}`);
  say(`适用 ${procedure.valid_from} 至 ${procedure.valid_to ?? '今'} 收到的案件`);
  say(`来源 ${procedure.source.zh}`);
  say('步骤');
  for (const step of procedure.steps) {
    const from = step.from === 'open' ? '任一在办状态' : step.from.join('、');
    say(`  ${step.name.zh}（${step.role}）${step.track}: ${from} → ${step.to ?? '不变'}`);
  }
  say('时限');
  for (const limit of procedure.limits)
    say(`  ${limit.id} ${limit.name.zh}：${figure(limit)}  ${limit.rule.zh}`);
  for (const duty of procedure.duties) say(`  ${duty.id} ${duty.name.zh}（${duty.period}）  ${duty.rule.zh}`);
  say('表单');
  for (const form of procedure.forms) say(`  ${form.id} ${form.name.zh}（${form.sheet}）`);
  say('报表');
  for (const report of procedure.reports) say(`  ${report.id} ${report.name.zh}`);
  const open = unconfirmed(procedure);
  say(`没有确认的 ${open.length} 处`);
  for (const line of [...open, ...procedure.open_questions.map(({ zh }) => zh)]) say(`  ${line}`);
  return 0;
}
