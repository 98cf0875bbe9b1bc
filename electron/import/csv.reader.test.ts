import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { decodeText, delimiterOf, parseCsv, readCsv } from './csv.reader.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 编号,姓名 and 一,韩范例 as an old Excel writes them. */
const GB = Uint8Array.from([
  ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a],
  ...[0xd2, 0xbb, 0x2c, 0xba, 0xab, 0xb7, 0xb6, 0xc0, 0xfd],
]);

describe('a ledger as text', () => {
  it('is read in the letters it was written in', () => {
    const rows = [
      ['编号', '姓名'],
      ['一', '韩范例'],
    ];
    const text = rows.map(row => row.join(',')).join('\r\n');
    expect(expectOk(readCsv(GB))).toEqual(rows);
    expect(expectOk(readCsv(utf8(text)))).toEqual(rows);
    expect(expectOk(readCsv(utf8(`\uFEFF${text}`)))).toEqual(rows);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    expect(expectOk(readCsv(utf16))).toEqual(rows);
  });

  it('is refused where its letters cannot be told', () => {
    expect(decodeText(Uint8Array.from([0x81, 0xff, 0xff]))).toMatchObject({
      error: { code: 'imports/encoding' },
    });
    expect(decodeText(utf8('a\0b'))).toMatchObject({ error: { code: 'imports/encoding' } });
  });

  it.each([',', ';', '\t', '，'])('has “%s” between its columns', sign => {
    expect(delimiterOf(`编号${sign}姓名\n1${sign}"一, 二; 三\t"\n`)).toBe(sign);
  });

  it('may have line ends, quotes and its own sign within quotes', () => {
    const text = '编号,内容\n1,"第一行\r\n第二行, 他说""好"""\n2,没有\n';
    expect(expectOk(parseCsv(text, ','))).toEqual([
      ['编号', '内容'],
      ['1', '第一行\r\n第二行, 他说"好"'],
      ['2', '没有'],
    ]);
  });

  it('is a broken one where a quote never ends', () => {
    expect(parseCsv('编号,内容\n1,"没有完', ',')).toMatchObject({ error: { code: 'imports/damaged' } });
  });

  it('is refused with more rows than are read', () => {
    expect(parseCsv('1\n'.repeat(20_001), ',')).toMatchObject({
      error: { code: 'imports/too-many-rows', most: 20_000 },
    });
  });

  it('comes back as it was, whatever stands in its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', ' ', '一', 'a') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, sign, end) => {
          const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const text = rows.map(row => row.map(quoted).join(sign)).join(end);
          expect(expectOk(parseCsv(text, sign))).toEqual(rows);
          expect(expectOk(parseCsv(`${text}${end}`, sign))).toEqual(rows);
        },
      ),
    );
  });
});
