import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { instantAt, type Instant } from '#shared/core/instant.ts';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { readCalendarYear } from './calendar-year.ts';
import { countLimit } from './count-limit.ts';
import type { LimitUnit, Pause } from './limit.types.ts';
import { isPast, remaining, type Remaining } from './remaining.ts';
import { workingCalendar } from './working-calendar.ts';

const calendar = workingCalendar([
  expectOk(
    readCalendarYear(
      parse(readFileSync(new URL('../../resources/calendars/2026.yaml', import.meta.url), 'utf8')),
    ),
  ),
]);

const at = (text: string): Instant => instantAt(plainDate(text.slice(0, 10)), text.slice(11) || '10:00');
const OPEN = [{ from: '09:00', to: '17:00' }];

const limit = (start: string, amount: number, unit: LimitUnit, pauses: readonly Pause[] = []) =>
  countLimit({
    start: at(start),
    amount,
    unit,
    roll: 'none',
    pauses,
    extension: 0,
    calendar,
    officeHours: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN },
  });

const left = (now: string, start: string, amount: number, unit: LimitUnit): Remaining =>
  remaining(limit(start, amount, unit), at(now), unit, calendar);

describe('what is left of a limit', () => {
  it('is said in working days after today, the last one included', () => {
    const pause: Pause = { from: at('2026-09-28'), to: at('2026-10-08'), label: { zh: '补充材料' } };
    const counted = limit('2026-09-23', 7, 'working-days', [pause]);
    const on = (date: string): Remaining => remaining(counted, at(date), 'working-days', calendar);
    expect(on('2026-10-12')).toEqual({ kind: 'left', amount: 2, unit: 'working-days' });
    expect(on('2026-10-14 23:59')).toEqual({ kind: 'today' });
    expect(on('2026-09-23')).toEqual({ kind: 'left', amount: 7, unit: 'working-days' });
  });

  it('is said in days for calendar days, weeks and months', () => {
    expect(left('2026-09-20', '2026-09-18', 10, 'calendar-days')).toEqual({
      kind: 'left',
      amount: 8,
      unit: 'days',
    });
    expect(left('2026-10-17', '2026-09-18', 1, 'months')).toEqual({ kind: 'left', amount: 1, unit: 'days' });
    expect(left('2026-09-18 23:00', '2026-09-18', 1, 'same-day')).toEqual({ kind: 'today' });
  });

  it('is said in minutes still to be counted', () => {
    expect(left('2026-09-18 09:10', '2026-09-18 09:00', 30, 'minutes')).toEqual({
      kind: 'left',
      amount: 20,
      unit: 'minutes',
    });
    // Friday 16:00 to Monday 10:00, of which one hour each day is open.
    expect(left('2026-10-16 16:00', '2026-10-16 15:00', 3, 'office-hours')).toEqual({
      kind: 'left',
      amount: 120,
      unit: 'minutes',
    });
    expect(left('2026-10-17 12:00', '2026-10-16 15:00', 3, 'office-hours')).toEqual({
      kind: 'left',
      amount: 60,
      unit: 'minutes',
    });
  });

  it('is nothing but the pause while one is open', () => {
    const counted = limit('2026-09-23', 7, 'working-days', [
      { from: at('2026-09-28'), to: null, label: { zh: '鉴定' } },
    ]);
    expect(remaining(counted, at('2026-10-12'), 'working-days', calendar)).toEqual({ kind: 'paused' });
    expect(isPast(counted, at('2027-10-12'))).toBe(false);
  });

  it('goes down to nothing as the days go by', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('working-days' as const, 'calendar-days' as const),
        (offset, amount, unit) => {
          const start = addDays(plainDate('2026-01-01'), offset);
          const counted = limit(start, amount, unit);
          for (const note of counted.days.slice(0, -1)) {
            const passed = counted.days.filter(
              day => day.date <= note.date && day.state === 'counted',
            ).length;
            expect(remaining(counted, at(note.date), unit, calendar)).toEqual({
              kind: 'left',
              amount: amount - passed,
              unit: unit === 'working-days' ? 'working-days' : 'days',
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('how late a limit is', () => {
  it('is said in working days, and in days until one has passed', () => {
    const due = ['2026-09-18', 5, 'working-days'] as const;
    expect(limit(...due).dueDate).toBe('2026-09-24');
    expect(left('2026-09-25', ...due)).toEqual({ kind: 'late', amount: 1, unit: 'days' });
    expect(left('2026-09-27', ...due)).toEqual({ kind: 'late', amount: 3, unit: 'days' });
    expect(left('2026-09-28', ...due)).toEqual({ kind: 'late', amount: 1, unit: 'working-days' });
    expect(left('2026-10-10', ...due)).toEqual({ kind: 'late', amount: 6, unit: 'working-days' });
  });

  it('is said in days or minutes for the others', () => {
    expect(left('2026-09-30', '2026-09-18', 10, 'calendar-days')).toEqual({
      kind: 'late',
      amount: 2,
      unit: 'days',
    });
    expect(left('2026-09-18 10:15', '2026-09-18 09:00', 30, 'minutes')).toEqual({
      kind: 'late',
      amount: 45,
      unit: 'minutes',
    });
  });

  it('begins with the date after the last day, and with the moment after the last minute', () => {
    const days = limit('2026-09-18', 10, 'calendar-days');
    expect(isPast(days, at('2026-09-28 23:59'))).toBe(false);
    expect(days.due).toBe(at('2026-09-29 00:00'));
    expect(isPast(days, at('2026-09-29 00:00'))).toBe(true);
    expect(left('2026-09-29 00:00', '2026-09-18', 10, 'calendar-days').kind).toBe('late');
    const minutes = limit('2026-09-18 09:00', 30, 'minutes');
    expect(isPast(minutes, at('2026-09-18 09:30'))).toBe(false);
    expect(left('2026-09-18 09:30', '2026-09-18 09:00', 30, 'minutes')).toEqual({
      kind: 'left',
      amount: 0,
      unit: 'minutes',
    });
    expect(isPast(minutes, '2026-09-18T09:30:01+08:00' as Instant)).toBe(true);
  });
});
