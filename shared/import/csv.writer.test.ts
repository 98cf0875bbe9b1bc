import { describe, expect, it } from 'vitest';
import { plainDate } from '#shared/core/plain-date.ts';
import { csvOf } from './csv.writer.ts';

const one = (...cells: Parameters<typeof csvOf>[0][number]['rows'][number]): string =>
  csvOf([{ name: '表', rows: [cells] }]).slice(1, -2);

describe('a CSV file', () => {
  it('begins with the byte order mark and ends its lines as the standard says', () => {
    const rows = [
      ['编号', '件数'],
      ['凤社1', 3],
    ];
    expect(csvOf([{ name: '表', rows }])).toBe('\uFEFF编号,件数\r\n凤社1,3\r\n');
  });

  it.each(['=1+1', '+86', '-2', '@cmd', '\t=1', ' =1', '＝1', '＠x'])(
    'keeps the text %j a text for the program that opens it',
    text => {
      expect(one(text).replaceAll('"', '')).toBe(`'${text}`);
    },
  );

  it('leaves numbers numbers, negative ones too, and days as they are sorted', () => {
    expect(one(-1.5, { date: plainDate('2026-10-08') }, 0)).toBe('-1.5,2026-10-08,0');
  });

  it('encloses commas, quotes and line breaks', () => {
    expect(one('甲,乙', '说“好”', 'he said "no"', '一\n二')).toBe('"甲,乙",说“好”,"he said ""no""","一\n二"');
  });

  it('puts several tables one under the other, each with its name', () => {
    const sheet = (name: string) => ({ name, rows: [['头'], [1]] });
    expect(csvOf([sheet('统计表'), sheet('指标')])).toBe(
      '\uFEFF统计表\r\n头\r\n1\r\n\r\n指标\r\n头\r\n1\r\n',
    );
  });
});
