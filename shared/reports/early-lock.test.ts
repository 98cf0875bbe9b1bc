import { describe, expect, it } from 'vitest';
import { decideMonthLock } from '#shared/case/month-lock.decide.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { at, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import { EARLY_LOCK, isEarlyLock } from './early-lock.ts';

const october = '2026-10' as PlainMonth;

const lock = (now: string, remarks: readonly { item: string; text: string }[] = []) =>
  decideMonthLock(foundedOffice(), { period: october, remarks, open: [] }, deciding({ now: at(now) }));

describe('locking a month before it is over', () => {
  it('is early until its last day has ended', () => {
    expect(isEarlyLock(october, at('2026-10-20T09:00'))).toBe(true);
    expect(isEarlyLock(october, at('2026-10-31T23:59'))).toBe(true);
    expect(isEarlyLock(october, at('2026-11-01T00:00'))).toBe(false);
  });

  it('is refused without a reason', () => {
    const refused = err({ code: 'case/reason-missing' });
    expect(lock('2026-10-20T09:00')).toEqual(refused);
    expect(lock('2026-10-20T09:00', [{ item: EARLY_LOCK, text: '  ' }])).toEqual(refused);
    expect(lock('2026-10-20T09:00', [{ item: 'open-cases', text: '照转下月' }])).toEqual(refused);
  });

  it('is done with a reason, which is kept', () => {
    const remarks = [{ item: EARLY_LOCK, text: '总部要求二十日报账' }];
    expect(expectOk(lock('2026-10-20T09:00', remarks))).toMatchObject([{ type: 'month-locked', remarks }]);
  });

  it('asks for nothing once the month is over', () => {
    expectOk(lock('2026-11-01T00:00'));
  });
});
