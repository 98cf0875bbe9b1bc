import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { at, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import type { Duty, Period } from '#shared/procedure/duty.schema.ts';
import { periodicDuties, periodToClose } from './period.closes.ts';

const duty = (period: Period): Duty => ({
  ...{ id: period, name: { zh: '汇总', en: 'Summary' }, period, due: { last_day: true }, warn: 3 },
  ...{ rule: { zh: '规定', en: 'Rule' }, unverified: false },
});
const pack = { ...ladderPack(), duties: [duty('month'), duty('half-month'), duty('quarter')] };
const day = (text: string): PlainDate => text as PlainDate;

class Office extends MadeDesk {
  constructor() {
    super(pack, { ...foundedOffice(), foundedAt: at('2026-05-04T08:00') });
  }
  duties(today: string) {
    return periodicDuties([pack], this.office, day(today));
  }
}
describe('what comes back otherwise than by the month', () => {
  it('is listed period by period since the office owes it; months are closed as months', () => {
    const [half, quarter, ...others] = new Office().duties('2026-10-01');
    expect(others).toEqual([]);
    expect(half?.periods.map(({ id }) => id)).toEqual([
      ...['2026-10-A', '2026-09-B', '2026-09-A', '2026-08-B', '2026-08-A', '2026-07-B', '2026-07-A'],
      ...['2026-06-B', '2026-06-A', '2026-05-B', '2026-05-A'],
    ]);
    expect(quarter?.periods.map(({ id, ripe }) => [id, ripe])).toEqual([
      ['2026-Q4', false],
      ['2026-Q3', true],
      ['2026-Q2', true],
    ]);
  });

  it('is ripe on its last day, and the oldest that is owed comes first', () => {
    const office = new Office();
    const quarter = (today: string) => office.duties(today)[1]!;
    expect(quarter('2026-09-29').periods[0]).toMatchObject({ id: '2026-Q3', ripe: false });
    expect(quarter('2026-09-30').periods[0]).toMatchObject({ id: '2026-Q3', ripe: true });
    expect(periodToClose(quarter('2026-10-01'))?.id).toBe('2026-Q2');
  });
});
