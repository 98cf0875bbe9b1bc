import { describe, expect, it } from 'vitest';
import { plainDate } from '#shared/core/plain-date.ts';
import { statisticBooks, statisticDesk } from '#shared/fixtures/statistic-desk.ts';
import { statisticSheets } from '#shared/reports/statistic.sheets.ts';
import { statisticTables } from '#shared/reports/statistics.ts';
import { convertedByLibreOffice, hasCalc } from '../files/libreoffice.fixture.ts';
import { sheetsXlsx } from '../import/sheets.xlsx.ts';

const PERIOD = { id: '2026-09', from: plainDate('2026-09-01'), to: plainDate('2026-09-30') };
const HEAD = {
  ...{ office: '样本社区', countedOn: '2026-12-20' },
  ...{ procedure: { zh: '样本规程' }, period: { zh: '试验期' } },
};

/** One readable file that says of every cell what it is; equal neighbours are written once. */
const FLAT = 'fods';
const REPEATED = /table:number-columns-repeated="(\d+)"/;

describe.skipIf(!hasCalc)(
  'sheets of the statistics in Calc of LibreOffice, which has to be installed',
  () => {
    it('open whole, with numbers as numbers, days as days and no formula', { timeout: 120_000 }, async () => {
      const desk = statisticDesk([{ day: 40, took: 3, unit: '=1+1' }, { day: 45 }]);
      const sheets = statisticSheets(statisticTables(statisticBooks(desk), PERIOD), HEAD, 'zh-CN');
      const opened = await convertedByLibreOffice('statistics.xlsx', await sheetsXlsx(sheets), FLAT);
      const text = opened.toString('utf8');
      const names = [...text.matchAll(/<table:table table:name="([^"]*)"/g)].map(([, name]) => name);
      expect(names).toEqual(sheets.map(({ name }) => name));

      const cells = sheets.flatMap(({ rows }) => rows.flat());
      const typed = (type: string): number =>
        [...text.matchAll(new RegExp(`<table:table-cell[^>]*office:value-type="${type}"[^>]*>`, 'g'))].reduce(
          (sum, [cell]) => sum + Number(REPEATED.exec(cell)?.[1] ?? 1),
          0,
        );
      expect(typed('float')).toBe(cells.filter(cell => typeof cell === 'number').length);
      expect(typed('date')).toBe(cells.filter(cell => typeof cell === 'object').length);
      expect(typed('date')).toBeGreaterThan(0);
      expect(text).toContain('=1+1');
      expect(text).not.toContain('table:formula');
    });
  },
);
