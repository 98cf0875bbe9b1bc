import { describe, expect, it } from 'vitest';
import { at, officialCalendar } from '#shared/fixtures/community.ts';
import { workingDayBack } from './sample.days.ts';

const back = (now: string, days: number) => workingDayBack(at(now), days, officialCalendar());

describe('a working day before today', () => {
  it('is the last one that is over', () => {
    expect(back('2026-11-26T09:00', 0)).toBe('2026-11-25');
    expect(back('2026-11-26T18:00', 0)).toBe('2026-11-26');
  });

  it('passes over weekends and holidays, and counts a Sunday that is worked', () => {
    expect(back('2026-11-30T09:00', 0)).toBe('2026-11-27');
    // National Day 2026-10-01 to 07; Sunday 2026-09-20 is worked.
    expect(back('2026-10-08T09:00', 0)).toBe('2026-09-30');
    expect(back('2026-09-21T09:00', 0)).toBe('2026-09-20');
    expect(back('2026-09-21T09:00', 1)).toBe('2026-09-18');
  });
});
