import type { OfficeState } from '#shared/case/office.state.ts';
import type { Text } from '#shared/core/text.ts';
import type { Indicator, IndicatorCount, IndicatorFormula } from '#shared/procedure/indicator.ts';

/** What is counted, in words that fit into a formula. */
export const COUNT_WORDS: Readonly<Record<IndicatorCount, Text>> = {
  received: { zh: '本期收到的', en: 'received in the period' },
  received_closed: { zh: '本期收到、期末已办结的', en: 'received and closed by the end of the period' },
  valid: {
    zh: '本期收到的有效投诉（规程不分有效无效的全算）',
    en: 'valid ones received (all, where a procedure does not tell)',
  },
  valid_closed: {
    zh: '本期收到的有效投诉里期末已办结的',
    en: 'valid ones received and closed by the end of the period',
  },
  closed: { zh: '本期办结的', en: 'closed in the period' },
  on_time: { zh: '本期办结、没有一项时限办晚的', en: 'closed in the period, no limit met late' },
  asked: { zh: '本期办结、问过满意度的', en: 'closed in the period and asked about satisfaction' },
  satisfied: { zh: '本期办结、答复满意的', en: 'closed in the period and satisfied' },
  own: { zh: '本期收到、认定属于我方责任的', en: 'received in the period and found to be our own fault' },
  repeated: { zh: '本期收到的再次投诉、反复出现的', en: 'received in the period and coming again' },
};

export const INDICATOR_NAMES: Readonly<Record<Indicator, Text>> = {
  closure: { zh: '投诉关闭率', en: 'Closure rate' },
  satisfaction: { zh: '回复客户满意率', en: 'Satisfaction rate' },
  own: { zh: '属于我方责任的投诉', en: 'Own-responsibility complaints' },
  'on-time': { zh: '按时办结率', en: 'On-time rate' },
  zero: { zh: '零投诉', en: 'Zero complaint' },
  recurrence: { zh: '重复投诉率', en: 'Recurrence rate' },
};

/** No source gives a formula: these are the program's own, and are said to be. */
export const PROGRAM_FORMULAS: Readonly<Record<Indicator, IndicatorFormula>> = {
  closure: { of: 'valid_closed', over: 'valid' },
  satisfaction: { of: 'satisfied', over: 'asked' },
  own: { of: 'own', over: null },
  'on-time': { of: 'on_time', over: 'closed' },
  zero: { of: 'received', over: null },
  recurrence: { of: 'repeated', over: 'received' },
};

export interface FormulaInForce extends IndicatorFormula {
  /** Null where it is the program's own. */
  readonly set: { readonly by: string; readonly reason: string } | null;
}

/** The formula the office chose last, else the program's own. */
export function formulaInForce(
  indicator: Indicator,
  { formulas = [] }: Pick<OfficeState, 'formulas'>,
): FormulaInForce {
  const last = formulas.findLast(each => each.indicator === indicator);
  return last?.formula
    ? { ...last.formula, set: { by: last.by, reason: last.reason } }
    : { ...PROGRAM_FORMULAS[indicator], set: null };
}
