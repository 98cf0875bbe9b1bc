import { mkdtemp, mkdir, readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyForRun, FolderInUse, MARKER } from './empty-folder.ts';

const folder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'phoenix-empty-'));

describe('emptying the folder of a run', () => {
  it('makes one that is not there, and empties it the next time', async () => {
    const place = path.join(await folder(), 'new/run');
    await emptyForRun(place);
    await writeFile(path.join(place, 'log.ndjson'), 'x');
    await emptyForRun(place);
    expect(await readdir(place)).toEqual([MARKER]);
  });

  it('leaves alone what it did not make', async () => {
    const place = await folder();
    await writeFile(path.join(place, 'thesis.txt'), 'x');
    await expect(emptyForRun(place)).rejects.toThrow(FolderInUse);
    await expect(emptyForRun(path.join(place, 'thesis.txt'))).rejects.toThrow(FolderInUse);
    expect(await readdir(place)).toEqual(['thesis.txt']);
  });

  it('never touches where one stands, what is above it, or the home', async () => {
    for (const place of ['.', '..', path.parse(process.cwd()).root, os.homedir(), path.dirname(os.homedir())])
      await expect(emptyForRun(place)).rejects.toThrow(FolderInUse);
  });

  it('takes an empty folder', async () => {
    const place = await folder();
    await mkdir(place, { recursive: true });
    await emptyForRun(place);
    expect(await readdir(place)).toEqual([MARKER]);
  });
});
