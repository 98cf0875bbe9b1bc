import { describe, expect, it } from 'vitest';
import { typedAmount } from './typed-amount.ts';

describe('a typed amount', () => {
  it.each([
    ['125000', 125_000],
    [' 125,000 ', 125_000],
    ['１２５，０００', 125_000],
    ['12.5', 12.5],
    ['0', 0],
  ])('%s is read', (typed, amount) => {
    expect(typedAmount(typed)).toBe(amount);
  });

  it.each(['', '-3', '12 万', '1.2.3', '1e9', '约100'])('“%s” is none', typed => {
    expect(typedAmount(typed)).toBeUndefined();
  });
});
