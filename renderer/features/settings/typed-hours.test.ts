import { describe, expect, it } from 'vitest';
import { OFFICE_HOURS } from '#shared/fixtures/community.ts';
import { expectOk } from '#shared/core/result.ts';
import { hoursFrom, typedHours } from './typed-hours.ts';

const NOW = '2026-10-08 09:30';
const typed = typedHours(OFFICE_HOURS, '2026-10-08');

describe('a table of opening hours that is typed', () => {
  it('is the table again where nothing was changed', () => {
    expect(expectOk(hoursFrom(typed, NOW))).toEqual(OFFICE_HOURS);
  });

  it('has the days that are unlike their weekday, closed ones too, and passes over lines without anything', () => {
    const days = [
      { date: '12月31日', times: '9:00-12:00' },
      { date: '20270104', times: '不开' },
      { date: ' ', times: '' },
    ];
    const hours = expectOk(hoursFrom({ ...typed, days }, NOW));
    expect(hours).toEqual({
      ...OFFICE_HOURS,
      '2026-12-31': [{ from: '09:00', to: '12:00' }],
      '2027-01-04': [],
    });
    // Days that are over are not offered again.
    expect(typedHours(hours, '2027-01-01').days).toEqual([{ date: '2027-01-04', times: '' }]);
  });

  it('says what in it cannot be read, and where', () => {
    const week = { ...typed.week, 2: '看情况' };
    expect(hoursFrom({ ...typed, week }, NOW)).toMatchObject({
      error: { kind: 'times', day: { zh: '星期二' }, typed: '看情况' },
    });
    const day = (date: string, times: string) => hoursFrom({ ...typed, days: [{ date, times }] }, NOW);
    expect(day('除夕', '9:00-12:00')).toMatchObject({ error: { kind: 'date', typed: '除夕' } });
    expect(day('', '9:00-12:00')).toMatchObject({ error: { kind: 'date', typed: '' } });
    expect(day('12-31', '半天')).toMatchObject({ error: { kind: 'times', day: { zh: '2026年12月31日' } } });
  });
});
