import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testKey } from '../testing/store.fixture.ts';
import { seal, unseal, type Place } from './seal.ts';
import { importStoreKey } from './store-key.ts';

const place: Place = { table: 'cases', id: '01J' };

describe('a sealed value', () => {
  it('opens to what was sealed, for any plain data', async () => {
    const key = await testKey();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async value => {
        const sealed = await seal(key, place, value);
        expect(await unseal(key, place, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50 },
    );
  });

  it('shows nothing of the text and looks different every time', async () => {
    const key = await testKey();
    const [one, two] = await Promise.all([seal(key, place, '李样本'), seal(key, place, '李样本')]);
    expect(Buffer.from(one.data).toString('utf8')).not.toContain('李样本');
    expect(Buffer.from(one.data)).not.toEqual(Buffer.from(two.data));
    expect(one.iv).not.toEqual(two.iv);
  });

  it('opens in its own place only, with its own key only, and unchanged only', async () => {
    const key = await testKey();
    const sealed = await seal(key, place, { facts: '范例' });
    await expect(unseal(key, { table: 'cases', id: '01K' }, sealed)).rejects.toThrow();
    await expect(unseal(key, { table: 'events', id: '01J' }, sealed)).rejects.toThrow();
    await expect(unseal(await testKey(8), place, sealed)).rejects.toThrow();
    const flipped = new Uint8Array(sealed.data.slice(0));
    flipped[0] = flipped[0]! ^ 1;
    await expect(unseal(key, place, { ...sealed, data: flipped.buffer })).rejects.toThrow();
  });
});

describe('the key of the store', () => {
  it('leaves no bytes behind and cannot be read out', async () => {
    const bytes = new Uint8Array(32).fill(9);
    const key = await importStoreKey(bytes);
    expect(bytes.every(byte => byte === 0)).toBe(true);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('has 32 bytes, and others are zeroed all the same', async () => {
    const bytes = new Uint8Array(16).fill(9);
    await expect(importStoreKey(bytes)).rejects.toThrow('32 bytes');
    expect(bytes.every(byte => byte === 0)).toBe(true);
  });
});
