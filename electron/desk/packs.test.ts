import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { readPacks } from './packs.ts';

vi.mock('electron-log/main', () => ({ default: {} }));

const shipped = path.resolve(import.meta.dirname, '../../resources');
let resources: string;
let main: string;

beforeEach(async () => {
  resources = await tempFolder();
  const pack = path.join(resources, 'procedures/phoenix-community');
  main = path.join(pack, 'procedure.yaml');
  await cp(path.join(shipped, 'procedures/phoenix-community'), pack, { recursive: true });
  await mkdir(path.join(resources, 'calendars'));
});

const names = async () => {
  const { procedures, broken } = await readPacks(resources);
  return { read: procedures.map(({ id }) => id), broken: broken.map(({ pack }) => pack) };
};

describe('reading the packs again', () => {
  it('parses none whose files are as they were', async () => {
    const [first] = (await readPacks(resources)).procedures;
    const [again] = (await readPacks(resources)).procedures;
    expect(first?.id).toBe('phoenix-community');
    expect(again).toBe(first);
  });

  it('sees what was changed, broken, mended, added and taken away', async () => {
    const text = await readFile(main, 'utf8');
    const hash = (await readPacks(resources)).procedures[0]?.hash;
    await writeFile(main, `${text}\n# changed\n`);
    expect((await readPacks(resources)).procedures[0]?.hash).not.toBe(hash);

    await writeFile(main, 'id: [');
    expect(await names()).toEqual({ read: [], broken: ['phoenix-community'] });
    await writeFile(main, text);
    expect(await names()).toEqual({ read: ['phoenix-community'], broken: [] });

    const form = path.join(path.dirname(main), 'forms/stranger.yaml');
    await writeFile(form, 'id: other');
    expect(await names()).toEqual({ read: [], broken: ['phoenix-community'] });
    await rm(form);
    expect((await readPacks(resources)).procedures[0]?.hash).toBe(hash);
  });
});
