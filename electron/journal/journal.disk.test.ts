import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { failingFiles, type DiskCall, type DiskFault } from '#electron/files/failing-files.fixture.ts';
import type { FilePort } from '#electron/files/file-port.ts';
import { tempFolder, tinyDisk } from '#electron/files/temp-folder.fixture.ts';
import { KEYS, payloadOf, recordsOf, reopened, textsOf, writtenJournal } from './journal.fixture.ts';
import { createJournal, openJournal } from './journal.open.ts';

/** A disk whose journal file fails from the moment a fault is set. */
function switchableDisk(): { files: FilePort; fail: (faults: Partial<Record<DiskCall, DiskFault>>) => void } {
  let faults: Partial<Record<DiskCall, DiskFault>> = {};
  const files = failingFiles((call, file) => (file.endsWith('.pdj') ? faults[call] : undefined));
  return {
    files,
    fail: next => {
      faults = next;
    },
  };
}

describe('a disk that fails under the journal', () => {
  it.each<[string, Partial<Record<DiskCall, DiskFault>>, string]>([
    ['is full before the first byte', { write: { errno: 'ENOSPC' } }, 'storage/disk-full'],
    ['is full inside a record', { write: { errno: 'ENOSPC', bytesFirst: 70 } }, 'storage/disk-full'],
    ['does not sync', { sync: { errno: 'EIO' } }, 'storage/gone'],
    ['became read-only', { write: { errno: 'EROFS' } }, 'storage/read-only'],
    [
      'is full and cannot be cut back either',
      { write: { errno: 'ENOSPC', bytesFirst: 70 }, truncate: { errno: 'EIO' } },
      'storage/disk-full',
    ],
  ])(
    'because it %s: the append is refused, and all further ones until it is opened again',
    async (_, faults, code) => {
      const dir = await tempFolder();
      const { files, fail } = switchableDisk();
      const journal = expectOk(await createJournal(dir, KEYS, { files }));
      expectOk(await journal.append(payloadOf(1)));
      fail(faults);
      const [second, third] = await Promise.all([journal.append(payloadOf(2)), journal.append(payloadOf(3))]);
      expect(second).toMatchObject({ error: { code } });
      expect(third).toEqual({ ok: false, error: { code: 'journal/stopped' } });
      fail({});
      expect(await journal.append(payloadOf(2))).toMatchObject({ error: { code: 'journal/stopped' } });
      expect(journal.head().seq).toBe(1);
      expect((await recordsOf(journal)).length).toBe(1);
      await journal.close();
      await reopened(dir, async again => {
        expect(await textsOf(again)).toEqual([payloadOf(1).toString()]);
        expect(again.tornTail !== undefined).toBe('truncate' in faults);
        expectOk(await again.append(payloadOf(2), { after: 1 }));
        expectOk(await again.verify());
      });
    },
  );

  it('answers a save only after the sync', async () => {
    const calls: string[] = [];
    const files = failingFiles((call, file) => {
      if (file.endsWith('.pdj')) calls.push(call);
      return undefined;
    });
    const dir = await tempFolder();
    const journal = expectOk(await createJournal(dir, KEYS, { files }));
    calls.length = 0;
    await journal.append(payloadOf(1)).then(() => calls.push('answered'));
    expect(calls).toEqual(['write', 'sync', 'answered']);
    await journal.close();
  });

  it('and is really full: nothing acknowledged is lost, and it goes on when there is space again', async ctx => {
    const disk = await tinyDisk(512 * 1024);
    if (!disk) return ctx.skip('this user may not mount a small disk');
    const dir = path.join(disk, 'journal');
    const ballast = path.join(disk, 'ballast');
    await writeFile(ballast, Buffer.alloc(256 * 1024));
    const journal = expectOk(await createJournal(dir, KEYS));
    const payload = Buffer.alloc(20_000, 7);
    let saved = 0;
    for (;;) {
      const result = await journal.append(payload);
      if (!result.ok) {
        expect(result.error).toMatchObject({ code: 'storage/disk-full' });
        break;
      }
      saved = result.value.seq;
    }
    expect(saved).toBeGreaterThan(3);
    await journal.close();
    await rm(ballast);
    await reopened(dir, async again => {
      const records = await recordsOf(again);
      expect(records.map(({ seq }) => seq)).toEqual(Array.from({ length: saved }, (__, i) => i + 1));
      expect(records.every(record => record.payload.equals(payload))).toBe(true);
      expect(expectOk(await again.append(payload)).seq).toBe(saved + 1);
    });
  });

  it('may refuse the head note and nothing is lost', async () => {
    const dir = await tempFolder();
    const files = failingFiles((call, file) =>
      call === 'write' && file.endsWith('.head') ? { errno: 'ENOSPC' } : undefined,
    );
    const journal = expectOk(await createJournal(dir, KEYS, { files }));
    for (let n = 1; n <= 3; n++) expectOk(await journal.append(payloadOf(n)));
    await journal.close();
    await reopened(dir, async again => {
      expect((await recordsOf(again)).length).toBe(3);
    });
  });

  it('that takes no new files gives a clear code and the old journal stays', async () => {
    const dir = await tempFolder();
    await writtenJournal(dir, 2);
    const before = await readFile(path.join(dir, 'journal.pdj'));
    for (const [errno, code] of [
      ['EACCES', 'storage/denied'],
      ['EROFS', 'storage/read-only'],
      ['ENOSPC', 'storage/disk-full'],
    ] as const) {
      const files = failingFiles((call, file) =>
        call === 'open' && file.endsWith('.lock') ? { errno } : undefined,
      );
      expect(await openJournal(dir, KEYS, { files })).toMatchObject({ error: { code } });
    }
    expect(await readFile(path.join(dir, 'journal.pdj'))).toEqual(before);
    expect((await readdir(dir)).sort()).toEqual(['journal.head', 'journal.pdj', 'journal.recent']);
  });
});
