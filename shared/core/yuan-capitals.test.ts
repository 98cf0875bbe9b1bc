import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuanInCapitals } from './yuan-capitals.ts';

describe('sums of money in capitals', () => {
  it.each([
    // The examples of 支付结算办法, 附件一, and the edges of groups.
    [1409.5, '人民币壹仟肆佰零玖元伍角整'],
    [6007.14, '人民币陆仟零柒元壹角肆分'],
    [1680.32, '人民币壹仟陆佰捌拾元叁角贰分'],
    [107000.53, '人民币壹拾万零柒仟元伍角叁分'],
    [16409.02, '人民币壹万陆仟肆佰零玖元零贰分'],
    [325.04, '人民币叁佰贰拾伍元零肆分'],
    [4000, '人民币肆仟元整'],
    [10, '人民币壹拾元整'],
    [0, '人民币零元整'],
    [0.05, '人民币伍分'],
    [0.5, '人民币伍角整'],
    [10_000, '人民币壹万元整'],
    [100_001, '人民币壹拾万零壹元整'],
    [100_000_000, '人民币壹亿元整'],
    [100_010_000, '人民币壹亿零壹万元整'],
    [1_000_000_001, '人民币壹拾亿零壹元整'],
    [999_999_999_999.99, '人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%d', (yuan, words) => {
    expect(yuanInCapitals(yuan)).toBe(words);
  });

  it('has none for what cannot be paid', () => {
    for (const yuan of [-1, 1e12, 0.005, Number.NaN, Infinity]) expect(yuanInCapitals(yuan)).toBeUndefined();
  });

  it('is read back as the same sum, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), cents => {
        const words = yuanInCapitals(cents / 100) ?? '';
        expect(readBack(words)).toBe(cents);
        expect(words).not.toMatch(/零零|零[拾佰仟万亿]/);
      }),
    );
  });
});

/** Reads capitals as a person does: digit times unit, and 万 and 亿 over what came before. */
function readBack(words: string): number {
  const [yuan = '', rest = ''] = words.includes('元') ? words.slice(3).split('元') : ['', words.slice(3)];
  let [sum, section, digit] = [0, 0, 0];
  for (const char of yuan) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(char);
    const unit = ['拾', '佰', '仟'].indexOf(char);
    if (value >= 0) digit = value;
    else if (unit >= 0) [section, digit] = [section + digit * 10 ** (unit + 1), 0];
    else if (char === '万') [sum, section, digit] = [sum + (section + digit) * 10_000, 0, 0];
    else [sum, section, digit] = [(section + digit) * 100_000_000, 0, 0];
  }
  const small = (unit: string): number =>
    '零壹贰叁肆伍陆柒捌玖'.indexOf(rest[rest.indexOf(unit) - 1] ?? '零') * (rest.includes(unit) ? 1 : 0);
  return (sum + section + digit) * 100 + small('角') * 10 + small('分');
}
