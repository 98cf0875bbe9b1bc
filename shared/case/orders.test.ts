import { describe, expect, it } from 'vitest';
import { caseAgenda, clocksDueOn } from '#shared/agenda/case.agenda.ts';
import { wakesOf } from '#shared/agenda/wakes.ts';
import type { OrderDue } from '#shared/bundle/order.schema.ts';
import { CaseId, newEventId, newOrderId, newPersonId, type OrderId } from '#shared/core/ids.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { at, officialCalendar, STEADY_HOURS } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk, type Who } from '#shared/fixtures/made-desk.ts';
import { explainClock } from './clock.explain.ts';
import { inFigures, lineInWords } from './clock.words.ts';
import { clocksOf, nextClock, owedClocks, wasLate, type Clock } from './clocks.ts';
import type { decideCase } from './case.decide.ts';

const pack = ladderPack({});

/** An order that came to the case at a moment, written three days before unless said otherwise. */
function ordered(
  desk: MadeDesk,
  taken: string,
  due: OrderDue,
  early = true,
  issued = '2026-10-09T09:00',
): OrderId {
  const order = newOrderId(desk.ids);
  const state = desk.state();
  desk.take('A', [
    {
      ...{
        v: 1,
        id: newEventId(desk.ids),
        at: at(taken),
        stream: 'case',
        case: state.id,
        seq: state.seq + 1,
      },
      by: { person: newPersonId(desk.ids), name: '周档案', role: 'records-officer', station: 'PC-1' },
      ...{ type: 'supervision-ordered', order, kind: 'supervise', headquarters: '样本街道办事处' },
      ...{ text: '电梯什么时候修好？', issued_at: at(issued), due, answer_early: early },
    },
  ]);
  return order;
}

const start = (): MadeDesk => new MadeDesk(pack).register('2026-10-08T09:30');
const HANDLER: Who = { name: '李经办', roles: ['handler'] };
const BY_DATE = { date: plainDate('2026-10-20') };

const clockOf = (desk: MadeDesk, order: OrderId, now: string): Clock => {
  const clock = desk.clock(`order-${order}`, now);
  if (!clock) throw new Error('no clock');
  return clock;
};
const codeOf = (result: ReturnType<typeof decideCase>): string => (result.ok ? 'done' : result.error.code);
const answer = (order: OrderId, text = '已修好。') => ({ type: 'answer-order' as const, order, text });

describe('the clock of an order', () => {
  it('ends on the day that is written, and is near from the day the order came', () => {
    const desk = start();
    const order = ordered(desk, '2026-10-12T09:00', BY_DATE);
    expect(clockOf(desk, order, '2026-10-12T09:01')).toMatchObject({ status: 'running', near: true });
    expect(clockOf(desk, order, '2026-10-12T09:01').counted?.dueDate).toBe('2026-10-20');
    expect(clockOf(desk, order, '2026-10-20T23:00').status).toBe('running');
    expect(clockOf(desk, order, '2026-10-21T00:01').status).toBe('overdue');
  });

  it('counts working days of the office from when it has the order, over a holiday and a make-up day', () => {
    const desk = new MadeDesk(pack).register('2026-09-28T09:30');
    const order = ordered(desk, '2026-09-30T10:00', { working_days: 3 }, true, '2026-09-25T09:00');
    const clock = clockOf(desk, order, '2026-09-30T10:01');
    expect(clock.counted?.dueDate).toBe('2026-10-10');
    const words = explainClock(clock, officialCalendar()).map(line => lineInWords(line, inFigures));
    expect(JSON.stringify(words)).toContain('样本街道办事处 2026年9月25日的督办单');
    expect(JSON.stringify(words)).toContain('国庆节');
  });

  it('is overdue at once when the order came after its day', () => {
    const desk = start();
    const order = ordered(desk, '2026-10-22T09:00', BY_DATE);
    expect(clockOf(desk, order, '2026-10-22T09:01')).toMatchObject({ status: 'overdue', near: false });
  });

  it('stops with the answer, in time or late', () => {
    const [inTime, late] = [start(), start()];
    const first = ordered(inTime, '2026-10-12T09:00', BY_DATE);
    inTime.act('2026-10-20T16:00', answer(first), HANDLER);
    expect(clockOf(inTime, first, '2026-11-30T09:00').status).toBe('met');
    const second = ordered(late, '2026-10-12T09:00', BY_DATE);
    late.act('2026-10-23T16:00', answer(second), HANDLER);
    expect(clockOf(late, second, '2026-11-30T09:00')).toMatchObject({
      status: 'met-late',
      remaining: { kind: 'late', amount: 3 },
    });
  });
});

describe('an answer to an order', () => {
  it('is given by a handler or supervisor, once, with something in it', () => {
    const desk = start();
    const order = ordered(desk, '2026-10-12T09:00', BY_DATE);
    const registrar: Who = { name: '王登记', roles: ['registrar', 'records-officer'] };
    expect(codeOf(desk.attempt('2026-10-12T10:00', answer(order), registrar))).toBe('case/role');
    expect(codeOf(desk.attempt('2026-10-12T10:00', answer(order, '  '), HANDLER))).toBe('case/empty-note');
    desk.act('2026-10-12T10:00', answer(order, ' 已修好。 '), HANDLER);
    expect(desk.state().orders?.[0]?.answered).toEqual({
      ...{ at: at('2026-10-12T10:00'), by: '李经办', text: '已修好。' },
    });
    expect(desk.attempt('2026-10-12T11:00', answer(order), HANDLER)).toMatchObject({
      error: { code: 'case/order-answered', name: '李经办' },
    });
  });

  it('waits for its day where headquarters wants it then', () => {
    const desk = start();
    const order = ordered(desk, '2026-10-12T09:00', BY_DATE, false);
    expect(desk.attempt('2026-10-19T23:59', answer(order), HANDLER)).toMatchObject({
      error: { code: 'case/order-early', date: '2026-10-20' },
    });
    expect(codeOf(desk.attempt('2026-10-20T00:00', answer(order), HANDLER))).toBe('done');
  });

  it('is given also of a case that went on in another', () => {
    const desk = start();
    const order = ordered(desk, '2026-10-12T09:00', BY_DATE);
    const into = CaseId.parse('01JA0000000000000000000009');
    desk.act('2026-10-12T10:00', { type: 'merge', into, number: '0009', reason: '同一件' });
    expect(codeOf(desk.attempt('2026-10-13T10:00', { type: 'add-note', text: '记' }))).toBe('case/merged');
    expect(codeOf(desk.attempt('2026-10-13T10:00', answer(order), HANDLER))).toBe('done');
  });
});

describe('an order', () => {
  it('leaves the case with whoever handles it', () => {
    const desk = start().act('2026-10-08T10:00', { type: 'add-note', text: '看过了' }, HANDLER);
    ordered(desk, '2026-10-12T09:00', BY_DATE);
    expect(desk.state().lastBy.name).toBe('李经办');
  });

  it('is on the desk from the day it came, also of a case that is over, and never after the answer', () => {
    const desk = start();
    const into = CaseId.parse('01JA0000000000000000000009');
    desk.act('2026-10-09T10:00', { type: 'merge', into, number: '0009', reason: '同一件' });
    const agenda = (now: string) => caseAgenda(pack, desk.state(), desk.context(now), ['handler']);
    expect(agenda('2026-10-12T08:00')).toEqual([]);
    const order = ordered(desk, '2026-10-12T09:00', BY_DATE);
    const context = { calendar: officialCalendar(), officeHours: STEADY_HOURS };
    expect(wakesOf(pack, desk.state(), context)).toMatchObject({ dues: ['2026-10-20'] });
    expect(wakesOf(pack, desk.state(), context).from! <= '2026-10-12').toBe(true);
    const key = `clock/${desk.state().id}/order-${order}`;
    expect(agenda('2026-10-12T09:01')).toMatchObject([{ kind: 'near', key, step: { zh: '答复督办' } }]);
    expect(agenda('2026-10-20T09:00')).toMatchObject([{ kind: 'today', key }]);
    expect(agenda('2026-10-21T09:00')).toMatchObject([{ kind: 'overdue', key }]);
    expect(
      clocksDueOn(pack, desk.state(), desk.context('2026-10-12T09:01'), plainDate('2026-10-20')),
    ).toHaveLength(1);
    expect(nextClock(owedClocks(pack, desk.state(), desk.context('2026-10-12T09:01')))?.order).toBe(order);
    desk.act('2026-10-20T16:00', answer(order), HANDLER);
    expect(agenda('2026-10-21T09:00')).toEqual([]);
    expect(wakesOf(pack, desk.state(), context)).toEqual({ from: undefined, dues: [] });
  });
});

describe('an answer that came late', () => {
  it('does not say that the case was handled late, but counts as overdue while it is owed', () => {
    const desk = start();
    const order = ordered(desk, '2026-10-12T09:00', BY_DATE);
    const clocks = (now: string): readonly Clock[] => clocksOf(pack, desk.state(), desk.context(now));
    expect(clocks('2026-10-22T09:00').some(({ status }) => status === 'overdue')).toBe(true);
    desk.act('2026-10-23T16:00', answer(order), HANDLER);
    expect(clockOf(desk, order, '2026-10-24T09:00').status).toBe('met-late');
    expect(wasLate(clocks('2026-10-24T09:00').filter(each => each.order !== undefined))).toBe(false);
  });
});
