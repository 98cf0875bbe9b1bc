import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { readStoreMark, writeStoreMark, type StoreMark } from './store-mark.ts';

const MARK: StoreMark = {
  storeId: '01KAMADEUPSTOREID000000000',
  projectionVersion: 3,
  head: { seq: 41, hash: 'ab'.repeat(32) },
  count: 17,
  runtimeMajor: 45,
};

describe('the mark of the working store', () => {
  it('is missing before there is a store, and then says what was last written', async () => {
    const dir = await tempFolder();
    expect(expectOk(await readStoreMark(dir))).toEqual({ state: 'missing' });
    expectOk(await writeStoreMark(dir, { ...MARK, count: 16 }));
    expectOk(await writeStoreMark(dir, MARK));
    expect(expectOk(await readStoreMark(dir))).toEqual({ state: 'present', mark: MARK });
  });

  it('says that it is damaged when any byte was changed or the file was cut', async () => {
    const dir = await tempFolder();
    const file = path.join(dir, 'store.mark');
    expectOk(await writeStoreMark(dir, MARK));
    const good = await readFile(file);
    for (let at = 0; at < good.length - 1; at += 5) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 1;
      await writeFile(file, bad);
      expect(expectOk(await readStoreMark(dir))).toEqual({ state: 'damaged' });
    }
    for (const length of [0, 1, good.length - 5]) {
      await writeFile(file, good.subarray(0, length));
      expect(expectOk(await readStoreMark(dir))).toEqual({ state: 'damaged' });
    }
  });

  it('that cannot be read is a fault of the disk, not a missing one', async () => {
    const dir = await tempFolder();
    await mkdir(path.join(dir, 'store.mark'));
    expect(await readStoreMark(dir)).toMatchObject({ error: { code: 'storage/denied' } });
  });
});
