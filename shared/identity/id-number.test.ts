import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import { checkIdNumber, idNumberCheck, maskIdNumber, normalIdNumber, readIdNumber } from './id-number.ts';

/** Valid numbers, in the order of the standard: area, birth date, serial, check. */
const validNumber = fc
  .record({
    area: fc.integer({ min: 110_000, max: 659_999 }),
    birth: fc.integer({ min: 0, max: 40_000 }).map(days => addDays(plainDate('1900-01-01'), days)),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, birth, serial }) => {
    const body = `${area}${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return { number: body + idNumberCheck(body), birth, serial };
  });

describe('a citizen’s number', () => {
  it('passes with the examples of the standard', () => {
    expect(checkIdNumber('11010519491231002X')).toBeUndefined();
    expect(checkIdNumber('440524188001010014')).toBeUndefined();
  });

  it('is read in full width, with blanks, and with a small x', () => {
    expect(normalIdNumber(' １１０１０５ 19491231 002ｘ\u200B')).toBe('11010519491231002X');
    expect(checkIdNumber('110105-19491231-002x')).toBeUndefined();
  });

  it('says birth date, sex and area', () => {
    expect(readIdNumber('11010519491231002x')).toEqual({
      area: '110105',
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(readIdNumber('440524188001010014')?.sex).toBe('male');
    expect(readIdNumber('110105194912310021')).toBeUndefined();
    expect(readIdNumber('')).toBeUndefined();
  });

  it('says how many digits are missing or too many', () => {
    expect(checkIdNumber('11010519491231002')).toEqual({ finding: 'length', missing: 1 });
    expect(checkIdNumber('110105491231002')).toEqual({ finding: 'length', missing: 3 });
    expect(checkIdNumber('1101051949123100211')).toEqual({ finding: 'length', missing: -1 });
  });

  it('says what else looks wrong', () => {
    expect(checkIdNumber('11010519491231002Y')).toEqual({ finding: 'characters' });
    expect(checkIdNumber('1101051949123100X2')).toEqual({ finding: 'characters' });
    expect(checkIdNumber('没带')).toEqual({ finding: 'characters' });
    expect(checkIdNumber('110105194902310021')).toEqual({ finding: 'birth-date' });
    expect(checkIdNumber('110105194912310021')).toEqual({ finding: 'checksum' });
    expect(checkIdNumber('11010519491231002X', plainDate('1949-12-30'))).toEqual({ finding: 'birth-date' });
    expect(checkIdNumber('11010519491231002X', plainDate('1949-12-31'))).toBeUndefined();
  });

  it('says nothing of an empty cell', () => {
    expect(checkIdNumber('  ')).toBeUndefined();
  });

  it('passes whenever it was made by the rule, and is read back', () => {
    fc.assert(
      fc.property(validNumber, ({ number, birth, serial }) => {
        expect(checkIdNumber(number)).toBeUndefined();
        expect(readIdNumber(number)).toEqual({
          area: number.slice(0, 6),
          birthDate: birth,
          sex: serial % 2 === 1 ? 'male' : 'female',
        });
      }),
    );
  });

  it('fails with any single digit changed', () => {
    fc.assert(
      fc.property(validNumber, fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
        const old = number.charAt(at);
        const changed = old === 'X' ? String(by) : String((Number(old) + by) % 10);
        expect(checkIdNumber(number.slice(0, at) + changed + number.slice(at + 1))).toBeDefined();
      }),
    );
  });

  it('fails with two different neighbours swapped', () => {
    fc.assert(
      fc.property(validNumber, fc.nat({ max: 15 }), ({ number }, at) => {
        const [a, b] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(a !== b);
        expect(checkIdNumber(number.slice(0, at) + b + a + number.slice(at + 2))).toBeDefined();
      }),
    );
  });

  it('shows four characters at either end when masked', () => {
    expect(maskIdNumber('11010519491231002x')).toBe('1101**********002X');
    expect(maskIdNumber('110105491231002')).toBe('1101*******1002');
    expect(maskIdNumber('E12345678')).toBe('E1*****78');
    expect(maskIdNumber('1234567')).toBe('*******');
    expect(maskIdNumber('')).toBe('');
  });
});
