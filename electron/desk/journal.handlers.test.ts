import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { openedLedger } from './desk.ts';
import { lock, unlock } from './session.ts';
import { foundIn, PASSPHRASE, Shell } from './shell.fixture.ts';

const log = vi.hoisted(() => ({ info: vi.fn<(text: string) => void>() }));
vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: log }));

/** An office with a journal of five records, locked; and the places where they begin. */
async function office() {
  const profile = await tempFolder();
  const shell = new Shell(profile);
  const { desk } = shell;
  const person = await foundIn(shell);
  for (let n = 2; n <= 5; n++) expectOk(await shell.appendPerson());
  await lock(desk);
  const folder = desk.places.journal;
  const file = path.join(folder, 'journal.pdj');
  const bytes = await readFile(file);
  const starts = [64];
  for (let n = 1; n <= 5; n++)
    starts.push((starts.at(-1) ?? 0) + 64 + bytes.readUInt32LE(starts.at(-1) ?? 0));
  return { profile, person, folder, file, bytes, starts };
}

const start = async (profile: string, person: PersonId) => {
  const shell = new Shell(profile);
  return { shell, answer: expectOk(await unlock(shell.desk, person, PASSPHRASE)) };
};

const damaged = (seq: number) => ({ ok: false, error: { code: 'journal/damaged', detail: { seq } } });

describe('a journal with a byte turned over in its middle', () => {
  it('is told at unlocking and can only be read, at every start', async () => {
    const { profile, person, file, bytes, starts } = await office();
    const at = starts[2]! + 90;
    bytes[at] = bytes[at]! ^ 1;
    await writeFile(file, bytes);
    for (let n = 0; n < 2; n++) {
      const { shell, answer } = await start(profile, person);
      expect(answer).toMatchObject({ trouble: { code: 'journal/damaged', seq: 3 }, head: { seq: 2 } });
      expect(await shell.appendPerson()).toMatchObject(damaged(3));
      expect(await shell.ask('journal:verify')).toMatchObject(damaged(3));
      const read = expectOk(await shell.ask('journal:read', { from: 1, most: 100 }));
      expect(read.records.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(read.head.seq).toBe(2);
      for (const from of [3, 5, 6])
        expect(await shell.ask('journal:read', { from, most: 100 })).toEqual(damaged(3));
      const ledger = openedLedger(shell.desk);
      expect((await ledger.office()).people).toHaveLength(2);
      await lock(shell.desk);
    }
    expect(await readFile(file)).toEqual(bytes);
  });

  it('while the ledger is open is told to the window, and stops writing', async () => {
    const { profile, person, file, bytes, starts } = await office();
    const { shell, answer } = await start(profile, person);
    expect(answer.trouble).toBeNull();
    const at = starts[2]! + 90;
    bytes[at] = bytes[at]! ^ 1;
    await writeFile(file, bytes);
    expect(await shell.ask('journal:verify')).toMatchObject(damaged(3));
    expect(shell.told).toEqual([['journal:appended', { seq: Number.MAX_SAFE_INTEGER }]]);
    expect(log.info).toHaveBeenCalledWith('the journal is damaged from record 3 on');
    expect(await shell.appendPerson()).toMatchObject(damaged(3));
    expect(await shell.ask('journal:read', { from: 6, most: 1 })).toEqual(damaged(3));
    await lock(shell.desk);
    const again = await start(profile, person);
    expect(again.answer.trouble).toEqual({ code: 'journal/damaged', seq: 3 });
    await lock(again.shell.desk);
  });
});

describe('a journal of which nothing is left', () => {
  it('opens empty and can only be read, so that what else there is can be seen', async () => {
    const { profile, person, file, bytes } = await office();
    for (const wreck of [() => writeFile(file, bytes.subarray(1)), () => rm(file)]) {
      await wreck();
      const { shell, answer } = await start(profile, person);
      expect(answer).toMatchObject({ trouble: { code: 'journal/damaged', seq: 0 }, head: { seq: 0 } });
      expect(await shell.ask('journal:read', { from: 1, most: 1 })).toEqual(damaged(0));
      expect(await shell.appendPerson()).toMatchObject(damaged(0));
      await lock(shell.desk);
    }
  });
});

describe('a journal whose end was cut off', () => {
  it('is whole again at the next start, and takes the next record', async () => {
    for (const keepNote of [true, false]) {
      const { profile, person, folder, file, bytes } = await office();
      await writeFile(file, bytes.subarray(0, -300));
      if (!keepNote) await rm(path.join(folder, 'journal.head'));
      log.info.mockClear();
      const { shell, answer } = await start(profile, person);
      expect(answer).toMatchObject({ trouble: null, head: { seq: 5 } });
      expect(await readFile(file)).toEqual(bytes);
      expect(log.info).toHaveBeenCalledWith('the journal had lost its last 1 records and got them back');
      expect(expectOk(await shell.appendPerson()).seq).toBe(6);
      expectOk(await shell.ask('journal:verify'));
      await lock(shell.desk);
      expect((await readdir(folder)).sort()).toEqual(['journal.head', 'journal.pdj', 'journal.recent']);
    }
  });

  it('without any other copy is said to be torn or damaged', async () => {
    const { profile, person, folder, file, bytes } = await office();
    await writeFile(file, bytes.subarray(0, -300));
    await rm(path.join(folder, 'journal.recent'));
    const noted = await start(profile, person);
    expect(noted.answer).toMatchObject({ trouble: { code: 'journal/damaged', seq: 5 }, head: { seq: 4 } });
    await lock(noted.shell.desk);
    await rm(path.join(folder, 'journal.head'));
    const torn = await start(profile, person);
    expect(torn.answer).toMatchObject({ trouble: { code: 'journal/torn-tail', seq: 5 }, head: { seq: 4 } });
    expectOk(await torn.shell.appendPerson());
    await lock(torn.shell.desk);
  });
});

describe('the window', () => {
  it('writes neither that a case was sent to another office nor what came back: the shell finds that', async () => {
    const shell = new Shell(await tempFolder());
    const person = await foundIn(shell);
    const by = { person, name: '王登记', role: 'administrator', station: 'PC-1' };
    const head = { v: 1, at: '2026-10-08T09:00:00+08:00', by, stream: 'case', seq: 2 };
    const ulid = '01JA0000000000000000000001';
    const party = { code: 'PHX-0388', name: '样本社区居委会' };
    for (const said of [
      { type: 'transfer-sent', kind: 'share', to: party, reason: 'x', sha256: 'a'.repeat(64) },
      { type: 'transfer-answered', verdict: 'returned', reason: 'x', answered_at: head.at },
    ]) {
      const events = [{ ...head, id: ulid, case: ulid, transfer: ulid, ...said }];
      const after = openedLedger(shell.desk).head().seq;
      expect(await shell.ask('journal:append', { after, events })).toMatchObject({
        error: { code: 'journal/not-allowed' },
      });
    }
    await lock(shell.desk);
  });
});
