import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { INDICATORS, type Indicator } from '#shared/procedure/indicator.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { casesThat } from './counting.ts';
import { explainRate } from './figure.words.ts';
import { indicatorCases } from './indicator.counts.ts';
import { COUNT_WORDS, formulaInForce, INDICATOR_NAMES, type FormulaInForce } from './indicator.formulas.ts';
import { periodCases } from './period.figures.ts';
import { rateFigures } from './rate.figures.ts';
import type { CountedBooks } from './statistic.books.ts';
import { countCell, shareCell } from './statistic.counts.ts';
import type { StatisticRow, StatisticTable } from './statistic.table.ts';

const OVER: Readonly<Record<Language, string>> = { 'zh-CN': ' ÷ ', en: ' ÷ ' };

/** 本期办结、答复满意的 ÷ 本期办结、问过满意度的（本程序的算法） */
function inWords({ of, over, set }: FormulaInForce, language: Language): string {
  const counted = [of, ...(over === null ? [] : [over])]
    .map(each => inLanguage(COUNT_WORDS[each], language))
    .join(OVER[language]);
  if (language === 'en')
    return `${counted} (${set === null ? 'the formula of the program' : `set by ${set.by}: ${set.reason}`})`;
  return `${counted}（${set === null ? '本程序的算法' : `${set.by}改定：${set.reason}`}）`;
}

const formulaText = (formula: FormulaInForce): Text => ({
  zh: inWords(formula, 'zh-CN'),
  en: inWords(formula, 'en'),
});

const CASES: Text = { zh: '件', en: 'cases' };
const PERCENT: Text = { zh: '%', en: '%' };

/** Rates over what the office enters, each with the words that say what it is made of. */
function rateRow(procedure: Procedure, key: string, books: CountedBooks): StatisticRow {
  const { days, context, clocks, office } = books;
  const rate = procedure.rates.find(each => each.key === key);
  if (!rate) throw new Error(`no rate ${key}`);
  const own = books.cases.filter(each => each.procedure.id === procedure.id);
  const figures = rateFigures(rate, procedure, own, days, context, office);
  const counted = periodCases(casesThat(rate.only_if, own, context), days, context, clocks);
  const part = rate.count === 'received_closed' ? counted.receivedClosed : counted[rate.count];
  const { amount, months } = figures;
  const whole = 'whole' in amount ? amount.whole : null;
  const unit = 'unit' in amount ? amount.unit : CASES;
  const isWhole = months.length > 0 || 'count' in rate.over;
  const words = (language: Language): string => {
    if (isWhole) return explainRate(figures, procedure, language);
    return language === 'en'
      ? 'Worked out over whole months only: choose a month, a quarter or a year.'
      : '只按整月算：期间选月、季度、半年、年。';
  };
  const per: Text = { zh: `每 ${rate.per}${unit.zh}`, en: `per ${rate.per} ${unit.en ?? unit.zh}` };
  return {
    ...{ id: `${procedure.id}.${key}`, label: rate.name },
    cells: [
      { kind: 'rate', cases: part.map(({ state }) => state.id), whole, per: rate.per, unit },
      { kind: 'text', text: rate.per === 100 ? PERCENT : per },
      countCell(part),
      { kind: 'number', number: whole },
      { kind: 'text', text: { zh: words('zh-CN'), en: words('en') } },
    ],
  };
}

/** 指标: result, what it is made of as numbers, and its formula in words. */
export function indicatorsTable(books: CountedBooks): StatisticTable {
  const { procedures, of, context, office } = books;
  const counts = indicatorCases(of, context);
  const rowOf = (indicator: Indicator): StatisticRow => {
    const formula = formulaInForce(indicator, office);
    const part = counts[formula.of];
    const whole = formula.over === null ? null : counts[formula.over];
    // Only of a part is there a share: the office may set any two counts one over the other.
    const base = new Set(whole);
    const isPart = part.every(each => base.has(each));
    return {
      ...{ id: indicator, label: INDICATOR_NAMES[indicator] },
      cells: [
        whole === null ? countCell(part) : shareCell(part, whole),
        { kind: 'text', text: whole === null ? CASES : PERCENT },
        countCell(part),
        whole === null ? { kind: 'number', number: null } : countCell(whole),
        {
          kind: 'text',
          text:
            whole === null || isPart
              ? formulaText(formula)
              : {
                  zh: `${inWords(formula, 'zh-CN')}；分子里有的不在分母里，可能超过 100%`,
                  en: `${inWords(formula, 'en')}; not all of the numerator is in the denominator, it may exceed 100%`,
                },
        },
      ],
    };
  };
  return {
    id: 'indicators',
    title: { zh: '指标', en: 'Indicators' },
    head: [
      { zh: '指标', en: 'Indicator' },
      { zh: '结果', en: 'Result' },
      { zh: '单位', en: 'Unit' },
      { zh: '分子', en: 'Numerator' },
      { zh: '分母', en: 'Denominator' },
      { zh: '算法', en: 'Formula' },
    ],
    rows: [
      ...INDICATORS.map(rowOf),
      ...procedures.flatMap(procedure => procedure.rates.map(({ key }) => rateRow(procedure, key, books))),
    ],
    notes: [
      {
        zh: '各规程都没有写指标怎么算。写着“本程序的算法”的，本单位可以改，改了写明谁改的、为什么。零投诉：数是 0 就是零投诉。分类统计看“按类别”和“各月各类”。',
        en: 'No procedure says how an indicator is worked out. Where it is the formula of the program, the office may set another, with who did and why. Zero complaint: it is reached when the number is 0. For classes see “By class” and “Months by class”.',
      },
    ],
  };
}
