import { describe, expect, it } from 'vitest';
import { err, expectOk } from '#shared/core/result.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk, type Who } from '#shared/fixtures/made-desk.ts';
import { Batch } from './batch.ts';
import { decideOffice, type OfficeCommand } from './office.decide.ts';
import { periodDone, periodProposal, type CountedPeriod } from './period-close.decide.ts';

const QUARTER = { procedure: 'ladder', duty: 'Q', period: '2026-Q3' };
const OFFICER: Who = { name: '孙统计', roles: ['records-officer'] };
const CHIEF: Who = { name: '赵主任', roles: ['supervisor'] };
const BOTH: Who = { name: '王登记', roles: ['records-officer', 'supervisor'] };
const REMARKS = [{ item: 'steps', text: '等配件' }];
const QUIET = {
  ...{ received: 4, closed: 1, onTime: 1, open: 3, overdue: 0, receivedClosed: 1, asked: 0, satisfied: 0 },
};
const COUNTED: CountedPeriod = { figures: QUIET, open: [{ item: 'steps', count: 3 }] };

class Close {
  readonly desk = new MadeDesk(ladderPack());
  decide(command: OfficeCommand, who: Who, now = '2026-10-01T09:00') {
    return decideOffice(this.desk.office, command, this.desk.deciding(now, who));
  }
  close(who: Who, now?: string, remarks = REMARKS, counted = COUNTED, of = QUARTER) {
    return this.decide({ ...of, type: 'close-period', counted, remarks }, who, now);
  }
  give(counted = COUNTED, who = CHIEF, remarks: typeof REMARKS = []) {
    return this.decide({ ...QUARTER, type: 'answer-period', answer: 'given', counted, remarks }, who);
  }
  sendBack(reason: string, who = CHIEF) {
    return this.decide({ ...QUARTER, type: 'answer-period', answer: 'refused', reason }, who);
  }
  take(decided: ReturnType<Close['decide']>): void {
    const events = expectOk(decided);
    expect(Batch.safeParse({ v: 1, events }).success).toBe(true);
    this.desk.take('', events);
  }
  get done() {
    return periodDone(this.desk.office, QUARTER);
  }
  get proposal() {
    return periodProposal(this.desk.office, QUARTER);
  }
}

describe('the close of a quarter', () => {
  it('is proposed and done when the person in charge gives it, with the figures of that moment', () => {
    const close = new Close();
    close.take(close.close(OFFICER));
    expect(close.done).toBeUndefined();
    expect(close.proposal).toMatchObject({ by: { name: '孙统计' }, remarks: REMARKS });
    const figures = { ...QUIET, received: 5 };
    close.take(close.give({ ...COUNTED, figures }));
    expect(close.done).toMatchObject({
      ...{ by: '赵主任', askedBy: '孙统计', approvedBy: '赵主任' },
      close: { figures, zero: false, open: [{ item: 'steps', count: 3 }], remarks: REMARKS },
    });
    expect(close.desk.office).not.toHaveProperty('proposals');
    expect(close.close(OFFICER)).toEqual(err({ code: 'case/nothing-changed' }));
  });

  it('is not given while a question that came open since lacks a remark', () => {
    const close = new Close();
    close.take(close.close(OFFICER));
    const counted = { ...COUNTED, figures: { ...QUIET, overdue: 1 } };
    const late = { item: 'overdue', text: '昨天才到期，今天办。' };
    expect(close.give(counted)).toEqual(err({ code: 'case/reason-missing' }));
    close.take(close.give(counted, CHIEF, [late]));
    expect(close.done?.close?.remarks).toEqual([...REMARKS, late]);
  });

  it('goes back with a reason only, and may be proposed again', () => {
    const close = new Close();
    close.take(close.close(OFFICER));
    expect(close.close(OFFICER)).toEqual(err({ code: 'case/asked-already' }));
    expect(close.sendBack(' ')).toEqual(err({ code: 'case/reason-missing' }));
    close.take(close.sendBack('先写清楚'));
    expect(close.proposal?.refused).toMatchObject({ by: '赵主任', reason: '先写清楚' });
    expect(close.give()).toEqual(err({ code: 'case/nothing-asked' }));
    close.take(close.close(OFFICER));
    close.take(close.give());
    expect(close.done).toBeDefined();
  });

  it('wants a remark to every open question, and to what was overdue when the period ended', () => {
    const close = new Close();
    const missing = err({ code: 'case/reason-missing' });
    for (const who of [OFFICER, BOTH]) {
      expect(close.close(who, undefined, [])).toEqual(missing);
      expect(close.close(who, undefined, [{ item: 'steps', text: ' ' }])).toEqual(missing);
      const late = { ...COUNTED, figures: { ...QUIET, overdue: 2 } };
      expect(close.close(who, undefined, REMARKS, late)).toEqual(missing);
      expect(close.close(who, undefined, [...REMARKS, { item: 'overdue', text: '缺货' }], late).ok).toBe(
        true,
      );
    }
  });

  it('asks why before the period is over, its last day included', () => {
    const close = new Close();
    for (const now of ['2026-08-10T09:00', '2026-09-30T23:00'])
      expect(close.close(BOTH, now)).toEqual(err({ code: 'case/reason-missing' }));
    const why = [...REMARKS, { item: 'early', text: '总部要求三十日报' }];
    close.take(close.close(BOTH, '2026-09-30T23:00', why));
    expect(close.done?.close?.remarks).toEqual(why);
  });

  it('is a zero report where nothing was received and nothing closed', () => {
    const close = new Close();
    const figures = { ...QUIET, received: 0, closed: 0, onTime: 0, receivedClosed: 0 };
    close.take(close.close(BOTH, undefined, [], { figures, open: [] }));
    expect(close.done).toMatchObject({ approvedBy: '王登记', close: { figures, zero: true } });
    expect(close.done).not.toHaveProperty('askedBy');
  });

  it('is neither proposed nor answered by anybody else', () => {
    const close = new Close();
    expect(close.close(CHIEF)).toEqual(err({ code: 'case/role', role: 'records-officer' }));
    close.take(close.close(OFFICER));
    expect(close.give(COUNTED, OFFICER)).toEqual(err({ code: 'case/role', role: 'supervisor' }));
  });

  it('is its own affair: another duty, another period and the month wait by themselves', () => {
    const close = new Close();
    close.take(close.close(OFFICER));
    close.take(close.close(OFFICER, undefined, REMARKS, COUNTED, { ...QUARTER, duty: 'other' }));
    close.take(close.close(OFFICER, undefined, REMARKS, COUNTED, { ...QUARTER, period: '2026-Q2' }));
    close.take(close.give());
    expect(close.desk.office.proposals?.map(({ of, period }) => `${of?.duty} ${period}`)).toEqual([
      ...['other 2026-Q3', 'Q 2026-Q2'],
    ]);
  });
});

describe('a journal of before there was an approval', () => {
  it('is read as it was: closed with a remark to what was overdue, or only ticked', () => {
    const { desk } = new Close();
    const by = { name: '孙统计', role: 'records-officer', station: 'PC-1' };
    const [first] = expectOk(new Close().close(BOTH));
    const head = {
      v: 1,
      id: first?.id,
      at: first?.at,
      by: { ...by, person: first?.by.person },
      stream: 'office',
    };
    const close = { figures: { ...QUIET, overdue: 2 }, zero: false, remark: '厂家缺货' };
    const { events } = Batch.parse(
      JSON.parse(
        JSON.stringify({
          v: 1,
          events: [
            { ...head, type: 'duty-done', ...QUARTER, close },
            { ...head, type: 'duty-done', ...QUARTER, period: '2026-Q2' },
          ],
        }),
      ),
    );
    desk.take('', events);
    expect(periodDone(desk.office, QUARTER)).toMatchObject({ close, by: '孙统计' });
    expect(periodDone(desk.office, QUARTER)).not.toHaveProperty('approvedBy');
    expect(periodDone(desk.office, { ...QUARTER, period: '2026-Q2' })).not.toHaveProperty('close');
  });
});
