import { assertNever } from '#shared/core/assert.ts';
import type { Condition } from '#shared/procedure/condition.ts';
import type { Trigger } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  registrar: '登记员',
  handler: '承办人',
  supervisor: '负责人',
  'records-officer': '档案统计员',
  administrator: '管理员',
};

const RECEIVED_WORDS = { 'office-hours': '上班时间', 'after-hours': '下班以后', 'rest-day': '休息日' };

type Named = Pick<Procedure, 'fields' | 'steps' | 'tracks' | 'forms' | 'severity' | 'escalation'>;

const nameIn = (
  list: readonly { readonly id: string; readonly name: { readonly zh: string } }[],
  id: string,
): string => list.find(each => each.id === id)?.name.zh ?? id;

export const fieldName = ({ fields }: Pick<Named, 'fields'>, key: string): string =>
  fields.find(field => field.key === key)?.label.zh ?? key;

export const stepName = ({ steps }: Pick<Named, 'steps'>, id: string): string => nameIn(steps, id);

const severityNames = ({ severity }: Named, ids: readonly string[]): string =>
  ids.map(id => `“${nameIn(severity?.classes ?? [], id)}”`).join('、');

export function valueInQuotes(
  { fields }: Pick<Named, 'fields'>,
  key: string,
  value: string | number | boolean,
): string {
  if (typeof value === 'boolean') return value ? '“是”' : '“否”';
  const options = fields.find(field => field.key === key)?.options ?? [];
  return `“${options.find(option => option.value === value)?.label.zh ?? String(value)}”`;
}

type FieldCondition = Extract<Condition, { readonly field: string }>;

function fieldInWords(condition: FieldCondition, pack: Named, negated: boolean): string {
  const name = fieldName(pack, condition.field);
  const is = negated ? '不是' : '是';
  const value = (each: string | number | boolean): string => valueInQuotes(pack, condition.field, each);
  if ('is' in condition)
    return typeof condition.is === 'boolean'
      ? `${condition.is === negated ? '没有' : ''}勾“${name}”`
      : `${name}${is}${value(condition.is)}`;
  if ('in' in condition) return `${name}${is}${condition.in.map(value).join('或')}`;
  if ('filled' in condition) return `${condition.filled === negated ? '没有填' : '填了'}${name}`;
  return `${name}${negated ? '小于' : '不小于'} ${condition.gte}`;
}

/** A condition as a sentence part: `投诉方式是“来访”，而且等级是“重大”`. */
export function conditionInWords(condition: Condition, pack: Named): string {
  const inner = (each: Condition): string =>
    'all' in each || 'any' in each ? `（${conditionInWords(each, pack)}）` : conditionInWords(each, pack);
  if ('all' in condition) return condition.all.map(inner).join('，而且');
  if ('any' in condition) return condition.any.map(inner).join('，或者');
  if ('not' in condition)
    return 'field' in condition.not
      ? fieldInWords(condition.not, pack, true)
      : `不是这样：${inner(condition.not)}`;
  if ('severity' in condition) return `等级是${severityNames(pack, condition.severity)}`;
  if ('received' in condition)
    return `收到时是${condition.received.map(time => RECEIVED_WORDS[time]).join('或')}`;
  if ('repeat' in condition) return condition.repeat ? '是重复投诉' : '不是重复投诉';
  if ('field' in condition) return fieldInWords(condition, pack, false);
  return assertNever(condition);
}

/** What starts, ends or stops a clock: `“受理”以后`. */
export function triggerInWords(trigger: Trigger, pack: Named): string {
  if ('registered' in trigger) return '登记';
  if ('step' in trigger) return `走“${stepName(pack, trigger.step)}”`;
  if ('printed' in trigger) return `出 ${trigger.printed}`;
  if ('signed' in trigger) return `收到签了字的 ${trigger.signed}`;
  if ('date_in' in trigger) return `${fieldName(pack, trigger.date_in)}里的日子`;
  if ('opened' in trigger) return `开始“${nameIn(pack.tracks, trigger.opened)}”`;
  if ('severity' in trigger) return `定为${severityNames(pack, trigger.severity)}`;
  if ('level' in trigger)
    return `升到${pack.escalation?.levels.find(({ id }) => id === trigger.level)?.to.zh ?? trigger.level}`;
  if ('noted' in trigger) return '记一笔';
  if ('closed' in trigger) return '全部办结';
  return assertNever(trigger);
}

export const triggersInWords = (triggers: readonly Trigger[], pack: Named): string =>
  triggers.map(trigger => triggerInWords(trigger, pack)).join('，或');
