import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, plainDate } from '#shared/core/plain-date.ts';
import { readDate } from './read-date.ts';

const FIRST = plainDate('1980-01-01');

const day = fc
  .integer({ min: 0, max: daysBetween(FIRST, plainDate('2099-12-31')) })
  .map(days => addDays(FIRST, days));

const chinese = (text: string): string =>
  text.replace(/\d/g, digit => '〇一二三四五六七八九'[Number(digit)] ?? '');

describe('a date of an old ledger', () => {
  it.each([
    '2025年3月5日',
    '2025-3-5',
    '2025/3/5',
    '2025.3.5',
    '2025.03.05',
    '25.3.5',
    '20250305',
    '２０２５年３月５日',
    '2025 年 3 月 5 日',
    '2025年3月5号',
    '二〇二五年三月五日',
    '二○二五年三月五日',
    '2025年3月5日（星期三）',
    '45721',
  ])('%s is the fifth of March', written => {
    expect(readDate(written)).toEqual({ date: '2025-03-05' });
  });

  it.each([
    ['2025年3月5日 14:30', '14:30'],
    ['2025/3/5 9:05:20', '09:05'],
    ['2025年3月5日下午3点', '15:00'],
    ['2025年3月5日上午9时5分', '09:05'],
    ['45721.604166666664', '14:30'],
    ['2025-03-05T14:30', '14:30'],
  ])('%s has a time', (written, time) => {
    expect(readDate(written)).toEqual({ date: '2025-03-05', time });
  });

  it.each([
    ['3月5日', 'no-year'],
    ['3.5', 'no-year'],
    ['2025年2月30日', 'no-such-day'],
    ['20250231', 'no-such-day'],
    ['去年', 'not-a-date'],
    ['13800138000', 'not-a-date'],
    ['12', 'not-a-date'],
    ['99999', 'not-a-date'],
    ['2025年3月5日傍晚', 'not-a-date'],
    ['2025年3月5日 25:00', 'not-a-date'],
    ['1912年3月5日', 'not-a-date'],
  ])('%s is told as it is, not guessed at', (written, fault) => {
    expect(readDate(written)).toBe(fault);
  });

  it('is the same day however it is spelt', () => {
    fc.assert(
      fc.property(day, date => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const [m, d] = [Number(month), Number(dayOfMonth)];
        const tens = (n: number): string =>
          n < 10
            ? chinese(String(n))
            : `${n < 20 ? '' : chinese(String(Math.floor(n / 10)))}十${n % 10 === 0 ? '' : chinese(String(n % 10))}`;
        for (const written of [
          date,
          `${year}年${m}月${d}日`,
          `${year}/${m}/${d}`,
          `${year}.${m}.${d}`,
          `${year}${month}${dayOfMonth}`,
          `${chinese(year)}年${tens(m)}月${tens(d)}日`,
          String(daysBetween(plainDate('1899-12-30'), date)),
        ])
          expect(readDate(written)).toEqual({ date });
      }),
    );
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), written => {
        const read = readDate(written);
        expect(typeof read === 'string' || read.date.length === 10).toBe(true);
      }),
    );
  });
});
