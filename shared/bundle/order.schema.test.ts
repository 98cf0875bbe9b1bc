import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrderId } from '#shared/core/ids.ts';
import { at, officialCalendar, STEADY_HOURS } from '#shared/fixtures/community.ts';
import { orderClocks } from '#shared/case/order.clocks.ts';
import {
  MOST_ORDER_TEXT,
  MOST_ORDER_WORKING_DAYS,
  orderFileName,
  orderIdIn,
  orderSignatureName,
  SupervisionOrder,
} from './order.schema.ts';

const ID = OrderId.parse('01JA0000000000000000000001');
const order = {
  format: 'phoenix-order',
  version: 1,
  order_id: ID,
  headquarters: '样本街道办事处',
  office: 'PHX-0371',
  case_id: '01JA0000000000000000000002',
  number: '凤社〔2026〕0001 号',
  kind: 'supervise',
  text: '电梯停了几天，什么时候修好？\n请写明修理单位。',
  issued_at: '2026-11-02T09:00:00+08:00',
  due: { date: '2026-11-20' },
  answer_early: true,
};

describe('an order', () => {
  it('is what it was written as', () => {
    expect(SupervisionOrder.parse(order)).toEqual(order);
    expect(SupervisionOrder.parse({ ...order, due: { working_days: 5 } }).due).toEqual({ working_days: 5 });
  });

  it.each([
    ['has something nobody asked for', { extra: 1 }],
    ['is of another version', { version: 2 }],
    ['says nothing', { text: ' \n ' }],
    ['is longer than a page', { text: '字'.repeat(MOST_ORDER_TEXT + 1) }],
    ['steers a terminal', { text: '\u001b[2J' }],
    ['turns the writing round', { text: '答\u202e复' }],
    ['is due before it was written', { due: { date: '2026-11-01' } }],
    ['is due years off', { due: { date: '9999-12-31' } }],
    ['is due in no time', { due: { working_days: 0 } }],
    ['is due in years of working days', { due: { working_days: MOST_ORDER_WORKING_DAYS + 1 } }],
    ['is due twice', { due: { date: '2026-11-20', working_days: 5 } }],
    ['is due on no day', { due: { date: '2026-02-30' } }],
    ['has a number of two lines', { number: '一\n二' }],
  ])('is none when it %s', (_, change) => {
    expect(SupervisionOrder.safeParse({ ...order, ...change }).success).toBe(false);
  });

  it('whatever stands in its file, is refused or has a day on which it is due', () => {
    const due = fc.oneof(
      fc.record({ working_days: fc.integer() }),
      fc.record({
        date: fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map(each => each.toJSON().slice(0, 10)),
        ),
      }),
      fc.jsonValue(),
    );
    const near = fc.record({ working_days: fc.integer({ min: -2, max: MOST_ORDER_WORKING_DAYS + 2 }) });
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(due, near),
        fc.oneof(fc.string({ unit: 'binary' }), fc.constant('请答复。')),
        (by, text) => {
          const read = SupervisionOrder.safeParse({ ...order, due: by, text });
          if (!read.success) return;
          accepted += 1;
          const { kind, headquarters } = read.data;
          const state = {
            ...{ id: ID, kind, headquarters, text, due: read.data.due, answerEarly: true },
            ...{ issuedAt: read.data.issued_at, takenAt: at('2026-11-03T10:00') },
          };
          const context = {
            ...{ now: at('2026-11-04T10:00'), calendar: officialCalendar(), officeHours: STEADY_HOURS },
          };
          expect(orderClocks({ orders: [state] }, context)[0]?.counted?.dueDate).toMatch(/^20\d\d-/);
        },
      ),
      { seed: 31, numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(15);
  });

  it('is known by the name of its file, and by no other', () => {
    expect(orderIdIn(orderFileName(ID))).toBe(ID);
    for (const other of [orderSignatureName(ID), `${ID}.receipt.json`, 'x.order.json', `../${ID}.order.json`])
      expect(orderIdIn(other)).toBeUndefined();
  });
});
