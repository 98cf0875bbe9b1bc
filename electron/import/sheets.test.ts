import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { plainDate } from '#shared/core/plain-date.ts';
import { SavedSheet } from '#shared/import/import.file.ts';
import { sheetsXlsx } from './import.handlers.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: {} }));

describe('a spreadsheet that is saved', () => {
  it('holds days as days, numbers as numbers, and text that looks like either as text', async () => {
    const rows = [
      ['序号', '编号', '到期日', '事由'],
      [1, '0012', { date: plainDate('2026-02-28') }, '=1+1'],
      [2, '2026-01-01', '', '-5'],
    ];
    const bytes = await sheetsXlsx([SavedSheet.parse({ name: '案件', rows })]);
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.rows).toEqual([
      rows[0],
      [1, '0012', new Date('2026-02-28T00:00:00Z'), '=1+1'],
      [2, '2026-01-01', expect.toSatisfy((cell: unknown) => cell === '' || cell === null), '-5'],
    ]);
  });

  it('takes no day that never was', () => {
    expect(SavedSheet.safeParse({ name: '案件', rows: [[{ date: '2026-02-30' }]] }).success).toBe(false);
  });
});
