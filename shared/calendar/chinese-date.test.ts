import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import {
  weekdayName,
  writtenDate,
  writtenDateTime,
  writtenDay,
  writtenDayWithWeekday,
  writtenSpan,
} from './chinese-date.ts';

describe('written dates', () => {
  it('have no zero before a single digit and never a short year', () => {
    expect(writtenDate(plainDate('2026-01-09'), 'zh-CN')).toBe('2026年1月9日');
    expect(writtenDate(plainDate('2026-12-31'), 'zh-CN')).toBe('2026年12月31日');
    expect(writtenDate(plainDate('2026-01-09'), 'en')).toBe('9 January 2026');
  });

  it('can carry the time of day of Asia/Shanghai', () => {
    expect(writtenDateTime(instantAt(plainDate('2026-09-18'), '09:10'), 'zh-CN')).toBe(
      '2026年9月18日9时10分',
    );
    expect(writtenDateTime('2026-09-17T16:05:00Z' as Instant, 'zh-CN')).toBe('2026年9月18日0时5分');
    expect(writtenDateTime(instantAt(plainDate('2026-09-18'), '09:10'), 'en')).toBe(
      '18 September 2026, 09:10',
    );
  });

  it('can stand without the year, with the weekday', () => {
    expect(writtenDay(plainDate('2026-10-14'), 'zh-CN')).toBe('10月14日');
    expect(writtenDayWithWeekday(plainDate('2026-10-14'), 'zh-CN')).toBe('10月14日（周三）');
    expect(writtenDayWithWeekday(plainDate('2026-10-14'), 'en')).toBe('14 October (Wed)');
    expect(writtenDayWithWeekday(plainDate('2026-10-11'), 'zh-CN')).toBe('10月11日（周日）');
  });

  it('name the weekday short and long', () => {
    const monday = plainDate('2026-10-12');
    const names = [0, 1, 2, 3, 4, 5, 6].map(days => weekdayName(addDays(monday, days), 'zh-CN', 'long'));
    expect(names.join('')).toBe('星期一星期二星期三星期四星期五星期六星期日');
    expect(weekdayName(monday, 'en', 'long')).toBe('Monday');
    expect(weekdayName(addDays(monday, 6), 'en', 'short')).toBe('Sun');
  });

  it('say no more of a span than is needed', () => {
    const span = (from: string, to: string, language: 'zh-CN' | 'en'): string =>
      writtenSpan(plainDate(from), plainDate(to), language);
    expect(span('2026-09-01', '2026-09-28', 'zh-CN')).toBe('9月1日至28日');
    expect(span('2026-09-28', '2026-10-08', 'zh-CN')).toBe('9月28日至10月8日');
    expect(span('2026-12-28', '2027-01-03', 'zh-CN')).toBe('2026年12月28日至2027年1月3日');
    expect(span('2026-09-01', '2026-09-01', 'zh-CN')).toBe('9月1日');
    expect(span('2026-09-01', '2026-09-28', 'en')).toBe('1–28 September');
    expect(span('2026-09-28', '2026-10-08', 'en')).toBe('28 September – 8 October');
    expect(span('2026-12-28', '2027-01-03', 'en')).toBe('28 December 2026 – 3 January 2027');
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), days => {
        const date = addDays(plainDate('1970-01-01'), days);
        const [year = '', month = '', day = ''] = writtenDate(date, 'zh-CN').split(/[年月日]/);
        expect(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).toBe(date);
        expect(new Date(`${writtenDate(date, 'en')} UTC`).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});
