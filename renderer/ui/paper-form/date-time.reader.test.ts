import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import { readDateTime } from './date-time.reader.ts';

const NOW = '2026-10-12 09:41';
const minute = (typed: string): string | undefined => readDateTime(typed, 'minute', NOW);
const day = (typed: string): string | undefined => readDateTime(typed, 'day', NOW);

describe('a typed date', () => {
  it.each([
    '2026-10-12 09:41',
    '20261012 0941',
    '20261012 9:41',
    '2026/10/12 9:41',
    '2026.10.12 09.41',
    '10-12 0941',
    '1012 0941',
    '2026年10月12日9时41分',
    '10月12日 9点41',
    '今天 0941',
    '２０２６－１０－１２　０９：４１',
  ])('is read from %s', typed => {
    expect(minute(typed)).toBe('2026-10-12 09:41');
  });

  it.each([
    ['20261012', '2026-10-12'],
    ['1012', '2026-10-12'],
    ['昨天', '2026-10-11'],
    ['10月1日', '2026-10-01'],
  ])('without a time is read from %s', (typed, expected) => {
    expect(day(typed)).toBe(expected);
  });

  it.each([
    '2026-02-30 09:00',
    '20261312 0941',
    '2026-10-12 24:01',
    '2026-10-12 09:60',
    '明年',
    '2026-10-12',
    '941',
  ])('is not made up from %s', typed => {
    expect(minute(typed)).toBeUndefined();
  });

  it('may be left empty', () => {
    expect(minute('  ')).toBe('');
  });

  it('stays what it is when it is read again', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(23), fc.nat(59), (days, hours, minutes) => {
        const text = `${addDays(plainDate('1992-01-01'), days)} ${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect(minute(text)).toBe(text);
        expect(minute(text.replace(/[-:]/g, ''))).toBe(text);
      }),
    );
  });

  it('is never a date that does not exist, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        const read = minute(typed);
        if (read !== undefined && read !== '') expect(minute(read)).toBe(read);
      }),
    );
  });
});
