import { describe, expect, it } from 'vitest';
import { decideOffice, type OfficeCommand } from '#shared/case/office.decide.ts';
import { err, expectOk } from '#shared/core/result.ts';
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
const figures = {
  ...{ received: 4, closed: 1, onTime: 1, open: 3, overdue: 2, receivedClosed: 1, asked: 0, satisfied: 0 },
};

class Office extends MadeDesk {
  constructor() {
    super(pack, { ...foundedOffice(), foundedAt: at('2026-05-04T08:00') });
  }
  decide(command: OfficeCommand) {
    return decideOffice(this.office, command, this.deciding('2026-10-01T09:00'));
  }
  duties(today: string) {
    return periodicDuties([pack], this.office, day(today));
  }
}
const close = (remark?: string): OfficeCommand => ({
  ...{ type: 'mark-duty', procedure: 'ladder', duty: 'quarter', period: '2026-Q3' },
  close: { figures, zero: false, ...(remark === undefined ? {} : { remark }) },
});

describe('what comes back otherwise than by the month', () => {
  it('is listed period by period since the office owes it; months are closed as months', () => {
    const [half, quarter, ...others] = new Office().duties('2026-10-01');
    expect(others).toEqual([]);
    expect(half?.periods.map(({ id }) => id)).toEqual([
      ...['2026-10-A', '2026-09-B', '2026-09-A', '2026-08-B', '2026-08-A'],
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

describe('a period that is closed', () => {
  it('keeps its figures, wants a remark to what is overdue, and is closed once', () => {
    const office = new Office();
    expect(office.decide(close())).toEqual(err({ code: 'case/reason-missing' }));
    expect(office.decide(close('  '))).toEqual(err({ code: 'case/reason-missing' }));
    office.take('', expectOk(office.decide(close('厂家缺货'))));
    const [, quarter] = office.duties('2026-10-01');
    expect(quarter?.periods[1]?.done).toMatchObject({ close: { figures, remark: '厂家缺货' } });
    expect(office.decide(close('厂家缺货'))).toEqual(err({ code: 'case/nothing-changed' }));
  });
});
