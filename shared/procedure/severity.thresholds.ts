import { figureInWords } from '#shared/calendar/figure.words.ts';
import type { LimitUnit } from '#shared/calendar/limit.types.ts';
import type { Text } from '#shared/core/text.ts';
import type { Condition } from './condition.ts';
import type { SeverityRule, Span } from './severity.schema.ts';

/** A figure in a rule by which a case comes into its class. */
export interface Threshold {
  /** `open-for`, `within`, `at-least`, or `gte FIELD`, the second on the same field `gte FIELD 2`. */
  readonly part: string;
  readonly kind: 'open-for' | 'within' | 'at-least' | 'gte';
  readonly amount: number;
  /** Left out where something is counted that is no time. */
  readonly unit?: LimitUnit;
  /** The field whose number is looked at. */
  readonly field?: string;
}

type Visit = (part: string, gte: number, field: string) => number;

/** The condition with every `gte` of it as the visitor says. */
function visitGte(condition: Condition, visit: Visit): Condition {
  const seen = new Map<string, number>();
  const through = (each: Condition): Condition => {
    if ('all' in each) return { all: each.all.map(through) };
    if ('any' in each) return { any: each.any.map(through) };
    if ('not' in each) return { not: through(each.not) };
    if (!('gte' in each)) return each;
    const nth = (seen.get(each.field) ?? 0) + 1;
    seen.set(each.field, nth);
    const part = nth === 1 ? `gte ${each.field}` : `gte ${each.field} ${nth}`;
    return { ...each, gte: visit(part, each.gte, each.field) };
  };
  return through(condition);
}

/** Every figure of a rule; none where it asks for facts only. */
export function thresholdsOf({ when, open_for: openFor, repeats }: SeverityRule): readonly Threshold[] {
  const counted: Threshold[] = [];
  if (when)
    visitGte(when, (part, amount, field) => {
      counted.push({ part, kind: 'gte', amount, field });
      return amount;
    });
  const span = (kind: 'open-for' | 'within', { amount, unit }: Span): Threshold => ({
    ...{ part: kind, kind, amount, unit },
  });
  return [
    ...counted,
    ...(openFor ? [span('open-for', openFor)] : []),
    ...(repeats
      ? [
          { part: 'at-least', kind: 'at-least', amount: repeats.at_least } as const,
          span('within', repeats.within),
        ]
      : []),
  ];
}

interface Own {
  readonly amount: number;
  readonly unit?: LimitUnit | undefined;
}

function saidOf(why: Text, { amount, unit }: Own): Text {
  const words = (language: 'zh-CN' | 'en'): string =>
    unit === undefined ? String(amount) : figureInWords(amount, unit, language);
  return {
    zh: `${why.zh}（本单位定为 ${words('zh-CN')}）`,
    en: `${why.en ?? why.zh} (set by this office to ${words('en')})`,
  };
}

/** The rule with another figure, which its words then name; the rule itself where it has no such part. */
export function withThreshold(rule: SeverityRule, part: string, own: Own): SeverityRule {
  const now = thresholdsOf(rule).find(each => each.part === part);
  if (now === undefined || (now.unit === undefined) !== (own.unit === undefined)) return rule;
  const { when, open_for: openFor, repeats } = rule;
  const span = own.unit === undefined ? undefined : { amount: own.amount, unit: own.unit };
  return {
    ...rule,
    why: saidOf(rule.why, own),
    ...(when ? { when: visitGte(when, (each, gte) => (each === part ? own.amount : gte)) } : {}),
    ...(openFor && part === 'open-for' && span ? { open_for: span } : {}),
    ...(repeats && part === 'within' && span ? { repeats: { ...repeats, within: span } } : {}),
    ...(repeats && part === 'at-least' ? { repeats: { ...repeats, at_least: own.amount } } : {}),
  };
}
