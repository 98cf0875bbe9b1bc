import { describe, expect, it } from 'vitest';
import { err, expectOk } from '#shared/core/result.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk, type Who } from '#shared/fixtures/made-desk.ts';
import { Batch } from './batch.ts';
import type { CloseAnswer } from './close.decide.ts';
import { decideLockAnswer, decideMonthLock, lockProposal } from './month-lock.decide.ts';

const OCTOBER = '2026-10' as PlainMonth;
const OFFICER: Who = { name: '孙统计', roles: ['records-officer'] };
const CHIEF: Who = { name: '赵主任', roles: ['supervisor'] };
const REMARKS = [{ item: 'overdue', text: '等配件' }];

class Close {
  readonly desk = new MadeDesk(ladderPack());
  lock(who: Who, now = '2026-11-01T09:00', remarks = REMARKS) {
    return decideMonthLock(
      this.desk.office,
      { period: OCTOBER, remarks, open: ['overdue'] },
      this.desk.deciding(now, who),
    );
  }
  private answer(answer: CloseAnswer, who: Who) {
    const command = { type: 'answer-lock' as const, period: OCTOBER, ...answer };
    return decideLockAnswer(this.desk.office, command, this.desk.deciding('2026-11-01T10:00', who));
  }
  give(who = CHIEF, open = ['overdue'], remarks: typeof REMARKS = []) {
    return this.answer({ answer: 'given', open, remarks }, who);
  }
  sendBack(reason: string) {
    return this.answer({ answer: 'refused', reason }, CHIEF);
  }
  take(decided: ReturnType<Close['lock']>): void {
    const events = expectOk(decided);
    expect(Batch.safeParse({ v: 1, events }).success).toBe(true);
    this.desk.take('', events);
  }
}

describe('the lock of a month', () => {
  it('is proposed by the records officer and done when the person in charge gives it, both named', () => {
    const close = new Close();
    close.take(close.lock(OFFICER));
    expect(close.desk.office.months).toEqual([]);
    expect(lockProposal(close.desk.office, OCTOBER)).toMatchObject({
      by: { name: '孙统计' },
      remarks: REMARKS,
    });
    close.take(close.give());
    expect(close.desk.office.months).toMatchObject([
      { period: OCTOBER, by: '赵主任', askedBy: '孙统计', approvedBy: '赵主任', remarks: REMARKS },
    ]);
    expect(close.desk.office).not.toHaveProperty('proposals');
  });

  it('is not given while a question that came open since lacks a remark, and that is kept beside the others', () => {
    const close = new Close();
    close.take(close.lock(OFFICER));
    const open = ['overdue', 'steps'];
    const late = { item: 'steps', text: '昨天才到期，今天办。' };
    expect(close.give(CHIEF, open)).toEqual(err({ code: 'case/reason-missing' }));
    expect(close.give(CHIEF, open, [{ ...late, text: ' ' }])).toEqual(err({ code: 'case/reason-missing' }));
    close.take(close.give(CHIEF, open, [{ item: 'overdue', text: '另一句' }, late]));
    expect(close.desk.office.months[0]?.remarks).toEqual([...REMARKS, late]);
  });

  it('goes back with a reason only, and may be proposed again', () => {
    const close = new Close();
    close.take(close.lock(OFFICER));
    expect(close.lock(OFFICER)).toEqual(err({ code: 'case/asked-already' }));
    expect(close.sendBack('  ')).toEqual(err({ code: 'case/reason-missing' }));
    close.take(close.sendBack('逾期的先写清楚'));
    expect(lockProposal(close.desk.office, OCTOBER)?.refused).toMatchObject({
      ...{ by: '赵主任', reason: '逾期的先写清楚' },
    });
    expect(close.give()).toEqual(err({ code: 'case/nothing-asked' }));
    close.take(close.lock(OFFICER));
    close.take(close.give());
    expect(close.desk.office.months).toHaveLength(1);
    expect(close.lock(OFFICER)).toEqual(err({ code: 'case/nothing-changed' }));
  });

  it('wants a remark to every open question, also of whoever locks alone', () => {
    const close = new Close();
    for (const who of [OFFICER, { roles: ['records-officer', 'supervisor'] } as const])
      for (const remarks of [[], [{ item: 'overdue', text: '  ' }], [{ item: 'steps', text: '等配件' }]])
        expect(close.lock(who, undefined, remarks)).toEqual(err({ code: 'case/reason-missing' }));
  });

  it('is done by one person who holds both roles, and says so; a proposal that waited is settled', () => {
    const close = new Close();
    close.take(close.lock(OFFICER));
    const locked = close.lock({ name: '王登记', roles: ['records-officer', 'supervisor'] });
    expect(locked).toMatchObject({
      value: [
        { type: 'month-locked', by: { name: '王登记' }, approved_by: { name: '王登记', role: 'supervisor' } },
      ],
    });
    expect(expectOk(locked)[0]).not.toHaveProperty('asked_by');
    close.take(locked);
    expect(close.desk.office).not.toHaveProperty('proposals');
  });

  it('is neither proposed nor answered by anybody else', () => {
    const close = new Close();
    expect(close.lock(CHIEF)).toEqual(err({ code: 'case/role', role: 'records-officer' }));
    close.take(close.lock(OFFICER));
    expect(close.give(OFFICER)).toEqual(err({ code: 'case/role', role: 'supervisor' }));
  });

  it('is read from journals of before there was an approval', () => {
    const close = new Close();
    const [event] = expectOk(close.lock({ roles: ['records-officer', 'supervisor'] }));
    const old = Object.fromEntries(Object.entries(event ?? {}).filter(([key]) => key !== 'approved_by'));
    const { events } = Batch.parse(JSON.parse(JSON.stringify({ v: 1, events: [old] })));
    close.desk.take('', events);
    expect(close.desk.office.months[0]).not.toHaveProperty('approvedBy');
  });
});
