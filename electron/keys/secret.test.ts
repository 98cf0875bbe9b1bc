import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newPersonId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { loadSecret, openSecret, saveSecret, sealSecret } from './secret.ts';
import { unlockedKeys, type UnlockedKeys } from './unlocked-keys.ts';

const someKeys = (): UnlockedKeys =>
  unlockedKeys(
    { keyringId: '00', personId: newPersonId({ nowMs: Date.now, randomBytes }), name: '试填' },
    { data: randomBytes(32), sealed: undefined },
  );

describe('a secret of the office', () => {
  it('comes back under its own label and keys only', () => {
    const keys = someKeys();
    const seed = randomBytes(32);
    const sealed = sealSecret(keys, 'signing-seed', seed);
    expect(openSecret(keys, 'signing-seed', sealed)).toEqual(seed);
    expect(openSecret(keys, 'other', sealed)).toBeUndefined();
    expect(openSecret(someKeys(), 'signing-seed', sealed)).toBeUndefined();
    expect(openSecret(keys, 'signing-seed', sealed.subarray(1))).toBeUndefined();
    expect(openSecret(keys, 'signing-seed', Buffer.alloc(3))).toBeUndefined();
    expect(sealed.includes(seed)).toBe(false);
  });

  it('is kept in a file whose previous generation stands in when it is damaged', async () => {
    const keys = someKeys();
    const file = path.join(await tempFolder(), 'signing.secret');
    expect(await loadSecret(file, keys, 'seed')).toMatchObject({ error: { code: 'storage/missing' } });
    const seed = randomBytes(32);
    expectOk(await saveSecret(file, keys, 'seed', seed));
    expectOk(await saveSecret(file, keys, 'seed', seed));
    const bytes = await readFile(file);
    bytes[20] = bytes[20]! ^ 1;
    await writeFile(file, bytes);
    expect(expectOk(await loadSecret(file, keys, 'seed'))).toEqual(seed);
    await writeFile(`${file}.bak`, bytes);
    expect(await loadSecret(file, keys, 'seed')).toMatchObject({ error: { code: 'storage/damaged' } });
  });
});
