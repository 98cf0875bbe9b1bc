import type { CaseEvent } from './case.events.ts';
import type { OrderState } from './case.state.ts';

type OrderEvent = Extract<CaseEvent, { type: 'supervision-ordered' | 'supervision-answered' }>;

export function evolveOrders(orders: readonly OrderState[], event: OrderEvent): readonly OrderState[] {
  if (event.type === 'supervision-answered') {
    const answered = { at: event.at, by: event.by.name, text: event.text };
    return orders.map(order => (order.id === event.order ? { ...order, answered } : order));
  }
  const { order: id, kind, headquarters, text, due } = event;
  return [
    ...orders,
    {
      ...{ id, kind, headquarters, text, due },
      ...{ issuedAt: event.issued_at, takenAt: event.at, answerEarly: event.answer_early },
    },
  ];
}
