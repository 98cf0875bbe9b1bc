import { describe, expect, it } from 'vitest';
import { at } from '#shared/fixtures/community.ts';
import type { Instant } from '#shared/core/instant.ts';
import { isClockBehind } from './clock-doubt.ts';

const last = at('2026-10-20T09:30');

describe('a clock that was set back', () => {
  it('is doubted when the journal is more than five minutes ahead of it', () => {
    expect(isClockBehind(last, at('2026-10-20T09:24'))).toBe(true);
    expect(isClockBehind(last, at('2025-10-20T09:30'))).toBe(true);
  });

  it('is believed within five minutes, at the same moment and afterwards', () => {
    expect(isClockBehind(last, at('2026-10-20T09:25'))).toBe(false);
    expect(isClockBehind(last, last)).toBe(false);
    expect(isClockBehind(last, at('2027-01-01T00:00'))).toBe(false);
  });

  it('is compared as a moment, whatever its offset', () => {
    expect(isClockBehind(last, '2026-10-20T01:29:00Z' as Instant)).toBe(false);
    expect(isClockBehind(last, '2026-10-20T01:20:00Z' as Instant)).toBe(true);
  });
});
