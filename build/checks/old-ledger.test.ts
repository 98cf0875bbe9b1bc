import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { openedLedger } from '#electron/desk/desk.ts';
import { foundIn, Shell } from '#electron/desk/shell.fixture.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { sheetsXlsx } from '#electron/import/sheets.xlsx.ts';
import { readTable } from '#electron/import/table.reader.ts';
import { openStateOf } from '#renderer/app/desk/desk.fixture.ts';
import { createDesk } from '#renderer/app/desk/desk.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { caseCounts, findCaseByNumber } from '#renderer/db/queries/case-ids.ts';
import { dueBetween } from '#renderer/db/queries/open-dues.ts';
import { countOfImport, numbersThere } from '#renderer/db/queries/imports.ts';
import { FakeShell } from '#renderer/db/testing/fake-shell.fixture.ts';
import { readingOf } from '#renderer/features/import/read-source.ts';
import { runImport } from '#renderer/features/import/run-import.ts';
import { runUndo } from '#renderer/features/import/run-undo.ts';
import { expectOk } from '#shared/core/result.ts';
import { checkRows } from '#shared/import/check-rows.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { dateOf } from '#shared/core/instant.ts';
import { addDays } from '#shared/core/plain-date.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

const ROWS = 10_000;

/** An office with a real journal on the disk, and the window over it with a working store of its own. */
async function office(): Promise<{ shell: Shell; desk: Desk }> {
  const shell = new Shell(await tempFolder());
  const person = await foundIn(shell);
  expectOk(await shell.append({ type: 'person-changed', person, roles: [...ROLES] }));
  const fake = new FakeShell();
  const ledger = openedLedger(shell.desk);
  const api: DeskApi = {
    ...fake.api,
    app: {
      ...fake.api.app,
      boot: async () => {
        const boot = expectOk(await fake.api.app.boot());
        const people = [{ id: person, name: '王登记' }];
        return { ok: true, value: { ...boot, office: boot.office && { ...boot.office, people } } };
      },
    },
    session: {
      ...fake.api.session,
      unlock: () => {
        fake.unlocked = true;
        const { head } = ledger;
        const storeKey = new Uint8Array(32).fill(7);
        return Promise.resolve({
          ok: true,
          value: { person, station: 'PC-1', storeKey, head: head(), trouble: null },
        });
      },
    },
    journal: {
      append: input => shell.ask('journal:append', input),
      read: input => shell.ask('journal:read', input),
      verify: () => shell.ask('journal:verify'),
    },
  };
  const desk = createDesk(api, {
    nowMs: () => Date.now(),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
    idb: { indexedDB: new IDBFactory(), IDBKeyRange },
    after: () => () => undefined,
  });
  await desk.start();
  expectOk(await desk.unlock(person, 'whatever'));
  return { shell, desk };
}

/** Every tenth row is broken, every second of the others over. */
function oldLedger(count: number): Promise<Uint8Array> {
  const head = ['登记编号', '登记日期', '姓名', '联系电话', '类别', '反映内容', '办结日期', '备注'];
  const rows = Array.from({ length: count }, (_none, n) => [
    `凤社〔2025〕${String(n + 1).padStart(5, '0')}号`,
    n % 10 === 9 ? '2025年2月30日' : `2025年${(n % 12) + 1}月${(n % 28) + 1}日`,
    `范例${n}`,
    '13800138000',
    '物业管理',
    `第 ${n} 件：楼道灯坏了三天，晚上看不见台阶。`,
    n % 2 === 0 ? '2025-12-31' : '',
    '电话转来',
  ]);
  return sheetsXlsx([{ name: '2025', rows: [head, ...rows] }]);
}

/** The file read and every row checked, as the window does it. */
async function checked(desk: Desk, count: number) {
  const file = new Uint8Array(await oldLedger(count));
  const answer = expectOk(await readTable(file, null));
  const [procedure] = openStateOf(desk).procedures;
  if (!procedure) throw new Error('there is a procedure');
  const reading = readingOf({ procedure, name: '2025.xlsx', file, answer }, openStateOf(desk).office);
  const taken = await numbersThere(openStateOf(desk).store);
  const rows = checkRows(reading.table, reading.mapping, { procedure, now: desk.now(), taken });
  const entries = rows.flatMap(row => (row.kind === 'ready' ? [row.entry] : []));
  return { reading, rows, entries };
}

describe('an old ledger of 10 000 rows', () => {
  it('is read, checked, imported into the real journal and store, found again and undone', async () => {
    const { shell, desk } = await office();
    const { reading, rows, entries } = await checked(desk, ROWS);
    expect([rows.length, entries.length]).toEqual([ROWS, ROWS * 0.9]);

    const progress: number[] = [];
    const result = await runImport({
      ...{ desk, reading, entries, signal: new AbortController().signal },
      onProgress: done => progress.push(done),
    });
    expect(result).toMatchObject({ brought: 9000, leftOut: [], cancelled: false, fault: null });
    expect(progress.at(-1)).toBe(9000);
    expect(progress.length).toBeGreaterThan(10);

    const { store } = openStateOf(desk);
    const today = dateOf(desk.now());
    expect(await caseCounts(store, today)).toMatchObject({ all: 9000, closed: 5000, open: 4000 });
    expect(await dueBetween(store, '0', addDays(today, -1))).toEqual([]);
    expect(await findCaseByNumber(store, '凤社〔2025〕00042号')).toBeDefined();
    expect(await countOfImport(store, result.import)).toBe(9000);
    // All of it is in the journal on the disk.
    expect(expectOk(await shell.ask('journal:verify')).records).toBe(openedLedger(shell.desk).head().seq);

    const touched = await findCaseByNumber(openStateOf(desk).store, '凤社〔2025〕00001号');
    if (!touched) throw new Error('it is there');
    expectOk(await desk.submitCase(touched, { type: 'add-note', text: '问过了' }));
    expect(await runUndo(desk, result.import, () => undefined)).toEqual({
      ...{ withdrawn: 8999, kept: ['凤社〔2025〕00001号'], fault: null },
    });
    expect(await caseCounts(openStateOf(desk).store, today)).toMatchObject({ all: 1 });
    // The lists can be made again from the journal, which has all that was withdrawn.
    expectOk(await desk.rebuild());
    expect(await caseCounts(openStateOf(desk).store, today)).toMatchObject({ all: 1 });
    await desk.close();
  }, 300_000);

  it('stops between two records on somebody’s word, and what is in can be undone', async () => {
    const { desk } = await office();
    const { reading, entries } = await checked(desk, 1000);
    const abort = new AbortController();
    const result = await runImport({
      ...{ desk, reading, entries, signal: abort.signal },
      onProgress: () => abort.abort(),
    });
    expect(result).toMatchObject({ brought: 400, total: 900, cancelled: true, fault: null });
    const today = dateOf(desk.now());
    expect(await caseCounts(openStateOf(desk).store, today)).toMatchObject({ all: 400 });
    expect(await runUndo(desk, result.import, () => undefined)).toMatchObject({ withdrawn: 400, kept: [] });
    expect(await caseCounts(openStateOf(desk).store, today)).toMatchObject({ all: 0 });
    // Read again, the file is known by the names of its columns, and its numbers are free.
    const again = await checked(desk, 1000);
    expect([again.reading.from, again.entries.length]).toEqual(['remembered', 900]);
    await desk.close();
  }, 100_000);

  it('tells how far it came when the ledger is locked meanwhile', async () => {
    const { desk } = await office();
    const { reading, entries } = await checked(desk, 1000);
    const result = await runImport({
      ...{ desk, reading, entries, signal: new AbortController().signal },
      onProgress: () => void desk.lock(),
    });
    expect(result).toMatchObject({ cancelled: false, fault: { code: 'session/locked' } });
    expect(result.brought).toBeGreaterThanOrEqual(400);
    expect(result.brought).toBeLessThan(900);
  }, 100_000);
});
