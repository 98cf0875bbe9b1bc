import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import { officialCalendar } from '#shared/fixtures/community.ts';
import { duePeriods, findPeriodById, periodOf } from './duty.due.ts';
import { PERIODS, type DutyDue, type Period } from './duty.schema.ts';

const calendar = officialCalendar();
const dues = (period: Period, due: DutyDue, today: string) =>
  duePeriods({ period, due }, plainDate(today), calendar).map(({ id, due: day }) => `${id} ${day}`);

describe('the period of a day', () => {
  it.each([
    ['week', 'W2026-10-05', '2026-10-05', '2026-10-11'],
    ['half-month', '2026-10-A', '2026-10-01', '2026-10-15'],
    ['month', '2026-10', '2026-10-01', '2026-10-31'],
    ['quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['half-year', '2026-H2', '2026-07-01', '2026-12-31'],
    ['year', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('of the kind %s is %s, from %s to %s', (period, id, from, to) => {
    expect(periodOf(plainDate('2026-10-08'), period)).toEqual({ id, from, to });
  });

  it('changes to the second half of a month with the 16th, and ends with its last day', () => {
    expect(periodOf(plainDate('2028-02-15'), 'half-month').id).toBe('2028-02-A');
    expect(periodOf(plainDate('2028-02-16'), 'half-month')).toEqual({
      ...{ id: '2028-02-B', from: '2028-02-16', to: '2028-02-29' },
    });
  });

  it.each(['2026-Q5', '2026-H3', '2026-13', '2026-10-C', 'W2026-10-06', 'W2026-10-32', '26', 'never'])(
    'is not called %s',
    id => expect(findPeriodById(id)).toBeUndefined(),
  );

  it('is exactly one of each kind: they touch and do not overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 8000 }), fc.constantFrom(...PERIODS), (offset, kind) => {
        const date = addDays(plainDate('2026-10-08'), offset);
        const period = periodOf(date, kind);
        expect(period.from <= date && date <= period.to).toBe(true);
        expect(findPeriodById(period.id)).toEqual({ ...period, period: kind });
        for (const edge of [period.from, period.to]) expect(periodOf(edge, kind)).toEqual(period);
        const after = periodOf(addDays(period.to, 1), kind);
        const before = periodOf(addDays(period.from, -1), kind);
        expect([after.from, before.to]).toEqual([addDays(period.to, 1), addDays(period.from, -1)]);
        expect(new Set([before.id, period.id, after.id]).size).toBe(3);
      }),
    );
  });
});

describe('when a duty is due', () => {
  it('on the 5th working day of the month after is counted over National Day', () => {
    // 8, 9, 10 (worked), 12, 13.
    expect(dues('month', { working_day: 5 }, '2026-10-08')).toEqual([
      '2026-09 2026-10-13',
      '2026-10 2026-11-06',
    ]);
    expect(dues('month', { working_day: 5 }, '2026-10-13')[0]).toBe('2026-09 2026-10-13');
    expect(dues('month', { working_day: 5 }, '2026-10-14')).toEqual(['2026-10 2026-11-06']);
  });

  it('on a day that the month does not have is its last day', () => {
    expect(dues('month', { day: 31, month: 'last' }, '2026-11-02')).toEqual(['2026-11 2026-11-30']);
    expect(dues('month', { day: 31, month: 'next' }, '2027-02-01')).toEqual([
      ...['2027-01 2027-02-28', '2027-02 2027-03-31'],
    ]);
  });

  it('on the last day of the period is owed until that is over', () => {
    expect(dues('quarter', { last_day: true }, '2026-12-31')).toEqual(['2026-Q4 2026-12-31']);
    expect(dues('week', { last_day: true }, '2026-10-11')).toEqual(['W2026-10-05 2026-10-11']);
    expect(dues('half-year', { day: 10, month: 'next' }, '2026-07-10')).toEqual([
      ...['2026-H1 2026-07-10', '2026-H2 2027-01-10'],
    ]);
    expect(dues('year', { day: 20, month: 'next' }, '2027-01-20')[0]).toBe('2026 2027-01-20');
  });

  it('names every period that ended and is still owed, also when several are', () => {
    expect(dues('half-month', { day: 10, month: 'next' }, '2026-11-02')).toEqual([
      ...['2026-10-A 2026-11-10', '2026-10-B 2026-11-10', '2026-11-A 2026-12-10'],
    ]);
    expect(dues('week', { day: 31, month: 'last' }, '2026-10-30')).toEqual([
      ...['W2026-09-28 2026-10-31', 'W2026-10-05 2026-10-31', 'W2026-10-12 2026-10-31'],
      ...['W2026-10-19 2026-10-31', 'W2026-10-26 2026-11-30'],
    ]);
  });

  it('is provisional where the year has no table and the day hangs on it', () => {
    const provisional = (due: DutyDue) =>
      duePeriods({ period: 'month', due }, plainDate('2029-06-04'), calendar).map(each => each.provisional);
    expect(provisional({ working_day: 5 })).toEqual([true, true]);
    expect(provisional({ day: 10, month: 'next' })).toEqual([false, false]);
  });
});
