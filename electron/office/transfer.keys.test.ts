import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bech32 } from '../keys/bech32.ts';
import { describe, expect, it } from 'vitest';
import { parseIdentityFile } from '../bundles/age.identity.ts';
import { hasTool } from '../bundles/tools.fixture.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { transferIdentity, transferRecipient } from './transfer.keys.ts';

const keysOf = (seed: string) => ({
  subkey: (label: string) => createHash('sha256').update(`${seed}/${label}`).digest(),
});

describe('the key that cases are sent to', () => {
  it('is the same whenever it is derived, another one in each office, and an identity of age', async () => {
    const [one, other] = [keysOf('one'), keysOf('other')];
    expect(transferIdentity(one)).toBe(transferIdentity(one));
    expect(transferIdentity(one)).not.toBe(transferIdentity(other));
    expect(parseIdentityFile(`${transferIdentity(one)}\n`)).toEqual([transferIdentity(one)]);
    expect(await transferRecipient(one)).toMatch(/^age1[02-9ac-hj-np-z]{58}$/);
  });

  it.runIf(hasTool('age') && hasTool('age-keygen'))('is what age itself makes of it', async () => {
    const folder = await tempFolder();
    for (const seed of ['one', 'two', 'three', 'four', 'five']) {
      const keys = keysOf(seed);
      const file = path.join(folder, `${seed}.key`);
      await writeFile(file, `${transferIdentity(keys)}\n`, { mode: 0o600 });
      const recipient = await transferRecipient(keys);
      expect(execFileSync('age-keygen', ['-y', file], { encoding: 'utf8' }).trim()).toBe(recipient);
      const sealed = execFileSync('age', ['-r', recipient], { input: '试填' });
      expect(execFileSync('age', ['-d', '-i', file], { input: sealed, encoding: 'utf8' })).toBe('试填');
    }
  });

  it('is written as BIP 173 writes it', () => {
    // The valid strings of the standard that hold whole bytes or none.
    expect(bech32('a', new Uint8Array(0))).toBe('a12uel5l');
    const bytes = Uint8Array.from(Buffer.from('00443214c74254b635cf84653a56d7c675be77df', 'hex'));
    expect(bech32('abcdef', bytes)).toBe('abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw');
  });
});
