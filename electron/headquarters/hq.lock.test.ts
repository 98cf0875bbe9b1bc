import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { withLock } from './hq.lock.ts';

const work = (): Promise<string> => Promise.resolve('done');

/** A lock as it lies there since so many seconds. */
async function lockOf(text: string, seconds: number): Promise<string> {
  const lock = path.join(await tempFolder(), 'lock');
  await writeFile(lock, text);
  const then = Date.now() / 1000 - seconds;
  await utimes(lock, then, then);
  return lock;
}

describe('the lock of a headquarters', () => {
  it.each([
    ['', 'before it signed its lock'],
    ['1', 'while it signed its lock'],
  ])('left as "%s" by a process that was killed %s keeps nobody out for ever', async text => {
    const lock = await lockOf(text, 60);
    expect(await withLock(lock, work)).toBe('done');
    expect(await readdir(path.dirname(lock))).toEqual([]);
  });

  it.each(['', '1'])('left as "%s" just now is being signed and is left alone', async text => {
    const lock = await lockOf(text, 0);
    await expect(withLock(lock, work)).rejects.toMatchObject({ code: 'hq/busy' });
  });

  it('signed by a process that runs is held, however old it is, and by one that ended it is not', async () => {
    const held = await lockOf(`${process.ppid}\n`, 3600);
    await expect(withLock(held, work)).rejects.toMatchObject({ code: 'hq/busy' });
    expect(await withLock(await lockOf('4194305\n', 0), work)).toBe('done');
  });
});
