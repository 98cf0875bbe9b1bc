import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { newRecoveryKey, parseRecoveryKey, RECOVERY_KEY_BITS } from './recovery-key.ts';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const anyKey = fc
  .uint8Array({ minLength: 30, maxLength: 30 })
  .map(bytes => newRecoveryKey(() => bytes).replaceAll(' ', ''));
const place = fc.integer({ min: 0, max: 31 });
const symbol = place.map(at => ALPHABET.charAt(at));
const put = (text: string, at: number, character: string): string =>
  text.slice(0, at) + character + text.slice(at + 1);

describe('a recovery key', () => {
  it('is eight groups of four without 0, 1, O and I, and at least 128 bits of chance', () => {
    expect(newRecoveryKey(randomBytes)).toMatch(/^([2-9A-HJ-NP-Z]{4} ){7}[2-9A-HJ-NP-Z]{4}$/);
    expect(RECOVERY_KEY_BITS).toBeGreaterThanOrEqual(128);
    expect(newRecoveryKey(randomBytes)).not.toBe(newRecoveryKey(randomBytes));
  });

  it('is read in small letters, with any spaces and hyphens, and in full width', () => {
    fc.assert(
      fc.property(anyKey, key => {
        const wanted = expectOk(parseRecoveryKey(key));
        expect(wanted.replaceAll(' ', '')).toBe(key);
        const groups = wanted.split(' ');
        const wide = key.replace(/./g, one => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
        for (const typed of [key.toLowerCase(), groups.join('-'), ` ${groups.join('–')}\n`, wide]) {
          expect(parseRecoveryKey(typed)).toEqual({ ok: true, value: wanted });
        }
      }),
    );
  });

  it('notices any one wrong character and says in which group it stands', () => {
    fc.assert(
      fc.property(anyKey, place, symbol, (key, at, character) => {
        fc.pre(key.charAt(at) !== character);
        expect(parseRecoveryKey(put(key, at, character))).toEqual({
          ok: false,
          error: { code: 'keys/recovery-typo', group: Math.floor(at / 4) + 1 },
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('notices any two exchanged characters, neighbours or not, and any two wrong ones', () => {
    fc.assert(
      fc.property(anyKey, place, place, symbol, symbol, (key, a, b, one, other) => {
        const exchanged = put(put(key, a, key.charAt(b)), b, key.charAt(a));
        fc.pre(exchanged !== key);
        expect(parseRecoveryKey(exchanged)).toMatchObject({ error: { code: 'keys/recovery-typo' } });
        const changed = put(put(key, a, one), b, other);
        if (changed !== key) expect(parseRecoveryKey(changed).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('says which group holds a character that is in no key, and how many characters there are', () => {
    const key = newRecoveryKey(randomBytes).replaceAll(' ', '');
    expect(parseRecoveryKey(put(key, 9, 'O'))).toMatchObject({
      error: { code: 'keys/recovery-character', group: 3 },
    });
    expect(parseRecoveryKey(key.slice(1))).toMatchObject({
      error: { code: 'keys/recovery-length', characters: 31 },
    });
    expect(parseRecoveryKey('')).toMatchObject({ error: { code: 'keys/recovery-length', characters: 0 } });
  });
});
