import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { failingFiles, type DiskCall } from './failing-files.fixture.ts';
import { freeSpace, spaceLevel } from './free-space.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readWithFallback } from './read-with-fallback.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import { atDisk, storageError } from './storage-error.ts';
import { tempFolder, tinyDisk } from './temp-folder.fixture.ts';
import { writeFileSafely } from './write-file-safely.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const isGood = (content: Buffer): boolean => content.toString().startsWith('good');
const parseGood = (content: Buffer): string | undefined => (isGood(content) ? content.toString() : undefined);
const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });

describe('writing a file safely', () => {
  it('replaces the content and leaves no temporary file', async () => {
    const dir = await tempFolder();
    const file = path.join(dir, 'a.json');
    expectOk(await writeFileSafely(file, bytes('one')));
    expectOk(await writeFileSafely(file, bytes('two')));
    expect(await readFile(file, 'utf8')).toBe('two');
    expect(await readdir(dir)).toEqual(['a.json']);
  });

  it.each<[DiskCall, string, string]>([
    ['open', 'EACCES', 'storage/denied'],
    ['write', 'ENOSPC', 'storage/disk-full'],
    ['sync', 'EIO', 'storage/gone'],
    ['rename', 'EROFS', 'storage/read-only'],
  ])('keeps the old content when %s fails with %s', async (call, errno, code) => {
    const dir = await tempFolder();
    const file = path.join(dir, 'a.json');
    expectOk(await writeFileSafely(file, bytes('old')));
    const syncs: string[] = [];
    const files = failingFiles((made, on) => {
      if (made === 'sync') syncs.push(on);
      return made === call ? { errno, bytesFirst: 1 } : undefined;
    });
    const result = await writeFileSafely(file, bytes('new'), { files });
    expect(result).toMatchObject({ ok: false, error: { code, cause: { code: errno } } });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(dir)).toEqual(['a.json']);
    expect(new Set(syncs).size).toBe(syncs.length);
  });

  it('finishes a write that the disk took in parts', async () => {
    const dir = await tempFolder();
    const file = path.join(dir, 'a.json');
    const files = failingFiles(() => undefined);
    const open: typeof files.open = async (...args) => {
      const handle = await files.open(...args);
      return new Proxy(handle, {
        get: (target, name) =>
          name === 'write'
            ? (part: Uint8Array, offset: number, length: number, position: number) =>
                target.write(part, offset, Math.min(3, length), position)
            : (Reflect.get(target, name) as unknown),
      });
    };
    expectOk(await writeFileSafely(file, bytes('longer than three'), { files: { ...files, open } }));
    expect(await readFile(file, 'utf8')).toBe('longer than three');
  });

  it('throws a bug instead of calling it a fault of the disk', async () => {
    await expect(atDisk(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  });

  it('keeps the previous generation, but never pushes out a good one with a damaged one', async () => {
    const file = path.join(await tempFolder(), 'a.json');
    for (const content of ['good 1', 'good 2']) {
      expectOk(await writeFileSafely(file, bytes(content), { keepPrevious: isGood }));
    }
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('good 1');
    await writeFile(file, 'bad');
    expectOk(await writeFileSafely(file, bytes('good 3'), { keepPrevious: isGood }));
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('good 1');
    expect(await readFile(file, 'utf8')).toBe('good 3');
  });
});

describe('reading with a fallback', () => {
  it('takes the previous generation when the file is damaged or missing, and says so', async () => {
    const file = path.join(await tempFolder(), 'a.json');
    await writeFile(`${file}.bak`, 'good old');
    expect(await readWithFallback(file, parseGood)).toEqual({
      ok: true,
      value: { value: 'good old', from: 'previous' },
    });
    await writeFile(file, 'bad');
    expect(await readWithFallback(file, parseGood)).toMatchObject({ value: { from: 'previous' } });
    await writeFile(file, 'good new');
    expect(await readWithFallback(file, parseGood)).toMatchObject({ value: { value: 'good new' } });
  });

  it('tells a damaged file from one that never was', async () => {
    const file = path.join(await tempFolder(), 'a.json');
    expect(await readWithFallback(file, parseGood)).toMatchObject({ error: { code: 'storage/missing' } });
    await writeFile(file, 'bad');
    expect(await readWithFallback(file, parseGood)).toMatchObject({ error: { code: 'storage/damaged' } });
  });

  it('does not go back a generation because something else stands where the file should be', async () => {
    const file = path.join(await tempFolder(), 'a.json');
    await mkdir(file);
    await writeFile(`${file}.bak`, 'good old');
    expect(await readWithFallback(file, parseGood)).toMatchObject({ error: { code: 'storage/denied' } });
  });
});

describe('the disk', () => {
  it('is waited for on Windows while something else holds the file, and nowhere else', async () => {
    let tries = 0;
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    const busyTwice = (): Promise<string> =>
      ++tries < 3 ? Promise.reject(systemError('EBUSY')) : Promise.resolve('done');
    expect(await retryWhileBusy(busyTwice, { platform: 'win32', wait })).toBe('done');
    expect(waits).toEqual([10, 20]);
    const never = (): Promise<string> => Promise.reject(systemError('EPERM'));
    await expect(retryWhileBusy(never, { platform: 'linux', wait })).rejects.toThrow('EPERM');
    await expect(retryWhileBusy(never, { platform: 'win32', wait })).rejects.toThrow('EPERM');
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(12_000);
  });

  it('is full, low or well at the stated limits', async () => {
    expect(spaceLevel(1024 ** 3)).toBe('ok');
    expect(spaceLevel(1024 ** 3 - 1)).toBe('low');
    expect(spaceLevel(200 * 1024 ** 2)).toBe('low');
    expect(spaceLevel(200 * 1024 ** 2 - 1)).toBe('read-only');
    const dir = await tempFolder();
    const space = expectOk(await freeSpace(dir, { warnBelow: Infinity, readOnlyBelow: 0 }));
    expect(space.level).toBe('low');
    expect(await freeSpace(path.join(dir, 'not there'))).toMatchObject({ error: { code: 'storage/gone' } });
  });

  it('gives each errno one code', () => {
    const codes = ['ENOSPC', 'EROFS', 'ENODEV', 'EMFILE', 'EUCLEAN'].map(
      errno => storageError(systemError(errno)).code,
    );
    expect(codes).toEqual([
      'storage/disk-full',
      'storage/read-only',
      'storage/gone',
      'storage/denied',
      'storage/damaged',
    ]);
  });

  it('loses nothing when it is really full', async ctx => {
    const dir = await tinyDisk(64 * 1024);
    if (!dir) return ctx.skip('this user may not mount a small disk');
    const file = path.join(dir, 'a.bin');
    expectOk(await writeFileSafely(file, Buffer.alloc(16 * 1024, 1)));
    const refused = await writeFileSafely(file, Buffer.alloc(128 * 1024, 2));
    expect(refused).toMatchObject({ error: { code: 'storage/disk-full' } });
    expect(await readFile(file)).toEqual(Buffer.alloc(16 * 1024, 1));
    expectOk(await writeFileSafely(file, Buffer.alloc(16 * 1024, 3)));
  });
});

describe('one at a time', () => {
  it('keeps the order and goes on after a failure', async () => {
    const queue = oneAtATime();
    const log: number[] = [];
    const slow = queue(async () => {
      await new Promise(resolve => setImmediate(resolve));
      log.push(1);
    });
    const bad = queue(() => Promise.reject(new Error('no')));
    const last = queue(() => Promise.resolve(log.push(2)));
    await expect(bad).rejects.toThrow('no');
    await Promise.all([slow, last]);
    expect(log).toEqual([1, 2]);
  });
});
