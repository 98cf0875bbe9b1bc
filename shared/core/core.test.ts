import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { newUlid, OfficeCode } from './ids.ts';
import { dateOf, instantAt, instantFromMs, msOf, timeOf } from './instant.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  lastDayOf,
  parsePlainDate,
  plainDate,
  weekday,
  type PlainMonth,
} from './plain-date.ts';

const anyDate = fc.integer({ min: 0, max: 60_000 }).map(days => addDays(plainDate('1970-01-01'), days));

describe('plain dates', () => {
  it('refuses dates that do not exist', () => {
    expect(parsePlainDate('2026-02-30')).toBeUndefined();
    expect(parsePlainDate('2026-2-3')).toBeUndefined();
    expect(parsePlainDate('2024-02-29')).toBe('2024-02-29');
  });

  it('adds and subtracts days consistently', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect((((weekday(date) - 1 + days) % 7) + 7) % 7).toBe(weekday(addDays(date, days)) - 1);
      }),
    );
  });

  it('ends a period of months on the same date or on the last day of the month', () => {
    expect(addMonths(plainDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(plainDate('2026-11-15'), 3)).toBe('2027-02-15');
    expect(lastDayOf('2028-02' as PlainMonth)).toBe('2028-02-29');
  });
});

describe('instants', () => {
  it('show the civil date and time of Asia/Shanghai whatever the zone they were written in', () => {
    const instant = instantFromMs(Date.parse('2026-10-11T16:05:00Z'));
    expect(instant).toBe('2026-10-12T00:05:00+08:00');
    expect(dateOf(instant)).toBe('2026-10-12');
    expect(timeOf(instant)).toBe('00:05');
  });

  it('take 24:00 as the end of the day', () => {
    expect(instantAt(plainDate('2026-10-12'), '24:00')).toBe('2026-10-13T00:00:00+08:00');
    expect(msOf(instantAt(plainDate('2026-10-12'), '09:30'))).toBe(Date.parse('2026-10-12T01:30:00Z'));
  });
});

describe('ids', () => {
  it('sort by the time they were made', () => {
    const randomBytes = (count: number): Uint8Array => new Uint8Array(count).fill(255);
    const early = newUlid({ nowMs: () => 1_790_000_000_000, randomBytes });
    const late = newUlid({ nowMs: () => 1_790_000_000_001, randomBytes });
    expect(early < late).toBe(true);
    expect(early).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });

  it('let an office code hold capitals, digits and single hyphens only', () => {
    expect(OfficeCode.safeParse('PHX-0371').success).toBe(true);
    for (const bad of ['phx', 'PHX--1', '-PHX', 'PH', '../PHX', 'PHX_1']) {
      expect(OfficeCode.safeParse(bad).success, bad).toBe(false);
    }
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), record => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});
