import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { Breakdown } from '#shared/procedure/breakdown.schema.ts';
import { isShare, type Measure } from '#shared/procedure/measure.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import { amountInWords, type Amount } from '#shared/reports/amount.ts';
import type { BreakdownFigures, BreakdownLine } from '#shared/reports/breakdown.figures.ts';
import { MEASURE_NAMES } from '#shared/reports/measure.words.ts';
import type { RateFigures } from '#shared/reports/rate.figures.ts';
import { explainRate, nameOfLine, FIGURE_WORDS } from '#shared/reports/figure.words.ts';
import type { ReportFigures } from '#shared/reports/report.figures.ts';
import type { TrendFigures } from '#shared/reports/trend.figures.ts';
import { headCell, line, row, table, text, value, valueCell, valueOrBlank } from './paper.build.ts';
import type { Block, Cell, Row, Run } from './paper.model.ts';

/** How wide a rule to leave for a rate that is to be worked out by hand. */
const RATE_EM = 6;
/** Lines left to write on where the report is printed empty. */
const EMPTY_LINES = 8;

const center = { align: 'center' } as const;
const head = (labels: readonly Text[], language: Language): Row =>
  row(labels.map(label => headCell(inLanguage(label, language), center)));

const amountCell = (key: string, amount: Amount, language: Language): Cell => {
  const words = amountInWords(amount, language);
  return valueCell(words === '' ? '' : value(key, words), center);
};

/** Name and rank take the room that figures do not need. */
const widthsOf = (columns: number, ranked: boolean): readonly number[] => [
  60,
  ...Array.from({ length: columns }, () => 30),
  ...(ranked ? [20] : []),
];

function breakdownTable(by: BreakdownFigures, language: Language): Block {
  const words = FIGURE_WORDS[language];
  const cells = (key: string, line: Pick<BreakdownLine, 'amounts'>): readonly Cell[] =>
    line.amounts.map((amount, place) => amountCell(`by.${key}.${place}`, amount, language));
  const rankCell = (key: string, rank: number | null): readonly Cell[] =>
    by.ranked ? [valueCell(value(`by.${key}.rank`, rank === null ? '—' : String(rank)), center)] : [];
  const rows = by.lines.map((each, index) =>
    row([
      valueCell(value(`by.${index}`, nameOfLine(each, language))),
      ...cells(String(index), each),
      ...rankCell(String(index), each.rank),
    ]),
  );
  const total = row([
    valueCell(words.total),
    ...cells('total', { amounts: by.total }),
    ...(by.ranked ? [valueCell('')] : []),
  ]);
  return table(widthsOf(by.columns.length, by.ranked), [...rows, total], {
    dense: true,
    head: [head([by.head, ...by.columns, ...(by.ranked ? [words.rank] : [])], language)],
  });
}

/** The same table to be filled in by hand. */
export function emptyBreakdown(by: Breakdown, procedure: Procedure, language: Language): readonly Block[] {
  const columns = by.columns.map(({ measure, label }) => label ?? MEASURE_NAMES[measure]);
  const ranked = by.rank_by !== undefined;
  const labels = [
    getField(procedure, by.field).label,
    ...columns,
    ...(ranked ? [FIGURE_WORDS[language].rank] : []),
  ];
  return [
    table(
      widthsOf(columns.length, ranked),
      Array.from({ length: EMPTY_LINES }, () => row(labels.map(() => valueCell('')))),
      { dense: true, head: [head(labels, language)] },
    ),
  ];
}

function trendTable({ columns, months }: TrendFigures, language: Language): Block {
  const words = FIGURE_WORDS[language];
  const rows = months.map(({ month, running, amounts }) =>
    row([
      valueCell(value(`trend.${month}`, words.month(month, running)), center),
      ...amounts.map((amount, place) => amountCell(`trend.${month}.${place}`, amount, language)),
    ]),
  );
  return table([40, ...columns.map(() => 30)], rows, {
    dense: true,
    head: [head([words.monthHead, ...columns.map(({ label }) => label)], language)],
  });
}

/** 市场投诉率 每万袋 0.24; a rule to write on where it cannot be worked out. */
export const rateRuns = ({ rate, amount }: RateFigures, language: Language): readonly Run[] => [
  text(`${inLanguage(rate.name, language)} `),
  valueOrBlank(rate.key, amountInWords(amount, language), RATE_EM),
];

/** What a report counts beside its list. */
export function figureBlocks({ by, trend }: ReportFigures, language: Language): readonly Block[] {
  const words = FIGURE_WORDS[language];
  return [
    ...(by ? [line(words.by(inLanguage(by.head, language)), ''), breakdownTable(by, language)] : []),
    ...(trend ? [line(words.trend(trend.months.length), ''), trendTable(trend, language)] : []),
  ];
}

/** How the figures were worked out, and what is lacking. */
export function figureNotes(
  { rates, by, trend }: ReportFigures,
  procedure: Procedure,
  language: Language,
): readonly string[] {
  const words = FIGURE_WORDS[language];
  return [
    ...rates.map(each => explainRate(each, procedure, language)),
    ...(by?.named ?? []).map(({ label, measure }) =>
      words.named(inLanguage(label, language), inLanguage(measure, language)).trim(),
    ),
    ...(by?.ranked ? [words.rankNote(by.rankFrom)] : []),
    ...(trend ? [words.trendNote] : []),
  ];
}

/** 本期收到 3 件，办结率 60%: measures in one line. */
export function measureRuns(
  measures: readonly Measure[],
  written: (measure: Measure) => string,
  language: Language,
): readonly Run[] {
  const words = FIGURE_WORDS[language];
  return measures.flatMap((measure, index) => [
    text(`${index > 0 ? words.join : ''}${inLanguage(MEASURE_NAMES[measure], language)} `),
    value(measure, written(measure)),
    ...(isShare(measure) ? [] : [text(words.unit)]),
  ]);
}

export const hasShares = (measures: readonly Measure[]): boolean => measures.some(isShare);
