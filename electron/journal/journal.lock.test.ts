import { spawnSync } from 'node:child_process';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { KEYS, payloadOf, writtenJournal } from './journal.fixture.ts';
import { openJournal } from './journal.open.ts';
import { openJournalReadOnly } from './journal.salvage.ts';

const lockIn = (dir: string): string => path.join(dir, 'journal.lock');
const holder = (parts: object): string =>
  JSON.stringify({
    pid: process.pid,
    host: os.hostname(),
    started: '',
    sinceMs: Date.now(),
    token: 'made up',
    ...parts,
  });

describe('the lock of a journal', () => {
  it('lets one write and any number read', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 2);
    const journal = expectOk(await openJournal(dir, KEYS));
    expect(await openJournal(dir, KEYS)).toEqual({
      ok: false,
      error: expect.objectContaining({ code: 'journal/locked', pid: process.pid }) as unknown,
    });
    const reader = expectOk(await openJournalReadOnly(dir, KEYS));
    expectOk(await journal.append(payloadOf(3)));
    expect(reader.head().seq).toBe(2);
    await reader.close();
    await journal.close();
    await expectOk(await openJournal(dir, KEYS)).close();
  });

  it('goes to one only of many that ask at once, even over a dead lock', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 1);
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(lockIn(dir), holder({ pid }));
    const asked = await Promise.all(Array.from({ length: 8 }, () => openJournal(dir, KEYS)));
    const opened = asked.filter(result => result.ok);
    expect(opened.length).toBe(1);
    for (const result of asked) {
      if (!result.ok) expect(result.error.code).toBe('journal/locked');
    }
    for (const result of opened) await expectOk(result).close();
  });

  it('is not taken from a process that runs, nor from another machine, unless a person says so', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 1);
    for (const parts of [{ pid: process.ppid }, { host: 'another-machine', pid: 999_999_999 }]) {
      await writeFile(lockIn(dir), holder(parts));
      expect(await openJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/locked', ...parts } });
      await expectOk(await openJournal(dir, KEYS, { breakLock: true })).close();
    }
  });

  it('is taken from a process whose number was given out again', async ctx => {
    if (process.platform !== 'linux') return ctx.skip('only Linux tells when a process started');
    const dir = await tempFolder();
    await writtenJournal(dir, 1);
    await writeFile(lockIn(dir), holder({ pid: process.ppid, started: 'an earlier boot/1' }));
    await expectOk(await openJournal(dir, KEYS)).close();
  });

  it('left half written by a crash is taken after a while', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 1);
    await writeFile(lockIn(dir), '{"pid":');
    expect(await openJournal(dir, KEYS)).toMatchObject({ error: { code: 'journal/locked' } });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lockIn(dir), longAgo, longAgo);
    await expectOk(await openJournal(dir, KEYS)).close();
  });

  it('of somebody else is not removed at closing', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 1);
    const journal = expectOk(await openJournal(dir, KEYS));
    await writeFile(lockIn(dir), holder({}));
    await journal.close();
    expect(await readFile(lockIn(dir), 'utf8')).toContain('made up');
  });
});
