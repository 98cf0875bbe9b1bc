import { countLimit } from '#shared/calendar/count-limit.ts';
import { hoursAt } from '#shared/calendar/hours-timeline.ts';
import { isPast, remaining } from '#shared/calendar/remaining.ts';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { dateOf } from '#shared/core/instant.ts';
import { daysBetween } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { CaseState, OrderState } from './case.state.ts';
import type { Clock } from './clocks.ts';
import type { SeverityContext } from './severity.ts';

type DayContext = Pick<SeverityContext, 'now' | 'calendar' | 'officeHours'>;

/** What is to be done about an order: the name of its act and of its deadline. */
export const ANSWER_ORDER: Text = { zh: '答复督办', en: 'Answer the supervision order' };

const NAMES: Readonly<Record<OrderState['kind'], Text>> = {
  supervise: { zh: '督办答复', en: 'Answer to the supervision order' },
  urge: { zh: '催办答复', en: 'Answer to the reminder' },
};

/**
 * A day that is written counts from when it was set: an order that came late may be overdue at once, and that is
 * so. Working days are the office's own and count from when it has the order.
 */
const startOf = ({ due, issuedAt, takenAt }: OrderState) => ('date' in due ? issuedAt : takenAt);

const figureOf = (order: OrderState): { amount: number; unit: Limit['unit'] } =>
  'date' in order.due
    ? { amount: daysBetween(dateOf(order.issuedAt), order.due.date), unit: 'calendar-days' }
    : { amount: order.due.working_days, unit: 'working-days' };

function limitOf(order: OrderState): Limit {
  const { amount, unit } = figureOf(order);
  const { headquarters, issuedAt } = order;
  const day = dateOf(issuedAt);
  return {
    ...{ id: `order-${order.id}`, name: NAMES[order.kind], kind: 'duty', tone: 'hard' },
    ...{ starts: [], ends: [], stops: [], pauses: [] },
    ...{ counted_from: 'moment', repeats: false, contact: false, roll: 'none', unverified: false },
    ...('date' in order.due ? { due_in: 'order' } : { amount }),
    unit,
    // It is on the desk from the day it came.
    warn: amount,
    rule: {
      zh: `${headquarters} ${writtenDate(day, 'zh-CN')}的督办单`,
      en: `Supervision order of ${headquarters}, ${writtenDate(day, 'en')}`,
    },
  };
}

function clockOf(order: OrderState, { now, calendar, officeHours }: DayContext): Clock {
  const limit = limitOf(order);
  const start = startOf(order);
  const figure = figureOf(order);
  const { amount, unit } = figure;
  const counted = countLimit({
    ...{ start, amount, unit, roll: limit.roll, pauses: [], extension: 0 },
    ...{ calendar, officeHours: hoursAt(officeHours, start) },
  });
  const base = {
    ...{ limit, start, figure, counted, order: order.id },
    ...{ waited: false, pauses: [], extensions: [] },
  };
  const at = order.answered?.at ?? now;
  const late = isPast(counted, at);
  if (!order.answered) {
    const left = remaining(counted, at, unit, calendar);
    return { ...base, status: late ? 'overdue' : 'running', remaining: left, near: !late };
  }
  return {
    ...base,
    ...{ status: late ? 'met-late' : 'met', ended: at, near: false },
    ...(late ? { remaining: remaining(counted, at, unit, calendar) } : {}),
  };
}

/** By when headquarters wants its answers; they are owed also when the case is over. */
export const orderClocks = (
  { orders = [] }: Pick<CaseState, 'orders'>,
  context: DayContext,
): readonly Clock[] => orders.map(order => clockOf(order, context));
