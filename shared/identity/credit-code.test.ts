import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCodeCheck, normalCreditCode } from './credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const validCode = fc
  .array(fc.constantFrom(...Array.from(ALPHABET)), { minLength: 17, maxLength: 17 })
  .map(characters => characters.join('') + creditCodeCheck(characters.join('')));

describe('a unified social credit code', () => {
  it.each(['91110108551385082Q', '91110000600037341L', '92110101MA000004X0', 'N2110101MF0000005E'])(
    '%s passes, be the check 0 or the first character a letter',
    code => {
      expect(checkCreditCode(code)).toBeUndefined();
    },
  );

  it('is read in full width, with blanks, in small letters', () => {
    expect(normalCreditCode('９１１１ 0108 5513 85082q')).toBe('91110108551385082Q');
    expect(checkCreditCode('91110108-55138508-2q')).toBeUndefined();
  });

  it('names the characters that no code has', () => {
    expect(checkCreditCode('9111O1O8551385082I')).toEqual({ finding: 'characters', found: 'OI' });
  });

  it('says how many characters are missing or too many', () => {
    expect(checkCreditCode('91110108551385082')).toEqual({ finding: 'length', missing: 1 });
    expect(checkCreditCode('91110108551385082QQQ')).toEqual({ finding: 'length', missing: -2 });
  });

  it('is checked, and an empty cell is not', () => {
    expect(checkCreditCode('91110108551385083Q')).toEqual({ finding: 'checksum' });
    expect(checkCreditCode('')).toBeUndefined();
  });

  it('passes whenever it was made by the rule', () => {
    fc.assert(
      fc.property(validCode, code => {
        expect(checkCreditCode(code)).toBeUndefined();
      }),
    );
  });

  it('fails with any single character changed', () => {
    fc.assert(
      fc.property(validCode, fc.nat({ max: 17 }), fc.integer({ min: 1, max: 30 }), (code, at, by) => {
        const changed = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + by) % 31);
        expect(checkCreditCode(code.slice(0, at) + changed + code.slice(at + 1))).toEqual({
          finding: 'checksum',
        });
      }),
    );
  });
});
