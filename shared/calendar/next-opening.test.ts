import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, instantFromMs, msOf } from '#shared/core/instant.ts';
import { at, OFFICE_HOURS, officialCalendar } from '#shared/fixtures/community.ts';
import { nextOpening } from './next-opening.ts';
import { openingsOn } from './office-hours.ts';
import { watchCalendar } from './working-calendar.ts';

const calendar = officialCalendar();
const opening = (moment: string) => nextOpening(at(moment), OFFICE_HOURS, calendar);

describe('when an office opens next', () => {
  it('is the moment itself while it is open, its first minute too and its last not', () => {
    expect(opening('2026-10-08T10:17')).toBe(at('2026-10-08T10:17'));
    expect(opening('2026-10-08T09:00')).toBe(at('2026-10-08T09:00'));
    expect(opening('2026-10-08T12:00')).toBe(at('2026-10-08T14:00'));
    expect(opening('2026-10-08T17:30')).toBe(at('2026-10-09T09:00'));
  });

  it('waits over noon, nights, weekends and holidays', () => {
    expect(opening('2026-10-08T13:00')).toBe(at('2026-10-08T14:00'));
    expect(opening('2026-10-08T03:00')).toBe(at('2026-10-08T09:00'));
    expect(opening('2026-10-16T18:00')).toBe(at('2026-10-19T09:00'));
    expect(opening('2026-09-30T17:30')).toBe(at('2026-10-08T09:00'));
    expect(opening('2026-02-14T17:30')).toBe(at('2026-02-24T09:00'));
  });

  it('is on a weekend day that is worked', () => {
    expect(opening('2026-10-09T18:00')).toBe(at('2026-10-10T09:00'));
    expect(opening('2026-10-10T18:00')).toBe(at('2026-10-12T09:00'));
  });

  it('is never earlier, always while it is open, and the same when asked again', () => {
    const first = msOf(at('2026-01-01T00:00'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 1440 }), minutes => {
        const moment = instantFromMs(first + minutes * 60_000);
        const next = nextOpening(moment, OFFICE_HOURS, calendar);
        expect(msOf(next)).toBeGreaterThanOrEqual(msOf(moment));
        const day = openingsOn(dateOf(next), OFFICE_HOURS, calendar, watchCalendar(calendar));
        expect(day.some(({ from, to }) => from <= msOf(next) && msOf(next) < to)).toBe(true);
        expect(nextOpening(next, OFFICE_HOURS, calendar)).toBe(next);
      }),
    );
  });

  it('is asked of an office that opens at all', () => {
    expect(() => nextOpening(at('2026-10-08T10:00'), {}, calendar)).toThrow(/never opens/);
  });
});
