import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { communityProcedure } from '#shared/fixtures/community.ts';
import { findHead, tableOf } from '#shared/import/find-head.ts';
import { readDate } from '#shared/import/read-date.ts';
import { convertedByLibreOffice, hasCalc, hasWriter } from '../files/libreoffice.fixture.ts';
import { readTable } from './table.reader.ts';
import { wordTables } from './word.tables.ts';

interface Merged {
  readonly text: string;
  readonly columns?: number;
  readonly down?: 'restart' | 'continue';
}

const cellOf = (cell: string | Merged): TableCell => {
  const { text, columns, down } = typeof cell === 'string' ? { text: cell } : cell;
  return new TableCell({
    children: text.split('\n').map(line => new Paragraph(line)),
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(down === undefined
      ? {}
      : { verticalMerge: down === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
  });
};

const tableOfWord = (rows: readonly (readonly (string | Merged)[])[]): Table =>
  new Table({ rows: rows.map(row => new TableRow({ children: row.map(cellOf) })) });

const docx = (...children: readonly (Paragraph | Table)[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: [...children] }] }));

const LEDGER = tableOfWord([
  [
    { text: '编号', down: 'restart' },
    { text: '登记日期', down: 'restart' },
    { text: '反映人', columns: 2 },
    { text: '反映内容', down: 'restart' },
  ],
  [
    { text: '', down: 'continue' },
    { text: '', down: 'continue' },
    '姓名',
    '联系电话',
    { text: '', down: 'continue' },
  ],
  ['1', '2025.3.7', '苗范例', '13800138000', '过道堆杂物\n三楼'],
  ['2', { text: '二〇二五年三月七日', down: 'restart' }, '田范例', '13900139000', '水管漏水 <楼下> & 楼上'],
  ['3', { text: '', down: 'continue' }, '尤样本', '', '夜间施工'],
]);

/** As the window goes on with it: the head is found, the rows below are cases, their days are read. */
function casesOf(rows: readonly (readonly string[])[]) {
  const head = findHead(rows, communityProcedure());
  const table = tableOf(rows, head);
  const day = table.head.indexOf('登记日期');
  return { ...table, days: table.rows.map(row => readDate(row[day] ?? '')) };
}

const MARCH = { date: '2025-03-07' };

describe('a ledger in a table of Word', () => {
  it('is read with what is merged, its head of two lines, lines within a cell and written days', async () => {
    const bytes = await docx(new Paragraph('2025 年投诉登记'), LEDGER);
    const answer = expectOk(await readTable(bytes, null));
    expect(answer).toMatchObject({ sheets: ['1. 2025 年投诉登记'], sheet: 0 });
    const cases = casesOf(answer.rows);
    expect(cases.head).toEqual(['编号', '登记日期', '姓名', '联系电话', '反映内容']);
    expect(cases.firstRow).toBe(3);
    expect(cases.rows).toEqual([
      ['1', '2025.3.7', '苗范例', '13800138000', '过道堆杂物\n三楼'],
      ['2', '二〇二五年三月七日', '田范例', '13900139000', '水管漏水 <楼下> & 楼上'],
      ['3', '二〇二五年三月七日', '尤样本', '', '夜间施工'],
    ]);
    expect(cases.days).toEqual([MARCH, MARCH, MARCH]);
  });

  it('is the longest of several tables unless another one is wanted, each by the line above it', async () => {
    const small = tableOfWord([['填表人', '样本']]);
    const bytes = await docx(new Paragraph('封面'), small, new Paragraph('台账'), LEDGER, small);
    const answer = expectOk(await readTable(bytes, null));
    expect(answer.sheets).toEqual(['1. 封面', '2. 台账', '3. 填表人 样本']);
    expect(answer.sheet).toBe(1);
    expect(expectOk(await readTable(bytes, 2)).rows).toEqual([['填表人', '样本']]);
    expect(await readTable(bytes, 3)).toMatchObject({ error: { code: 'imports/damaged' } });
  });

  it('is refused without a table, and where it is of the old kind', async () => {
    expect(await readTable(await docx(new Paragraph('没有表格')), null)).toMatchObject({
      error: { code: 'imports/no-table' },
    });
    const old = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('WordDocument', 'utf16le'),
    ]);
    expect(await readTable(old, null)).toMatchObject({ error: { code: 'imports/old-word' } });
  });

  it('is read no further than one row and one column more than are taken', () => {
    const row = '<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>';
    expect(wordTables(`<w:tbl>${row.repeat(20_005)}</w:tbl>`)[0]?.rows).toHaveLength(20_001);
    const wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr></w:tc></w:tr></w:tbl>';
    expect(wordTables(wide)[0]?.rows[0]).toHaveLength(201);
  });

  it('does not read what was struck out, fields, a table in a cell as another one, or definitions', () => {
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(`<w:p>${run('内')}</w:p>`)}</w:tr></w:tbl>`;
    const xml = `<?xml version="1.0"?><!-- <w:tbl> --><w:tbl><w:tr>${cell(
      `<w:p>${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:moveFrom>${run('丙')}</w:moveFrom><w:r><w:instrText>PAGE</w:instrText><w:tab/></w:r>${run('&#19969;&amp;lt;')}</w:p>${inner}`,
    )}${cell('<w:p/>')}</w:tr></w:tbl>`;
    expect(wordTables(xml)).toEqual([{ name: '1. 甲 丁&lt; 内', rows: [['甲 丁&lt;\n内', '']] }]);
    expect(() => wordTables('<!DOCTYPE x [<!ENTITY a "b">]><w:tbl/>')).toThrow(SyntaxError);
  });

  it('neither hangs nor breaks, whatever the document is', () => {
    const sound = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const pieces = fc.constantFrom(
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '</w:tc>',
      '<w:t>',
      '<',
      '>',
      '<!--',
      '&#x;',
      sound,
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), some => {
        try {
          for (const { rows } of wordTables(some.join(''))) expect(rows.length).toBeLessThan(30);
        } catch (cause) {
          expect(cause).toBeInstanceOf(SyntaxError);
        }
      }),
      { seed: 23 },
    );
  });
});

describe.skipIf(!hasCalc)('a ledger that Calc of LibreOffice wrote, which has to be installed', () => {
  it(
    'is read as xls, with its head of two lines, what is merged, and its days',
    { timeout: 120_000 },
    async () => {
      const xlsx = await writeXlsx({
        sheets: [
          {
            name: '台账',
            columns: [{}, { numFmt: 'yyyy-mm-dd' }, {}],
            rows: [
              ['2025 年投诉登记', null, null, null],
              ['编号', '登记日期', '反映人', null],
              [null, null, '姓名', '联系电话'],
              ['1', new Date(Date.UTC(2025, 2, 7)), '苗范例', '13800138000'],
              ['2', '2025.3.7', '田范例', '13900139000'],
              ['3', '二〇二五年三月七日', '尤样本', ''],
            ],
            merges: [
              { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
              { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
              { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
              { startRow: 1, startCol: 2, endRow: 1, endCol: 3 },
            ],
          },
        ],
      });
      const answer = expectOk(await readTable(await convertedByLibreOffice('old.xlsx', xlsx, 'xls'), null));
      const cases = casesOf(answer.rows);
      expect(cases.head).toEqual(['编号', '登记日期', '姓名', '联系电话']);
      expect(cases.rows.map(([number, , name]) => [number, name])).toEqual([
        ['1', '苗范例'],
        ['2', '田范例'],
        ['3', '尤样本'],
      ]);
      expect(cases.days).toEqual([MARCH, MARCH, MARCH]);
    },
  );
});

describe.skipIf(!hasWriter)('a ledger that Writer of LibreOffice wrote, which has to be installed', () => {
  it('is read as a table of its docx, and refused as its doc', { timeout: 120_000 }, async () => {
    const html = `<meta charset="utf-8"><table border="1"><tr><td rowspan="2">编号<td rowspan="2">登记日期<td colspan="2">反映人</tr>
<tr><td>姓名<td>联系电话</tr><tr><td>1<td>2025.3.7<td>苗范例<td>13800138000</tr></table>`;
    const odt = await convertedByLibreOffice('old.html', Buffer.from(html), 'odt');
    const answer = expectOk(await readTable(await convertedByLibreOffice('old.odt', odt, 'docx'), null));
    const cases = casesOf(answer.rows);
    expect(cases.head).toEqual(['编号', '登记日期', '姓名', '联系电话']);
    expect(cases.rows).toEqual([['1', '2025.3.7', '苗范例', '13800138000']]);
    expect(await readTable(await convertedByLibreOffice('old.odt', odt, 'doc'), null)).toMatchObject({
      error: { code: 'imports/old-word' },
    });
  });
});
