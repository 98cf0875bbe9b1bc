import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { SMALLEST_BASE } from '#shared/procedure/measure.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { amountInWords } from './amount.ts';
import type { BreakdownLine } from './breakdown.figures.ts';
import type { RateFigures } from './rate.figures.ts';

const chineseMonth = (month: PlainMonth): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** What paper and screen say around figures. */
export const FIGURE_WORDS = {
  'zh-CN': {
    total: '合计',
    rank: { zh: '名次' },
    monthHead: { zh: '月份' },
    join: '，',
    unit: ' 件',
    nobody: '没有写',
    month: (month: PlainMonth, running: boolean): string =>
      `${chineseMonth(month)}${running ? '（至今）' : ''}`,
    by: (name: string): string => `按${name}`,
    rankNote: (from: number): string => `名次：不足 ${from} 件的不排，百分数一样的名次一样。`,
    named: (label: string, measure: string): string => `${label}：就是${measure}。`,
    shareNote: `不足 ${SMALLEST_BASE} 件的不写百分数，写“几件／共几件”。`,
    trend: (months: number): string => `最近 ${months} 个月`,
    list: '各件',
    trendNote: '各月的数按收到、办结的日期计算。“—”：那时还没有台账，或者没有可算的。',
  },
  en: {
    total: 'Total',
    rank: { zh: '名次', en: 'Rank' },
    monthHead: { zh: '月份', en: 'Month' },
    join: '; ',
    unit: '',
    nobody: 'Nobody named',
    month: (month: PlainMonth, running: boolean): string => `${month}${running ? ' (so far)' : ''}`,
    by: (name: string): string => `By: ${name}`,
    rankNote: (from: number): string =>
      `Rank: with fewer than ${from} cases nobody is ranked; the same percentage is the same rank.`,
    named: (label: string, measure: string): string => `${label}: this is the “${measure}”. `,
    shareNote: `Of fewer than ${SMALLEST_BASE} cases no percentage is given, but the cases.`,
    trend: (months: number): string => `Last ${months} months`,
    list: 'Cases',
    trendNote: 'Months go by the days of receipt and closing. A dash: no books yet, or nothing to count.',
  },
} as const satisfies Record<Language, unknown>;

export const nameOfLine = ({ name }: Pick<BreakdownLine, 'name'>, language: Language): string =>
  name === null ? FIGURE_WORDS[language].nobody : inLanguage(name, language);

const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');

/** Months that what a rate is over was not entered for. */
const lackingMonths = ({ months }: RateFigures): readonly PlainMonth[] =>
  months.filter(({ amount }) => amount === null).map(({ month }) => month);

function overOf({ rate: { over } }: RateFigures, { figures }: Procedure): { label: Text; unit: Text } {
  if ('count' in over) return { label: over.of, unit: { zh: '件', en: 'cases' } };
  const figure = figures.find(({ key }) => key === over.figure);
  return { label: figure?.label ?? { zh: over.figure }, unit: figure?.unit ?? { zh: '' } };
}

/** 市场投诉率：产品质量投诉 3 件 ÷ 当月销量 125,000 袋, or what is lacking for it. */
export function explainRate(figures: RateFigures, procedure: Procedure, language: Language): string {
  const { rate, amount } = figures;
  const words = (each: Text): string => inLanguage(each, language);
  const { label, unit } = overOf(figures, procedure);
  const { part, whole } = 'part' in amount ? amount : { part: 0, whole: null };
  const lacking = lackingMonths(figures).map(month => FIGURE_WORDS[language].month(month, false));
  const result = amountInWords(amount, language);
  if (language === 'en') {
    const begin = `${words(rate.name)}: ${words(rate.of)} (${part}) ÷ ${words(label)}`;
    return whole === null
      ? `${begin}. Not entered: ${lacking.join(', ')}; the rate is left open and not guessed.`
      : `${begin} (${grouped(whole)} ${words(unit)}) = ${result}.`;
  }
  const begin = `${words(rate.name)}：${words(rate.of)} ${part} 件 ÷ ${words(label)}`;
  return whole === null
    ? `${begin}。${lacking.join('、')}的${words(label)}没有填，这个率空着，不估。`
    : `${begin} ${grouped(whole)} ${words(unit)} = ${result}。`;
}
