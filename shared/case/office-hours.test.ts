import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '#shared/calendar/limit.types.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { at, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { Batch } from './batch.ts';
import { clocksOf } from './clocks.ts';
import { decideOffice } from './office.decide.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';

const LATE: OfficeHours = { 4: [{ from: '15:00', to: '20:00' }], 5: [{ from: '15:00', to: '20:00' }] };

const attempt = (hours: OfficeHours, now: string, from: string | null = null, office = foundedOffice()) =>
  decideOffice(
    office,
    { type: 'set-hours', hours, from: from === null ? null : at(from) },
    deciding({ now: at(now) }),
  );

const set = (office: OfficeState, hours: OfficeHours, now: string, from: string | null = null): OfficeState =>
  expectOk(attempt(hours, now, from, office)).reduce<OfficeState>(evolveOffice, office);

const pack = ladderPack({
  limits: `
limits:
  - { id: L, name: { zh: 受理, en: Accept }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      ends: [{ step: accept }], amount: 2, unit: office-hours }
  - { id: W, name: { zh: 送达, en: Deliver }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      ends: [{ step: accept }], amount: 1, unit: hours, counted_from: next-opening }
`,
});

const dueOf = (office: OfficeState, id: string, received: string): string | undefined => {
  const desk = new MadeDesk(pack).register(received);
  const context = { ...desk.context(received), officeHours: office.hours };
  const clock = clocksOf(pack, desk.state(), context).find(({ limit }) => limit.id === id);
  return clock?.counted?.due ?? undefined;
};

describe('the hours of an office', () => {
  it('are the usual ones until it sets its own, which the journal accepts', () => {
    expect(foundedOffice().hours).toHaveLength(1);
    expect(dueOf(foundedOffice(), 'L', '2026-10-08T09:30')).toBe(at('2026-10-08T11:30'));
    const events = expectOk(attempt({ ...LATE, '2026-12-31': [] }, '2026-10-08T08:00'));
    expect(Batch.safeParse({ v: 1, events }).success).toBe(true);
  });

  it('are set by an administrator', () => {
    const command = { type: 'set-hours', hours: LATE, from: null } as const;
    expect(decideOffice(foundedOffice(), command, deciding({ roles: ['records-officer'] }))).toEqual(
      err({ code: 'case/role', role: 'administrator' }),
    );
  });

  it('count for whatever begins from then on; what began before goes on by the table it began with', () => {
    const office = set(foundedOffice(), LATE, '2026-10-08T10:00');
    expect(dueOf(office, 'L', '2026-10-08T09:59')).toBe(at('2026-10-08T11:59'));
    expect(dueOf(office, 'L', '2026-10-08T10:00')).toBe(at('2026-10-08T17:00'));
    expect(dueOf(office, 'W', '2026-10-08T10:00')).toBe(at('2026-10-08T16:00'));
    // It waits for the opening it was told of, though the office opens later by then.
    const overnight = set(foundedOffice(), LATE, '2026-10-09T08:00');
    expect(dueOf(overnight, 'W', '2026-10-08T20:00')).toBe(at('2026-10-09T10:00'));
  });

  it('may be planned for a day to come; a table set meanwhile holds until then', () => {
    const planned = set(foundedOffice(), LATE, '2026-10-08T08:00', '2026-10-15T00:00');
    const office = set(planned, { 4: [{ from: '08:00', to: '12:00' }] }, '2026-10-08T08:00');
    const dues = ['2026-10-08T08:00', '2026-10-15T08:00'].map(received => dueOf(office, 'L', received));
    expect(dues).toEqual([at('2026-10-08T10:00'), at('2026-10-15T17:00')]);
    const instead = set(
      office,
      { 4: [{ from: '06:00', to: '12:00' }] },
      '2026-10-08T09:00',
      '2026-10-15T00:00',
    );
    expect(instead.hours).toHaveLength(3);
    expect(dueOf(instead, 'L', '2026-10-15T08:00')).toBe(at('2026-10-15T10:00'));
  });

  it('say who set them', () => {
    const [, own] = set(foundedOffice(), LATE, '2026-10-08T10:00').hours;
    expect(own).toMatchObject({ by: '王登记', at: at('2026-10-08T10:00'), from: at('2026-10-08T10:00') });
  });

  it.each([
    [{}, { code: 'office/hours-few' }],
    [{ 1: [] }, { code: 'office/hours-few' }],
    [{ '2026-12-31': [{ from: '09:00', to: '17:00' }] }, { code: 'office/hours-few' }],
    [
      { 2: [{ from: '14:00', to: '11:00' }] },
      { code: 'office/hours-order', day: { zh: '星期二', en: 'Tuesday' }, opens: '14:00', closes: '11:00' },
    ],
    [
      {
        3: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '15:00' },
        ],
      },
      { code: 'office/hours-order', day: { zh: '星期三', en: 'Wednesday' }, opens: '11:00', closes: '15:00' },
    ],
    [
      { ...LATE, '2026-12-31': [{ from: '09:00', to: '25:00' }] },
      {
        code: 'office/hours-order',
        day: { zh: '2026年12月31日', en: '31 December 2026' },
        opens: '09:00',
        closes: '25:00',
      },
    ],
  ] as const)('are refused where nothing can be counted by them: %o', (hours, refusal) => {
    expect(attempt(hours as OfficeHours, '2026-10-08T10:00')).toEqual(err(refusal));
  });

  it('never reach back', () => {
    expect(attempt(LATE, '2026-10-08T10:00', '2026-10-08T09:59')).toEqual(err({ code: 'office/hours-past' }));
  });
});
