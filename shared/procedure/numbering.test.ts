import { describe, expect, it } from 'vitest';
import { formatNumber, NumberSeries } from './numbering.ts';

const series = (pattern: string): NumberSeries => NumberSeries.parse({ id: 'register', pattern });
const parts = { prefix: '凤社', office: 'PHX-0371', date: '2026-10-08', n: 7 };

describe('a number', () => {
  it('fills every blank of its pattern, as often as it stands there', () => {
    expect(formatNumber(series('{prefix}〔{year}〕{n:4}号'), parts)).toBe('凤社〔2026〕0007号');
    expect(formatNumber(series('{year}-{month}/{year}-{n}'), parts)).toBe('2026-10/2026-7');
    expect(formatNumber(series('{office}{n:2}'), { ...parts, n: 123 })).toBe('PHX-0371123');
  });

  it('takes the prefix as it is written', () => {
    expect(formatNumber(series('{prefix}{n}'), { ...parts, prefix: "$'$&" })).toBe("$'$&7");
  });

  it('has a pattern with a number in it and no other blanks', () => {
    expect(NumberSeries.safeParse({ id: 'x', pattern: '{year}' }).success).toBe(false);
    expect(NumberSeries.safeParse({ id: 'x', pattern: '{n}{day}' }).success).toBe(false);
  });
});
