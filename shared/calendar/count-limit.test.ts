import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { readCalendarYear } from './calendar-year.ts';
import { countLimit } from './count-limit.ts';
import type { Counted, CountRequest, LimitUnit, OfficeHours, Pause } from './limit.types.ts';
import { workingCalendar } from './working-calendar.ts';

const calendar = workingCalendar(
  [2024, 2025, 2026].map(year => {
    const file = new URL(`../../resources/calendars/${year}.yaml`, import.meta.url);
    return expectOk(readCalendarYear(parse(readFileSync(file, 'utf8'))));
  }),
);

const WEEKDAY = [
  { from: '08:30', to: '12:00' },
  { from: '14:00', to: '17:30' },
];
const HOURS: OfficeHours = {
  1: WEEKDAY,
  2: WEEKDAY,
  3: WEEKDAY,
  4: WEEKDAY,
  5: [{ from: '08:30', to: '12:00' }],
};

/** `2026-09-18` or `2026-09-18 09:10`. */
const at = (text: string): Instant => instantAt(plainDate(text.slice(0, 10)), text.slice(11) || '10:00');

const pause = (from: string, to: string | null, label = '鉴定'): Pause => ({
  from: at(from),
  to: to === null ? null : at(to),
  label: { zh: label },
});

const count = (start: string, amount: number, unit: LimitUnit, more: Partial<CountRequest> = {}): Counted =>
  countLimit({
    start: at(start),
    amount,
    unit,
    roll: 'none',
    pauses: [],
    extension: 0,
    calendar,
    officeHours: HOURS,
    ...more,
  });

const dueDate = (...of: Parameters<typeof count>): string | null => count(...of).dueDate;
const rolling = { roll: 'next-working-day' } as const;

const inState = (counted: Counted, state: string): string[] =>
  counted.days.filter(day => day.state === state).map(day => day.date.slice(5));

describe('working days', () => {
  it('leave out the start day, weekends and holidays and end at 24:00 of the last one', () => {
    const counted = count('2026-09-18', 7, 'working-days');
    expect(counted.dueDate).toBe('2026-09-29');
    expect(counted.due).toBe('2026-09-30T00:00:00+08:00');
    expect(counted.precision).toBe('day');
    expect(dueDate('2026-09-18', 15, 'working-days')).toBe('2026-10-15');
  });

  it('count make-up Saturdays and Sundays and say what they make up for', () => {
    const counted = count('2026-02-13', 1, 'working-days');
    expect(counted.dueDate).toBe('2026-02-14');
    expect(counted.days.at(-1)?.day).toEqual({
      kind: 'make-up',
      holiday: { zh: '春节', en: 'Spring Festival' },
    });
    expect(dueDate('2026-09-19', 1, 'working-days')).toBe('2026-09-20');
  });

  it('explain every day from the start to the last', () => {
    const counted = count('2026-09-23', 7, 'working-days', { pauses: [pause('2026-09-28', '2026-10-08')] });
    expect(counted.dueDate).toBe('2026-10-14');
    expect(inState(counted, 'start')).toEqual(['09-23']);
    expect(inState(counted, 'counted')).toEqual([
      '09-24',
      '09-28',
      '10-09',
      '10-10',
      '10-12',
      '10-13',
      '10-14',
    ]);
    expect(inState(counted, 'paused')).toEqual(['09-29', '09-30', '10-08']);
    expect(counted.days.length).toBe(22);
    expect(counted.days.filter(day => day.nth !== undefined).map(day => day.nth)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(counted.days.find(day => day.state === 'paused')?.pause).toEqual({ zh: '鉴定' });
    expect(counted.days[2]).toEqual({
      date: '2026-09-25',
      day: { kind: 'holiday', name: { zh: '中秋节', en: 'Mid-Autumn Festival' } },
      state: 'skipped',
    });
  });

  it('add extensions to the amount', () => {
    expect(dueDate('2026-09-18', 7, 'working-days', { extension: 8 })).toBe('2026-10-15');
  });

  it('are provisional in a year without a table', () => {
    const counted = count('2026-12-30', 3, 'working-days');
    expect(counted.dueDate).toBe('2027-01-04');
    expect(counted.unknownYears).toEqual([2027]);
    expect(count('2026-12-25', 4, 'working-days').unknownYears).toEqual([]);
  });

  it('of zero are over with the start day', () => {
    expect(dueDate('2026-09-19', 0, 'working-days')).toBe('2026-09-19');
    expect(dueDate('2026-09-19', 0, 'working-days', rolling)).toBe('2026-09-20');
  });
});

describe('calendar days, weeks, months and years', () => {
  it('count every day after the start', () => {
    const counted = count('2026-09-18', 10, 'calendar-days');
    expect(counted.dueDate).toBe('2026-09-28');
    expect(inState(counted, 'counted').length).toBe(10);
    expect(dueDate('2026-09-18', 2, 'weeks')).toBe('2026-10-02');
  });

  it('end months and years on the same date, or on the last day where there is none', () => {
    expect(dueDate('2026-01-31', 1, 'months')).toBe('2026-02-28');
    expect(dueDate('2024-01-31', 1, 'months')).toBe('2024-02-29');
    expect(dueDate('2026-08-31', 6, 'months')).toBe('2027-02-28');
    expect(dueDate('2024-02-29', 1, 'years')).toBe('2025-02-28');
    expect(dueDate('2024-02-29', 4, 'years')).toBe('2028-02-29');
    expect(dueDate('2026-12-15', 1, 'months')).toBe('2027-01-15');
  });

  it('roll a last day that is a rest day on to the next working day', () => {
    const counted = count('2026-09-21', 10, 'calendar-days', rolling);
    expect(counted.dueDate).toBe('2026-10-08');
    expect(inState(counted, 'counted').at(-1)).toBe('10-01');
    expect(inState(counted, 'rolled')).toEqual([
      '10-02',
      '10-03',
      '10-04',
      '10-05',
      '10-06',
      '10-07',
      '10-08',
    ]);
    expect(dueDate('2026-09-21', 10, 'calendar-days')).toBe('2026-10-01');
    expect(dueDate('2026-09-10', 9, 'calendar-days', rolling)).toBe('2026-09-20');
    expect(dueDate('2026-09-10', 12, 'calendar-days', rolling)).toBe('2026-09-22');
  });

  it('depend on an unknown year only where they roll', () => {
    expect(count('2026-12-20', 20, 'calendar-days').unknownYears).toEqual([]);
    expect(count('2026-12-20', 20, 'calendar-days', rolling).unknownYears).toEqual([2027]);
    expect(count('2026-12-20', 5, 'calendar-days', rolling).unknownYears).toEqual([]);
  });

  it('move on by the number of paused days', () => {
    const paused = { pauses: [pause('2026-09-20 15:00', '2026-09-25 09:00')] };
    const counted = count('2026-09-18', 10, 'calendar-days', paused);
    expect(counted.dueDate).toBe('2026-10-03');
    expect(inState(counted, 'paused')).toEqual(['09-21', '09-22', '09-23', '09-24', '09-25']);
    expect(dueDate('2026-09-18', 1, 'months', paused)).toBe('2026-10-23');
    const twice = { pauses: [pause('2026-09-20', '2026-09-25'), pause('2026-10-20', '2026-10-22')] };
    expect(dueDate('2026-09-18', 1, 'months', twice)).toBe('2026-10-25');
  });

  it('are not moved by a pause that begins and ends on one day', () => {
    const paused = { pauses: [pause('2026-09-20 09:00', '2026-09-20 17:00')] };
    expect(dueDate('2026-09-18', 10, 'calendar-days', paused)).toBe('2026-09-28');
  });

  it('sit out a pause that stands in the way of the roll', () => {
    const paused = { ...rolling, pauses: [pause('2026-10-17', '2026-10-20')] };
    const counted = count('2026-10-07', 10, 'calendar-days', paused);
    expect(counted.dueDate).toBe('2026-10-21');
    expect(inState(counted, 'rolled')).toEqual(['10-18', '10-21']);
    expect(inState(counted, 'paused')).toEqual(['10-19', '10-20']);
  });
});

describe('days of the next month', () => {
  it('are a date, cut to the last day of the month', () => {
    expect(dueDate('2026-09-01', 5, 'day-of-month')).toBe('2026-10-05');
    expect(dueDate('2026-09-30', 5, 'day-of-month', rolling)).toBe('2026-10-08');
    expect(dueDate('2026-01-15', 31, 'day-of-month')).toBe('2026-02-28');
    expect(dueDate('2026-12-15', 10, 'day-of-month')).toBe('2027-01-10');
    expect(dueDate('2026-01-15', 31, 'day-of-month', { extension: 2 })).toBe('2026-03-02');
  });

  it('or a working day, counted from the first', () => {
    const counted = count('2026-09-16', 5, 'working-day-of-month');
    expect(counted.dueDate).toBe('2026-10-13');
    expect(inState(counted, 'counted')).toEqual(['10-08', '10-09', '10-10', '10-12', '10-13']);
    expect(counted.days.find(day => day.date === '2026-09-17')?.state).toBe('skipped');
    expect(count('2026-12-16', 5, 'working-day-of-month').unknownYears).toEqual([2027]);
    expect(count('2026-11-16', 5, 'working-day-of-month').unknownYears).toEqual([]);
  });
});

describe('the start itself', () => {
  it('is the end of what is due the same day', () => {
    const counted = count('2026-09-18 16:59', 1, 'same-day');
    expect(counted.due).toBe('2026-09-19T00:00:00+08:00');
    expect(counted.dueDate).toBe('2026-09-18');
    expect(counted.days.map(day => day.state)).toEqual(['start']);
  });

  it('is the moment of what is due at once', () => {
    const counted = count('2026-09-18 16:59', 1, 'at-once');
    expect(counted.due).toBe('2026-09-18T16:59:00+08:00');
    expect(counted.precision).toBe('minute');
  });

  it('is taken in the civil time of Asia/Shanghai', () => {
    const counted = countLimit({
      start: '2026-09-17T16:30:00Z' as Instant,
      amount: 1,
      unit: 'calendar-days',
      roll: 'none',
      pauses: [],
      extension: 0,
      calendar,
      officeHours: HOURS,
    });
    expect(counted.dueDate).toBe('2026-09-19');
  });
});

describe('an open pause', () => {
  it('leaves the end unknown and the explanation at the day it began', () => {
    const counted = count('2026-09-23', 7, 'working-days', { pauses: [pause('2026-09-28', null)] });
    expect(counted.due).toBeNull();
    expect(counted.dueDate).toBeNull();
    expect(counted.days.at(-1)?.date).toBe('2026-09-28');
    const minutes = count('2026-09-18 09:00', 90, 'minutes', { pauses: [pause('2026-09-18 09:30', null)] });
    expect(minutes.due).toBeNull();
    expect(minutes.times.map(({ state, minutes: length }) => [state, length])).toEqual([['counted', 30]]);
  });

  it('changes nothing once all is counted', () => {
    expect(dueDate('2026-09-18', 7, 'working-days', { pauses: [pause('2026-09-29', null)] })).toBe(
      '2026-09-29',
    );
    expect(dueDate('2026-09-18', 7, 'working-days', { pauses: [pause('2026-09-28', null)] })).toBeNull();
  });

  it('holds up the roll as well', () => {
    expect(
      dueDate('2026-10-07', 10, 'calendar-days', { ...rolling, pauses: [pause('2026-10-17', null)] }),
    ).toBeNull();
  });
});

describe('minutes and hours', () => {
  it('run round the clock', () => {
    expect(count('2026-09-30 23:50', 20, 'minutes').due).toBe('2026-10-01T00:10:00+08:00');
    expect(count('2026-09-30 09:00', 24, 'hours').due).toBe('2026-10-01T09:00:00+08:00');
    expect(count('2026-09-30 09:00', 0.5, 'hours').due).toBe('2026-09-30T09:30:00+08:00');
    expect(count('2026-12-31 09:00', 48, 'hours').unknownYears).toEqual([]);
  });

  it('stand still in a pause, to the second', () => {
    const start = '2026-09-18T09:00:30+08:00' as Instant;
    const counted = count('2026-09-18', 60, 'minutes', {
      start,
      pauses: [
        {
          from: '2026-09-18T09:20:10+08:00' as Instant,
          to: '2026-09-18T09:30:20+08:00' as Instant,
          label: { zh: '等人' },
        },
      ],
    });
    expect(counted.due).toBe('2026-09-18T10:10:40+08:00');
    expect(counted.times.map(note => [note.state, note.minutes, note.pause?.zh])).toEqual([
      ['counted', 19, undefined],
      ['paused', 10, '等人'],
      ['counted', 41, undefined],
    ]);
  });
});

describe('office hours', () => {
  it('run only while the office is open on a working day', () => {
    const counted = count('2026-09-24 16:30', 3, 'office-hours');
    expect(counted.due).toBe('2026-09-28T10:30:00+08:00');
    expect(counted.dueDate).toBe('2026-09-28');
    expect(counted.times).toEqual([
      { from: '2026-09-24T16:30:00+08:00', to: '2026-09-24T17:30:00+08:00', state: 'counted', minutes: 60 },
      { from: '2026-09-24T17:30:00+08:00', to: '2026-09-28T08:30:00+08:00', state: 'closed', minutes: 5220 },
      { from: '2026-09-28T08:30:00+08:00', to: '2026-09-28T10:30:00+08:00', state: 'counted', minutes: 120 },
    ]);
  });

  it('take Monday’s hours on a make-up day', () => {
    expect(count('2026-10-09 11:00', 5, 'office-hours').due).toBe('2026-10-10T14:30:00+08:00');
  });

  it('run on a weekend too where the office is open then, but not on a holiday', () => {
    const officeHours = { ...HOURS, 6: [{ from: '09:00', to: '12:00' }] };
    expect(count('2026-10-16 11:00', 3, 'office-hours', { officeHours }).due).toBe(
      '2026-10-17T11:00:00+08:00',
    );
    // 3 October 2026 is a Saturday of the National Day.
    expect(count('2026-09-30 17:30', 1, 'office-hours', { officeHours }).due).toBe(
      '2026-10-08T09:30:00+08:00',
    );
  });

  it('follow the date where a day is unlike its weekday, a holiday included', () => {
    const officeHours = {
      ...HOURS,
      '2026-10-01': [{ from: '10:00', to: '11:00' }],
      '2026-10-12': [],
    };
    expect(count('2026-09-30 17:30', 1, 'office-hours', { officeHours }).due).toBe(
      '2026-10-01T11:00:00+08:00',
    );
    expect(count('2026-10-10 17:00', 1, 'office-hours', { officeHours }).due).toBe(
      '2026-10-13T09:00:00+08:00',
    );
  });

  it('end at closing time rather than at the next opening', () => {
    expect(count('2026-09-18 08:30', 3.5, 'office-hours').due).toBe('2026-09-18T12:00:00+08:00');
  });

  it('are provisional where they reach an unknown year', () => {
    const counted = count('2026-12-31 17:00', 1, 'office-hours');
    expect(counted.due).toBe('2027-01-01T09:00:00+08:00');
    expect(counted.unknownYears).toEqual([2027]);
  });

  it('need an office that opens, with its hours in order', () => {
    const hours = (officeHours: OfficeHours) => () => count('2026-09-18', 1, 'office-hours', { officeHours });
    expect(hours({})).toThrow('never opens');
    expect(hours({ 6: [{ from: '09:00', to: '09:59' }] })).toThrow('never opens');
    expect(hours({ 1: WEEKDAY, '2026-12-31': [{ from: '12:00', to: '09:00' }] })).toThrow('not in order');
    expect(hours({ 1: [...WEEKDAY].reverse() })).toThrow('not in order');
    expect(hours({ 1: [{ from: '8:30', to: '12:00' }] })).toThrow('not in order');
    expect(hours({ 1: [{ from: '12:00', to: '08:30' }] })).toThrow('not in order');
  });
});

describe('absurd amounts', () => {
  it('are thrown out with a sentence', () => {
    expect(() => count('2026-09-18', 40_000, 'calendar-days')).toThrow('more than 100 years: 40000 + 0');
    expect(() => count('2026-09-18', 101, 'years')).toThrow('more than 100 years');
    expect(() => count('2026-09-18', 1, 'years', { extension: 100 })).toThrow('more than 100 years');
    expect(() => count('2026-09-18', 60_000_000, 'minutes')).toThrow('more than 100 years');
    expect(() => count('2026-09-18', -1, 'working-days')).toThrow('not an amount');
    expect(() => count('2026-09-18', 1.5, 'working-days')).toThrow('not an amount');
    expect(() => count('2026-09-18', Number.NaN, 'hours')).toThrow('not an amount');
    expect(() => count('2026-09-18', 32, 'day-of-month')).toThrow('no such day');
    expect(() => count('2026-09-18', 0, 'working-day-of-month')).toThrow('no such day');
    expect(dueDate('2026-09-18', 100, 'years')).toBe('2126-09-18');
  });

  it('hidden in a pause are thrown out too', () => {
    const endless = { pauses: [pause('2026-09-20', '2926-09-20')] };
    expect(() => count('2026-09-18', 10, 'calendar-days', endless)).toThrow('a pause of more than 100 years');
    expect(() => count('2026-09-18', 10, 'office-hours', endless)).toThrow('a pause of more than 100 years');
  });
});
