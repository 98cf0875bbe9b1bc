import { describe, expect, it } from 'vitest';
import type { Figure } from './row.ts';
import { milliseconds, table, verdictOf } from './table.ts';

const figure = (changes: Partial<Figure> = {}): Figure => ({ work: 'save', ms: 30, ...changes });
const peer = { name: 'bare file', ms: 10 };

describe('the verdict on a figure', () => {
  it('compares with the time or with the peer, as the aim says', () => {
    expect(verdictOf(figure({ most: { ms: 30 } }))).toBe('reached');
    expect(verdictOf(figure({ most: { ms: 29 } }))).toBe('missed');
    expect(verdictOf(figure({ peer, most: { ratio: 3 } }))).toBe('reached');
    expect(verdictOf(figure({ peer, most: { ratio: 2.9 } }))).toBe('missed');
  });

  it('is none without an aim, or without the peer the aim speaks of', () => {
    expect(verdictOf(figure({ peer }))).toBe('no aim');
    expect(verdictOf(figure({ most: { ratio: 3 } }))).toBe('no aim');
  });
});

it('times are written to three figures', () => {
  expect([0.123456, 12.345, 1234.5, 12_345].map(milliseconds)).toStrictEqual([
    '0.123 ms',
    '12.3 ms',
    '1235 ms',
    '12.3 s',
  ]);
});

it('the table shows figure, peer, ratio and aim, and says why something is missing', () => {
  const text = table(
    [figure({ peer, most: { ratio: 2 }, remark: 'on a slow disk' })],
    [{ work: 'print', because: 'LibreOffice is not installed' }],
  );
  expect(text).toMatch(/save\s+30\.0 ms\s+bare file\s+10\.0 ms\s+3\.00×\s+≤ 2×\s+✗/);
  expect(text).toContain('save: on a slow disk');
  expect(text).toContain('print: not measured, LibreOffice is not installed');
});
