import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, weekday } from '#shared/core/plain-date.ts';
import { dayAfterKey, weeksOf } from './month-days.ts';

const anyDay = fc.integer({ min: -3000, max: 6000 }).map(days => addDays(plainDate('2026-10-08'), days));

describe('the weeks of a month', () => {
  it('begin with Monday and hold every day of it once, in a row', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const days = weeksOf(day).flat();
        expect(days.length % 7).toBe(0);
        expect(weekday(days[0]!)).toBe(1);
        days.slice(1).forEach((date, index) => expect(date).toBe(addDays(days[index]!, 1)));
        expect(days).toContain(day);
        expect(new Set(weeksOf(day)[0]!.map(date => date.slice(0, 7))).has(day.slice(0, 7))).toBe(true);
      }),
    );
  });

  it('of October 2026 go from 28 September to 1 November', () => {
    const days = weeksOf(plainDate('2026-10-08')).flat();
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-09-28', '2026-11-01', 35]);
  });
});

describe('a key in the calendar', () => {
  it.each([
    ['ArrowLeft', '2026-10-30'],
    ['ArrowRight', '2026-11-01'],
    ['ArrowUp', '2026-10-24'],
    ['ArrowDown', '2026-11-07'],
    ['Home', '2026-10-26'],
    ['End', '2026-11-01'],
    ['PageUp', '2026-09-30'],
    ['PageDown', '2026-11-30'],
  ])('%s leads from 31 October to %s', (key, day) => {
    expect(dayAfterKey(key, plainDate('2026-10-31'))).toBe(day);
  });

  it('that is no key of the calendar leads nowhere', () => {
    expect(dayAfterKey('a', plainDate('2026-10-31'))).toBeUndefined();
  });
});
