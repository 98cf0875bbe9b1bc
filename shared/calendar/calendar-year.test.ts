import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDays, plainDate, yearOf } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { readCalendarYear, type CalendarYear } from './calendar-year.ts';
import { isWorkingDay, workingCalendar, workingDaysBetween } from './working-calendar.ts';

const YEARS = [2024, 2025, 2026];

const shipped = (year: number): CalendarYear =>
  expectOk(
    readCalendarYear(
      parse(readFileSync(new URL(`../../resources/calendars/${year}.yaml`, import.meta.url), 'utf8')),
    ),
  );

const table = (holidays: unknown, year = 2031): unknown => ({
  year,
  notice: { title: { zh: '样本通知' } },
  holidays,
});
const holiday = (from: string, to: string, makeUp: string[] = []): unknown => ({
  name: { zh: '样本节' },
  from,
  to,
  makeUp,
});

function refusalOf(data: unknown): { code: string; sentence: string } {
  const read = readCalendarYear(data);
  if (read.ok) throw new Error('this table should have been refused');
  return read.error;
}

describe('the shipped calendars', () => {
  it.each(YEARS)('agree with an independent table on every day of %i', year => {
    const calendar = workingCalendar([shipped(year)]);
    for (let date = plainDate(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
      expect(isWorkingDay(calendar.dayKind(date)), date).toBe(chineseDays.isWorkday(date));
    }
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('give %i exactly %i working days', (year, count) => {
    const calendar = workingCalendar([shipped(year)]);
    expect(workingDaysBetween(plainDate(`${year - 1}-12-31`), plainDate(`${year}-12-31`), calendar)).toBe(
      count,
    );
  });

  it('name the holiday, the make-up day and the notice they come from', () => {
    const calendar = workingCalendar(YEARS.map(shipped));
    expect(calendar.dayKind(plainDate('2026-10-01'))).toEqual({
      kind: 'holiday',
      name: { zh: '国庆节', en: 'National Day' },
    });
    expect(calendar.dayKind(plainDate('2026-10-10'))).toEqual({
      kind: 'make-up',
      holiday: { zh: '国庆节', en: 'National Day' },
    });
    expect(calendar.dayKind(plainDate('2026-10-11'))).toEqual({ kind: 'weekend' });
    expect(calendar.dayKind(plainDate('2026-10-12'))).toEqual({ kind: 'workday' });
    expect(calendar.sourceOf(2026)).toEqual({
      zh: '《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号），2025年11月4日',
      en: 'State Council General Office, public holidays of 2026, 国办发明电〔2025〕7号, 4 November 2025',
    });
  });

  it('know weekends only in a year without a table, and say so', () => {
    const calendar = workingCalendar(YEARS.map(shipped));
    expect(calendar.knows(2026)).toBe(true);
    expect(calendar.knows(2027)).toBe(false);
    expect(calendar.sourceOf(2027)).toBeUndefined();
    expect(calendar.dayKind(plainDate('2027-01-01'))).toEqual({ kind: 'workday' });
    expect(calendar.dayKind(plainDate('2027-01-02'))).toEqual({ kind: 'weekend' });
  });
});

describe('a table of holidays', () => {
  it('may leave out the number and the date of the notice', () => {
    const read = expectOk(readCalendarYear(table([holiday('2031-01-01', '2031-01-01')])));
    expect(workingCalendar([read]).sourceOf(2031)).toEqual({ zh: '《样本通知》', en: '样本通知' });
  });

  it('is refused when it is not one', () => {
    for (const data of [null, [], 'x', table([]), { ...(table([]) as object), more: 1 }]) {
      expect(refusalOf(data).code).toBe('not-a-year-table');
    }
    const refusal = refusalOf(table([holiday('2031-02-30', '2031-03-01')]));
    expect(refusal.code).toBe('not-a-year-table');
    expect(refusal.sentence).toContain('not a date');
  });

  it('is refused when entries overlap or stand twice', () => {
    expect(
      refusalOf(table([holiday('2031-01-01', '2031-01-03'), holiday('2031-01-03', '2031-01-05')])),
    ).toEqual({
      code: 'listed-twice',
      sentence: '2031-01-03 is listed twice: for 样本节 and for 样本节.',
    });
    const madeUpTwice = table([
      holiday('2031-01-01', '2031-01-02', ['2031-01-04']),
      holiday('2031-05-01', '2031-05-02', ['2031-01-04']),
    ]);
    expect(refusalOf(madeUpTwice).code).toBe('listed-twice');
    expect(refusalOf(table([holiday('2031-01-01', '2031-01-05', ['2031-01-04'])])).code).toBe('listed-twice');
  });

  it('is refused when an entry lies outside the year, backwards, or makes up on a day worked anyway', () => {
    expect(refusalOf(table([holiday('2030-12-31', '2031-01-02')]))).toEqual({
      code: 'outside-year',
      sentence: '2030-12-31 (样本节) stands in the table of 2031; it belongs in the table of 2030.',
    });
    expect(refusalOf(table([holiday('2031-01-01', '2031-01-02', ['2032-01-03'])])).code).toBe('outside-year');
    expect(refusalOf(table([holiday('2031-01-02', '2031-01-01')])).code).toBe('backwards');
    expect(refusalOf(table([holiday('2031-01-01', '2031-01-02', ['2031-01-06'])])).code).toBe(
      'make-up-on-a-workday',
    );
  });

  it('may not be given twice for one year', () => {
    expect(() => workingCalendar([shipped(2026), shipped(2026)])).toThrow('two holiday tables of 2026');
  });
});
