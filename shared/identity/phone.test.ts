import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone, maskPhone, normalPhone, readablePhone, readPhone } from './phone.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from('0123456789')), { minLength: length, maxLength: length })
    .map(all => all.join(''));

const mobile = fc
  .tuple(fc.constantFrom('13', '14', '15', '16', '17', '18', '19'), digits(9))
  .map(parts => parts.join(''));

const landline = fc.oneof(
  fc.tuple(fc.constantFrom('010', '021', '029'), fc.constantFrom('2', '5', '8'), digits(7)),
  fc.tuple(fc.constantFrom('0371', '0755', '0998'), fc.constantFrom('2', '6', '8'), digits(6)),
  fc.tuple(fc.constantFrom('0371', '0755', '0998'), fc.constantFrom('2', '6', '8'), digits(7)),
);

describe('a mobile number', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '１３８００１３８０００',
    '+86 138 0013 8000',
    '(+86)13800138000',
    '0086-13800138000',
    '8613800138000',
    '013800138000',
    '\u202A13800138000\u202C',
  ])('is read as written: %s', text => {
    expect(checkPhone(text)).toBeUndefined();
    expect(normalPhone(text)).toBe('13800138000');
    expect(readPhone(text).kind).toBe('mobile');
  });

  it('says how many digits are missing or too many', () => {
    expect(checkPhone('1380013800')).toEqual({ finding: 'length', missing: 1 });
    expect(checkPhone('138001380001')).toEqual({ finding: 'length', missing: -1 });
    expect(checkPhone('138')).toEqual({ finding: 'length', missing: 8 });
  });

  it('is grouped for reading, and masked, without losing what was typed', () => {
    expect(readablePhone('13800138000', 'zh-CN')).toBe('138 0013 8000');
    expect(readablePhone('1380013', 'zh-CN')).toBe('138 0013');
    expect(readablePhone('138001380001', 'zh-CN')).toBe('138 0013 80001');
    expect(maskPhone('13800131234')).toBe('138****1234');
    expect(maskPhone('1380013800')).toBe('**********');
  });
});

describe('a fixed line', () => {
  it.each([
    ['010-55550123', '010-55550123', '010 5555 0123'],
    ['（010）5555 0123', '010-55550123', '010 5555 0123'],
    ['+86 10 5555 0123', '010-55550123', '010 5555 0123'],
    ['+86-371-5555012', '0371-5555012', '0371 555 5012'],
    ['0371—55550123', '0371-55550123', '0371 5555 0123'],
    ['010-55550123-123', '010-55550123-123', '010 5555 0123 转 123'],
    ['010-5555-0123-123', '010-55550123-123', '010 5555 0123 转 123'],
    ['010-5555-0123', '010-55550123', '010 5555 0123'],
    ['010-55550123转123', '010-55550123-123', '010 5555 0123 转 123'],
    ['010 55550123 转分机 8001', '010-55550123-8001', '010 5555 0123 转 8001'],
    ['01055550123 ext. 8', '010-55550123-8', '010 5555 0123 转 8'],
    ['010-55550123#8', '010-55550123-8', '010 5555 0123 转 8'],
  ])('is read as written: %s', (text, normal, readable) => {
    expect(checkPhone(text)).toBeUndefined();
    expect(normalPhone(text)).toBe(normal);
    expect(readablePhone(text, 'zh-CN')).toBe(readable);
  });

  it('has its extension in the language of the reader', () => {
    expect(readablePhone('010-55550123-123', 'en')).toBe('010 5555 0123 ext. 123');
  });

  it('says what looks wrong', () => {
    expect(checkPhone('55550123')).toEqual({ finding: 'area-code' });
    expect(checkPhone('5555012')).toEqual({ finding: 'area-code' });
    expect(checkPhone('0371-555501')).toEqual({ finding: 'length', missing: 1 });
    expect(checkPhone('010-5555012')).toEqual({ finding: 'length', missing: 1 });
    expect(checkPhone('010-555501231')).toEqual({ finding: 'length', missing: -1 });
    expect(checkPhone('0371-05550123')).toEqual({ finding: 'unknown' });
  });

  it('hides half of its local number when masked, and its extension', () => {
    expect(maskPhone('010-55550123-123')).toBe('010-****0123');
    expect(maskPhone('0371-5555012')).toBe('0371-****012');
    expect(maskPhone('55550123')).toBe('****0123');
  });
});

describe('other numbers', () => {
  it.each([
    '110',
    '12345',
    '12315',
    '10086',
    '1008611',
    '95588',
    '95105105',
    '96110',
    '0371-12345',
    '010-96156',
  ])('of public services are accepted: %s', text => {
    expect(checkPhone(text)).toBeUndefined();
  });

  it('of toll-free services are grouped their own way, and are no secret', () => {
    expect(checkPhone('400-000-0000')).toBeUndefined();
    expect(readablePhone('4000000000', 'zh-CN')).toBe('400 000 0000');
    expect(maskPhone('400 000 0000')).toBe('4000000000');
    expect(maskPhone('12345')).toBe('12345');
  });

  it('from abroad are kept with their country', () => {
    expect(checkPhone('+852 2345 6789')).toBeUndefined();
    expect(normalPhone('00852-2345-6789')).toBe('+85223456789');
    expect(maskPhone('+852 2345 6789')).toBe('+852******89');
  });

  it('nobody recognises are kept as written, with a warning', () => {
    expect(checkPhone('612345')).toEqual({ finding: 'unknown' });
    expect(checkPhone('问他儿子')).toEqual({ finding: 'characters' });
    expect(checkPhone('13800138000/55550123')).toEqual({ finding: 'characters' });
    expect(normalPhone(' 问他儿子 ')).toBe('问他儿子');
    expect(readablePhone('612345', 'zh-CN')).toBe('612345');
    expect(maskPhone('612345')).toBe('******');
    expect(checkPhone('   ')).toBeUndefined();
    expect(normalPhone('')).toBe('');
  });
});

describe('every phone number', () => {
  it('of a known form passes, whichever way it is parted', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', ' ', '-'),
        fc.constantFrom('', '+86', '0086 '),
        (number, gap, code) => {
          const text = `${code}${number.slice(0, 3)}${gap}${number.slice(3, 7)}${gap}${number.slice(7)}`;
          expect(checkPhone(text)).toBeUndefined();
          expect(normalPhone(text)).toBe(number);
          expect(checkPhone(number.slice(0, -1))).toEqual({ finding: 'length', missing: 1 });
        },
      ),
    );
    fc.assert(
      fc.property(landline, fc.constantFrom('', '-12', '转12'), ([area, first, rest], extension) => {
        const local = first + rest;
        expect(checkPhone(`${area}-${local}${extension}`)).toBeUndefined();
        const expected = extension === '' ? `${area}-${local}` : `${area}-${local}-12`;
        expect(normalPhone(`${area} ${local}${extension}`.replace('-', ' 转'))).toBe(expected);
        expect(normalPhone(`+86 ${area.slice(1)} ${local}`)).toBe(`${area}-${local}`);
      }),
    );
  });

  it('is stored in one form, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), mobile, fc.stringMatching(/^[+0-9 ()转-]{1,20}$/)), text => {
        const normal = normalPhone(text);
        expect(normalPhone(normal)).toBe(normal);
        expect(checkPhone(normal)).toEqual(checkPhone(text));
      }),
    );
  });

  it('of a person hides four digits or more when masked, and loses none when grouped', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          mobile,
          landline.map(parts => parts.join('')),
        ),
        number => {
          expect(maskPhone(number).split('*').length - 1).toBeGreaterThanOrEqual(4);
          expect(readablePhone(number, 'zh-CN').replaceAll(' ', '')).toBe(number);
        },
      ),
    );
  });
});
