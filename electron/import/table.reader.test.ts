import { Worker } from 'node:worker_threads';
import { deflateRawSync, crc32 } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import type { OpenWorker } from '../files/run-apart.ts';
import { readTableApart } from './import.handlers.ts';
import { sheetsXlsx } from './sheets.xlsx.ts';
import { readTable } from './table.reader.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

const code = async (bytes: Uint8Array, sheet: number | null = null): Promise<string> => {
  const read = await readTable(bytes, sheet);
  return read.ok ? 'read' : read.error.code;
};

/** One file in a zip that says it unpacks to `said` bytes. */
function zipOf(name: string, content: Uint8Array, said = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(said, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
  const rest = Buffer.alloc(14);
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'),
    fields,
    rest,
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('a ledger of Excel', () => {
  it('is read as its cells show: dates, numbers, merged heads, the chosen sheet', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '二〇二五',
          columns: [{}, { numFmt: 'yyyy-mm-dd' }, {}],
          rows: [
            ['凤凰社区台账', null, null],
            ['编号', '日期', '电话'],
            ['1', new Date(Date.UTC(2025, 2, 5)), 13800138000],
            ['2', new Date(Date.UTC(2025, 2, 5, 14, 30)), '一\n二'],
            ['', null, ''],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        },
        { name: '二〇二四', rows: [['编号'], ['9']] },
      ],
    });
    const answer = expectOk(await readTable(bytes, null));
    expect(answer).toMatchObject({ sheets: ['二〇二五', '二〇二四'], sheet: 0 });
    expect(answer.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.rows).toEqual([
      ['凤凰社区台账', '凤凰社区台账', '凤凰社区台账'],
      ['编号', '日期', '电话'],
      ['1', '2025-03-05', '13800138000'],
      ['2', '2025-03-05 14:30', '一\n二'],
    ]);
    expect(expectOk(await readTable(bytes, 1)).rows).toEqual([['编号'], ['9']]);
    expect(await code(bytes, 7)).toBe('imports/damaged');
  });

  it('is refused where a formula was never worked out', async () => {
    const cells = new Map([['1,0', { formula: 'HYPERLINK("http://example.invalid","看")' }]]);
    const bytes = await writeXlsx({ sheets: [{ name: '台账', rows: [['编号'], [null]], cells }] });
    expect(await readTable(bytes, null)).toEqual({
      ok: false,
      error: { code: 'imports/formulas', cells: 1 },
    });
  });

  it('is refused with more rows or columns than are read, and with a password', async () => {
    const rows = Array.from({ length: 20_002 }, (_none, n) => [String(n)]);
    expect(await code(await writeXlsx({ sheets: [{ name: '长', rows }] }))).toBe('imports/too-many-rows');
    const wide = [Array.from({ length: 201 }, (_none, n) => `列${n}`)];
    expect(await code(await writeXlsx({ sheets: [{ name: '宽', rows: wide }] }))).toBe(
      'imports/too-many-columns',
    );
    const encryption = { password: 'phoenix', spinCount: 1000 };
    expect(await code(await writeXlsx({ sheets: [{ name: '锁', rows: [['1']] }], encryption }))).toBe(
      'imports/encrypted',
    );
  });

  it('is refused empty, cut off, and when it is something else', async () => {
    const whole = await writeXlsx({ sheets: [{ name: '台账', rows: [['编号'], ['1']] }] });
    expect(await code(new Uint8Array())).toBe('imports/empty');
    expect(await code(await writeXlsx({ sheets: [{ name: '空', rows: [['', ' ']] }] }))).toBe(
      'imports/empty',
    );
    expect(await code(whole.subarray(0, whole.length / 2))).toBe('imports/damaged');
    expect(await code(Buffer.from('%PDF-1.7'))).toBe('imports/kind');
    expect(await code(zipOf('slides/slide.xml', Buffer.from('<p/>')))).toBe('imports/damaged');
    expect(await code(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).toBe('imports/damaged');
    expect(await code(new Uint8Array(30_000_001).fill(65))).toBe('imports/too-large');
  });

  it('is refused when little unpacks to very much, whatever it says of itself', async () => {
    const bomb = new Uint8Array(201_000_000);
    expect(await code(zipOf('xl/workbook.xml', bomb))).toBe('imports/too-large');
    expect(await code(zipOf('xl/workbook.xml', bomb, 1000))).toBe('imports/damaged');
  });

  it('is given up when its reading takes too long or breaks', async () => {
    const forEver: OpenWorker = options => new Worker('for (;;);', { ...options, eval: true });
    const breaks: OpenWorker = options => new Worker('throw new Error("broken")', { ...options, eval: true });
    for (const worker of [forEver, breaks])
      expect(await readTableApart(worker, { file: new Uint8Array(1), sheet: null }, 200)).toEqual({
        ok: false,
        error: { code: 'imports/not-read' },
      });
  });
});

describe('sheets that are saved', () => {
  it('hold text only, also where it looks like a formula', async () => {
    const rows = [
      ['列名', '怎么填'],
      ['=1+1', '@SUM(A1)'],
    ];
    const bytes = await sheetsXlsx([{ name: '旧台账', rows }]);
    expect(expectOk(await readTable(bytes, null)).rows).toEqual(rows);
  });
});
