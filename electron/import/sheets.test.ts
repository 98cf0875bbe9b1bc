import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { plainDate } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { SavedSheet } from '#shared/import/import.file.ts';
import type { CasesTaken } from '#shared/list/cases-taken.schema.ts';
import { openedLedger } from '../desk/desk.ts';
import { lock, unlock } from '../desk/session.ts';
import { foundIn, PASSPHRASE, Shell } from '../desk/shell.fixture.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { saveSheets } from './save-sheets.ts';
import { sheetsXlsx } from './sheets.xlsx.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: vi.fn() } }));

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

const TAKEN: CasesTaken = {
  ...{ cases: 2, list: 'open', conditions: { state: ['accepted'] }, found: false },
  columns: ['number', 'due', 'person', 'matter', 'state'],
};

/** An office at work, and a folder for what goes out. */
async function office() {
  const profile = await tempFolder();
  const shell = new Shell(profile);
  const person = await foundIn(shell);
  onTestFinished(() => lock(shell.desk));
  const folder = await tempFolder();
  const place = path.join(folder, '案件.xlsx');
  const save = (choosePlace: () => Promise<string | undefined>, taken: CasesTaken | null = TAKEN) =>
    saveSheets(
      shell.desk,
      { choosePlace },
      { name: '案件', sheets: [{ name: '案件', rows: [['试填']] }], taken, as: 'xlsx' },
    );
  const exports = async () => (await openedLedger(shell.desk).office()).exports ?? [];
  return { shell, person, folder, place, save, exports, profile };
}

describe('cases that go out', () => {
  it('are in the journal once the file is there: how many, chosen by what, by whom and when', async () => {
    const { place, save, exports, shell } = await office();
    expect(await save(() => Promise.resolve(place))).toEqual({ ok: true, value: { path: place } });
    expect((await readFile(place)).length).toBeGreaterThan(0);
    expect(await exports()).toEqual([{ taken: TAKEN, by: '王登记', at: expect.any(String) as string }]);
    expect(shell.told.at(-1)).toEqual(['journal:appended', { seq: openedLedger(shell.desk).head().seq }]);
  });

  it('are not where nobody chose a place, where the place cannot be written, or where no case goes out', async () => {
    const { folder, place, save, exports } = await office();
    expect(await save(() => Promise.resolve(undefined))).toEqual({ ok: true, value: { path: null } });
    const nowhere = path.join(folder, '没有', '案件.xlsx');
    expect(await save(() => Promise.resolve(nowhere))).toMatchObject({ ok: false });
    expect(await save(() => Promise.resolve(place), null)).toMatchObject({ ok: true });
    expect(await exports()).toEqual([]);
  });

  it('stay in where the ledger was locked while the dialog stood open, though it is open again', async () => {
    const { shell, person, folder, place, save, exports } = await office();
    const refused = await save(async () => {
      await lock(shell.desk);
      expectOk(await unlock(shell.desk, person, PASSPHRASE));
      return place;
    });
    expect(refused).toEqual({ ok: false, error: { code: 'ipc/locked' } });
    expect([await readdir(folder), await exports()]).toEqual([[], []]);
  });

  it('leave no file where the journal takes nothing', async () => {
    const { shell, folder, place, save } = await office();
    const ledger = openedLedger(shell.desk);
    shell.desk.ledger = {
      ...ledger,
      append: () => Promise.resolve({ ok: false, error: { code: 'journal/damaged', seq: 2 } } as never),
    };
    expect(await save(() => Promise.resolve(place))).toMatchObject({
      ok: false,
      error: { code: 'journal/damaged' },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
