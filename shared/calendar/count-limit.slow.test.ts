import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { expectOk } from '#shared/core/result.ts';
import { readCalendarYear } from './calendar-year.ts';
import { countLimit } from './count-limit.ts';
import type { CountRequest, LimitUnit, OfficeHours, Pause } from './limit.types.ts';
import { workingCalendar } from './working-calendar.ts';

/*
 * Everything is counted a second time here, from the definitions, without any of the code under test and with
 * the rest days of another source: slow, and plain enough to be believed.
 */

const calendar = workingCalendar(
  [2024, 2025, 2026].map(year => {
    const file = new URL(`../../resources/calendars/${year}.yaml`, import.meta.url);
    return expectOk(readCalendarYear(parse(readFileSync(file, 'utf8'))));
  }),
);

const DAY = 86_400_000;
const MINUTE = 60_000;
const DATES = Array.from({ length: 3000 }, (_, index) =>
  new Date(Date.UTC(2024, 0, 1) + index * DAY).toISOString().slice(0, 10),
);
const dayAfter = (date: string, days = 1): string => DATES[distance('2024-01-01', date) + days] ?? '';
const distance = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());
const asked = new Map<string, boolean>();
function works(date: string): boolean {
  const known = asked.get(date);
  if (known !== undefined) return known;
  const answer = date < '2027' ? chineseDays.isWorkday(date) : !isWeekend(date);
  asked.set(date, answer);
  return answer;
}
/** A Saturday or Sunday of no holiday, by its name in the other source. */
const isFreeWeekend = (date: string): boolean =>
  isWeekend(date) &&
  !works(date) &&
  (date >= '2027' || /^(Saturday|Sunday)$/.test(chineseDays.getDayDetail(date).name));
const civil = (instant: Instant): string => instant.slice(0, 10);

const dayOf = (date: string): number => Number(date.slice(8));
const monthIndex = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const isLastOfMonth = (date: string): boolean => dayOf(dayAfter(date)) === 1;

const pausedOn = (pauses: readonly Pause[], date: string): boolean =>
  pauses.some(({ from, to }) => civil(from) < date && (to === null || date <= civil(to)));

/** The days on which a month or year target would fall, walked to from the start. */
function sameDayAfterMonths(start: string, months: number, day: number): string {
  let date = start;
  const reached = (): boolean =>
    monthIndex(date) === monthIndex(start) + months &&
    (dayOf(date) === day || (isLastOfMonth(date) && dayOf(date) < day));
  while (!reached()) date = dayAfter(date);
  return date;
}

/** How many days the unit asks for, and which of them count. */
function slowPlan(request: CountRequest, start: string): [number, (date: string) => boolean] {
  const total = request.amount + request.extension;
  const every = (): boolean => true;
  const unit = request.unit as DayUnit;
  switch (unit) {
    case 'calendar-days':
      return [total, every];
    case 'weeks':
      return [7 * total, every];
    case 'months':
      return [distance(start, sameDayAfterMonths(start, total, dayOf(start))), every];
    case 'years':
      return [distance(start, sameDayAfterMonths(start, 12 * total, dayOf(start))), every];
    case 'day-of-month':
      return [distance(start, sameDayAfterMonths(start, 1, request.amount)) + request.extension, every];
    case 'working-days':
      return [total, works];
    case 'working-day-of-month':
      return [total, date => works(date) && monthIndex(date) > monthIndex(start)];
    case 'same-day':
      return [request.extension, every];
  }
}

function slowDueDate(request: CountRequest): string | null {
  const start = civil(request.start);
  const [amount, counts] = slowPlan(request, start);
  const horizon = DATES.filter(date => date > start);
  const countable = horizon.filter(date => counts(date) && !pausedOn(request.pauses, date));
  const last = amount === 0 ? start : countable[amount - 1];
  if (last === undefined) return null;
  if (request.roll === 'none' || works(last)) return last;
  return horizon.find(date => date > last && works(date) && !pausedOn(request.pauses, date)) ?? null;
}

const DAY_UNITS = [
  'calendar-days',
  'working-days',
  'weeks',
  'months',
  'years',
  'day-of-month',
  'working-day-of-month',
  'same-day',
] as const satisfies readonly LimitUnit[];
type DayUnit = (typeof DAY_UNITS)[number];

const MOST: Record<DayUnit, number> = {
  'calendar-days': 90,
  'working-days': 60,
  weeks: 9,
  months: 14,
  years: 2,
  'day-of-month': 31,
  'working-day-of-month': 25,
  'same-day': 1,
};

const FIRST = Date.parse('2024-01-01T00:00:00+08:00');
const LAST = Date.parse('2026-12-31T00:00:00+08:00');
const anyStart = fc.integer({ min: 0, max: (LAST - FIRST) / MINUTE }).map(minute => FIRST + minute * MINUTE);

/** Up to three pauses one after the other, some from before the start, the last one perhaps open. */
const pausesFrom = (start: number, gapMinutes: number): fc.Arbitrary<readonly Pause[]> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 0, max: gapMinutes }), fc.integer({ min: 0, max: gapMinutes })), {
        maxLength: 3,
      }),
      fc.boolean(),
      fc.integer({ min: 0, max: gapMinutes }),
    )
    .map(([gaps, open, before]) => {
      let now = start - before * MINUTE;
      return gaps.map(([gap, length], index): Pause => {
        const from = now + gap * MINUTE;
        now = from + length * MINUTE;
        const stillOpen = open && index === gaps.length - 1;
        return {
          from: instantFromMs(from),
          to: stillOpen ? null : instantFromMs(now),
          label: { zh: `第${index + 1}次` },
        };
      });
    });

const HOURS: OfficeHours = {
  1: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
  2: [{ from: '00:00', to: '24:00' }],
  3: [],
  4: [{ from: '09:15', to: '09:16' }],
  5: [{ from: '08:30', to: '24:00' }],
  6: [{ from: '10:00', to: '11:00' }],
};

const base = { calendar, officeHours: HOURS };

const dayRequests: fc.Arbitrary<CountRequest> = fc
  .record({ start: anyStart, unit: fc.constantFrom(...DAY_UNITS) })
  .chain(({ start, unit }) =>
    fc.record({
      start: fc.constant(instantFromMs(start)),
      unit: fc.constant(unit),
      amount: fc.integer({ min: unit.endsWith('of-month') ? 1 : 0, max: MOST[unit] }),
      extension: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: unit === 'years' ? 1 : 5 })),
      roll: fc.constantFrom('none' as const, 'next-working-day' as const),
      pauses: pausesFrom(start, 30 * 1440),
    }),
  )
  .map(request => ({ ...base, ...request }));

describe('limits in days, counted again the slow way', () => {
  it('end on the same date', () => {
    fc.assert(
      fc.property(dayRequests, request => {
        const due = slowDueDate(request);
        const counted = countLimit(request);
        expect(counted.dueDate).toBe(due);
        expect(counted.due).toBe(due === null ? null : `${dayAfter(due)}T00:00:00+08:00`);
      }),
      { numRuns: 600 },
    );
  });

  it('explain each day once, in order, and count as many as the amount asks for', () => {
    fc.assert(
      fc.property(dayRequests, request => {
        const { days, dueDate } = countLimit(request);
        const start = civil(request.start);
        expect(days.map(day => day.date)).toEqual(days.map((_, index) => dayAfter(start, index)));
        expect(days.findIndex(day => day.state === 'start')).toBe(0);
        const nths = days.flatMap(day => (day.nth === undefined ? [] : [day.nth]));
        expect(nths).toEqual(nths.map((_, index) => index + 1));
        if (dueDate !== null) {
          expect(nths.length).toBe(slowPlan(request, start)[0]);
          expect(days.at(-1)?.date).toBe(dueDate);
        }
        const wrong = days.slice(1).filter(day => {
          const paused = pausedOn(request.pauses, day.date);
          return (
            (day.nth !== undefined) !== (day.state === 'counted') ||
            (day.pause !== undefined) !== (day.state === 'paused') ||
            (day.state === 'counted' && paused) ||
            (day.state === 'paused' && !paused) ||
            (day.state === 'rolled' && works(day.date) !== (day.date === dueDate))
          );
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('ask an unknown year only where the result hangs on it', () => {
    fc.assert(
      fc.property(dayRequests, request => {
        const { days, unknownYears } = countLimit(request);
        const reaches = days.slice(1).some(day => day.date >= '2027');
        if (!reaches) expect(unknownYears).toEqual([]);
        if (reaches && request.unit.startsWith('working')) expect(unknownYears).toContain(2027);
        expect(unknownYears.filter(year => year < 2027)).toEqual([]);
      }),
    );
  });
});

const openAt = (ms: number): boolean => {
  const clock = new Date(ms + 8 * 60 * MINUTE).toISOString();
  const date = clock.slice(0, 10);
  const free = isFreeWeekend(date);
  if (!works(date) && !free) return false;
  const weekday = isWeekend(date) && !free ? 1 : new Date(date).getUTCDay() || 7;
  return (HOURS[weekday] ?? []).some(
    ({ from, to }) => from <= clock.slice(11, 16) && clock.slice(11, 16) < to,
  );
};

/** Minute by minute, until enough of them have counted. */
function slowDue(request: CountRequest): string | null {
  let left = (request.amount + request.extension) * (request.unit === 'minutes' ? 1 : 60);
  let now = msOf(request.start);
  const pauses = request.pauses.map(pause => ({
    from: msOf(pause.from),
    to: pause.to === null ? Infinity : msOf(pause.to),
  }));
  for (; left > 0; now += MINUTE) {
    if (pauses.some(pause => pause.to === Infinity && pause.from <= now)) return null;
    const paused = pauses.some(pause => pause.from <= now && now < pause.to);
    if (!paused && (request.unit !== 'office-hours' || openAt(now))) left -= 1;
  }
  return instantFromMs(now);
}

const timeRequests: fc.Arbitrary<CountRequest> = fc
  .record({
    start: anyStart,
    unit: fc.constantFrom('minutes' as const, 'hours' as const, 'office-hours' as const),
  })
  .chain(({ start, unit }) =>
    fc.record({
      start: fc.constant(instantFromMs(start)),
      unit: fc.constant(unit),
      amount: fc.integer({ min: 0, max: unit === 'minutes' ? 3000 : 40 }),
      extension: fc.integer({ min: 0, max: 10 }),
      roll: fc.constantFrom('none' as const, 'next-working-day' as const),
      pauses: pausesFrom(start, 1200),
    }),
  )
  .map(request => ({ ...base, ...request }));

describe('limits in minutes and hours, counted again minute by minute', () => {
  it('end at the same moment, and their explanation adds up', () => {
    fc.assert(
      fc.property(timeRequests, request => {
        const counted = countLimit(request);
        expect(counted.due).toBe(slowDue(request));
        let end: string = request.start;
        for (const note of counted.times) {
          expect(note.from).toBe(end);
          expect(note.minutes).toBe((msOf(note.to) - msOf(note.from)) / MINUTE);
          end = note.to;
        }
        if (counted.due !== null) {
          expect(end).toBe(counted.due);
          const sum = counted.times
            .filter(note => note.state === 'counted')
            .reduce((total, note) => total + note.minutes, 0);
          expect(sum).toBe((request.amount + request.extension) * (request.unit === 'minutes' ? 1 : 60));
        }
      }),
      { numRuns: 120 },
    );
  });
});
