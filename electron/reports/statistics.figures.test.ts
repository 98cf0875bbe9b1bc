import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import { statisticTablesPaper } from '#shared/documents/statistic-tables.paper.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { statisticBooks, statisticDesk, type StatisticCase } from '#shared/fixtures/statistic-desk.ts';
import { csvOf } from '#shared/import/csv.writer.ts';
import { SMALLEST_BASE } from '#shared/procedure/measure.ts';
import type { PeriodDays } from '#shared/reports/report.period.ts';
import { statisticSheets } from '#shared/reports/statistic.sheets.ts';
import { casesOf, cellInWords, type StatisticTable } from '#shared/reports/statistic.table.ts';
import { statisticTables } from '#shared/reports/statistics.ts';
import { sheetsXlsx } from '../import/sheets.xlsx.ts';

const FIRST = plainDate('2026-08-01');
const made: fc.Arbitrary<StatisticCase> = fc.record({
  day: fc.integer({ min: 0, max: 120 }),
  took: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  kind: fc.constantFrom('goods', 'manners', 'price', undefined),
  officer: fc.constantFrom('样一', '样二', undefined),
  unit: fc.constantFrom('=样本分社', '范例分社', undefined),
  opinion: fc.constantFrom('good', 'bad', undefined),
  valid: fc.constantFrom(true, false, undefined),
  ours: fc.constantFrom(true, undefined),
  again: fc.constantFrom(true, undefined),
});
const days: fc.Arbitrary<PeriodDays> = fc
  .record({ start: fc.integer({ min: 0, max: 110 }), length: fc.integer({ min: 0, max: 60 }) })
  .map(({ start, length }) => {
    const [from, to] = [addDays(FIRST, start), addDays(FIRST, start + length)];
    return { id: `${from}/${to}`, from, to };
  });

/** Every value the paper holds, by its key. */
function valuesOf(paper: Paper): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  JSON.stringify(paper, (_key, part: unknown) => {
    if (typeof part === 'object' && part !== null && 'kind' in part && part.kind === 'value') {
      const run = part as unknown as { readonly key: string; readonly text: string };
      found.set(run.key, run.text);
    }
    return part;
  });
  return found;
}

const head = {
  ...{ office: '样本社区', countedOn: '2026-12-20' },
  ...{ procedure: { zh: '样本规程' }, period: { zh: '试验期' } },
};
const paperOf = (tables: readonly StatisticTable[]): Paper =>
  statisticTablesPaper({
    ...{ office: '样本社区', procedure: '样本规程', period: '试验期', name: '统计表', tables },
    countedOn: plainDate('2026-12-20'),
  });

const inDays = (day: number, { from, to }: PeriodDays): boolean => {
  const on = addDays(FIRST, day);
  return from <= on && on <= to;
};

/** What the first line of the statistics must hold, counted from what was made and by nothing else. */
function oracle(cases: readonly StatisticCase[], period: PeriodDays): readonly number[] {
  const endOf = ({ day, took }: StatisticCase): number => (took === undefined ? Infinity : day + took);
  const closed = cases.filter(each => endOf(each) < Infinity && inDays(endOf(each), period));
  const open = cases.filter(each => {
    const end = endOf(each);
    return addDays(FIRST, each.day) <= period.to && (end === Infinity || addDays(FIRST, end) > period.to);
  });
  return [
    cases.filter(({ day }) => inDays(day, period)).length,
    closed.length,
    closed.filter(({ took }) => (took ?? 0) <= 10).length,
    open.length,
    open.filter(({ day }) => addDays(FIRST, day + 10) < period.to).length,
    closed.filter(({ opinion }) => opinion !== undefined).length,
    closed.filter(({ opinion }) => opinion === 'good').length,
  ];
}

describe('the same measures over the same cases', () => {
  it('are the same figures on the screen, on paper and in a spreadsheet, and open as many cases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { maxLength: 30 }), days, async (cases, period) => {
        const books = statisticBooks(statisticDesk(cases));
        const tables = statisticTables(books, period);
        const known = new Set(books.cases.map(({ state }) => state.id));
        const onPaper = valuesOf(paperOf(tables));
        const sheets = statisticSheets(tables, head, 'zh-CN');
        const read = (await readXlsx(await sheetsXlsx(sheets))).sheets;

        const total = tables.find(({ id }) => id === 'totals')?.rows.at(-1);
        const due = oracle(cases, period);
        expect(total?.cells.map(cell => casesOf(cell).length)).toEqual(due);

        for (const { id, title, rows } of tables) {
          const sheet = read.find(({ name }) => name === title.zh.slice(0, 31));
          rows.forEach((row, nth) => {
            row.cells.forEach((cell, column) => {
              const words = cellInWords(cell, 'zh-CN');
              expect(onPaper.get(`${id}.${row.id}.${column}`) ?? '').toBe(words);
              const opened = casesOf(cell);
              expect(new Set(opened).size).toBe(opened.length);
              expect(opened.every(each => known.has(each))).toBe(true);

              const written = sheet?.rows[nth + 1]?.[column + 1] ?? '';
              switch (cell.kind) {
                case 'count':
                  expect([words, written]).toEqual([String(opened.length), opened.length]);
                  break;
                case 'share':
                  if (cell.whole >= SMALLEST_BASE) {
                    expect(`${String(written)}%`).toBe(words);
                    expect(written).toBeCloseTo((opened.length / cell.whole) * 100, 1);
                  } else expect(written).toBe(words);
                  break;
                case 'number':
                  expect(written).toBe(cell.number ?? '');
                  break;
                case 'date':
                  if (cell.date === null) expect(written).toBe('');
                  else expect((written as Date).toISOString().slice(0, 10)).toBe(words);
                  break;
                case 'rate':
                case 'text':
                  expect(written).toBe(words);
              }
            });
          });
        }
      }),
      { seed: 20261126, numRuns: 40 },
    );
  }, 120_000);

  it('leave no formula in a CSV file, whatever was written in a case', () => {
    const desk = statisticDesk([{ day: 40, unit: '=HYPERLINK("x")' }]);
    const tables = statisticTables(statisticBooks(desk), {
      ...{ id: '2026-09', from: plainDate('2026-09-01'), to: plainDate('2026-09-30') },
    });
    const csv = csvOf(statisticSheets(tables, head, 'zh-CN'));
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });
});
