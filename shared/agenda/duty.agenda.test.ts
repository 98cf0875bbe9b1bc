import { describe, expect, it } from 'vitest';
import { addDays, plainDate, type PlainDate } from '#shared/core/plain-date.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import { newEventId, newPersonId } from '#shared/core/ids.ts';
import { at, countingIds, foundedOffice, officialCalendar } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { dutiesBetween, dutyAgenda } from './duty.agenda.ts';

const calendar = officialCalendar();
const procedure = {
  ...ladderPack(),
  duties: [
    {
      ...{ id: 'month', name: { zh: '月报' }, period: 'month' as const, due: { working_day: 5 } },
      ...{ warn: 3, report: 'R-1', rule: { zh: '每月前 5 个工作日报上月' }, unverified: false },
    },
  ],
};
const ids = countingIds();
const head = (now: string) => ({
  v: 1 as const,
  id: newEventId(ids),
  at: at(now),
  by: { person: newPersonId(ids), name: '王登记', role: 'administrator' as const, station: 'PC-1' },
  stream: 'office' as const,
});

/** Founded on 1 October 2026, working by the made-up procedure since that moment. */
const office = (since = '2026-10-02T09:00'): OfficeState =>
  evolveOffice(foundedOffice(), {
    ...head(since),
    type: 'procedures-chosen',
    procedures: ['phoenix-community', procedure.id],
    guidance: [],
  });
const seen = (today: string, state = office()): readonly string[] =>
  dutyAgenda([procedure], { office: state, calendar, today: plainDate(today) }).map(
    ({ standing, period }) => `${standing} ${period.id} ${period.due}`,
  );

describe('duties without a case', () => {
  it('come near by their own warning, are due on the n-th working day with make-up days, and stay when missed', () => {
    // 2, 3, 4, 5, 6 November.
    expect(seen('2026-11-02')).toEqual([]);
    expect(seen('2026-11-03')).toEqual(['near 2026-10 2026-11-06']);
    expect(seen('2026-11-06')).toEqual(['today 2026-10 2026-11-06']);
    expect(seen('2026-11-07')).toEqual(['overdue 2026-10 2026-11-06']);
    expect(seen('2027-01-04').filter(line => line.startsWith('overdue'))).toEqual([
      'overdue 2026-10 2026-11-06',
      'overdue 2026-11 2026-12-07',
    ]);
  });

  it('count make-up working days: the 5th of October 2026 is the 13th', () => {
    const since = office('2026-10-02T09:00');
    const used = { ...since, chosen: { ...since.chosen, since: {} } } as OfficeState;
    const earlier = { ...used, foundedAt: at('2026-09-01T08:00') };
    expect(seen('2026-10-13', earlier)).toContain('today 2026-09 2026-10-13');
  });

  it('are not owed of a period that was over before the office worked by the procedure', () => {
    expect(seen('2026-11-07', office('2026-11-01T09:00'))).toEqual([]);
    expect(seen('2026-12-08', office('2026-11-01T09:00'))).toEqual(['overdue 2026-11 2026-12-07']);
  });

  it('keep the day on which the office began with a procedure when it chooses others besides', () => {
    const later = evolveOffice(office('2026-10-02T09:00'), {
      ...head('2027-01-02T09:00'),
      type: 'procedures-chosen',
      procedures: [procedure.id],
      guidance: [],
    });
    expect(seen('2026-11-06', later)).toEqual(['today 2026-10 2026-11-06']);
  });

  it('are gone when somebody noted them as done', () => {
    const done = evolveOffice(office(), {
      ...head('2026-11-04T09:00'),
      type: 'duty-done',
      procedure: procedure.id,
      duty: 'month',
      period: '2026-10',
    });
    expect(seen('2026-11-06', done)).toEqual([]);
    expect(seen('2026-11-07', done)).toEqual([]);
  });

  it('fall into the month in which they are due, each on one day', () => {
    const context = { office: office(), calendar, today: plainDate('2026-10-08') };
    const days = (from: string, to: string): readonly PlainDate[] =>
      dutiesBetween([procedure], [plainDate(from), plainDate(to)], context).map(({ period }) => period.due);
    expect(days('2026-11-01', '2026-11-30')).toEqual(['2026-11-06']);
    expect(days('2026-10-01', '2026-12-31')).toEqual(['2026-11-06', '2026-12-07']);
    for (const due of days('2026-10-01', '2026-12-31')) expect(days(due, due)).toEqual([due]);
    expect(days('2026-11-07', addDays(plainDate('2026-11-07'), 20))).toEqual([]);
  });
});
