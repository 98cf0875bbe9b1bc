import { invariant } from '#shared/core/assert.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState, OrderState } from './case.state.ts';
import type { Clock } from './clocks.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import type { Refusal } from './refusal.ts';

/** Who may answer headquarters. */
export const ORDER_ROLES: readonly Role[] = ['handler', 'supervisor'];

/** The day before which headquarters does not want the answer; undefined where it may come now. */
export function tooEarlyUntil(
  order: OrderState,
  clocks: readonly Clock[],
  today: PlainDate,
): PlainDate | undefined {
  if (order.answerEarly) return undefined;
  const due = clocks.find(clock => clock.order === order.id)?.counted?.dueDate;
  return due != null && today < due ? due : undefined;
}

/** 答复督办. */
export function answerOrder(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'answer-order' }>,
  context: DecideContext,
): Result<readonly CaseEvent[], Refusal> {
  const role = ORDER_ROLES.find(each => context.acting.roles.includes(each));
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const order = state.orders?.find(({ id }) => id === command.order);
  invariant(order, `order ${command.order}`);
  if (order.answered) return err({ code: 'case/order-answered', name: order.answered.by });
  const date = tooEarlyUntil(order, context.clocks?.(state) ?? [], dateOf(context.now));
  if (date !== undefined) return err({ code: 'case/order-early', date });
  const text = command.text.trim();
  if (text === '') return err({ code: 'case/empty-note' });
  return ok([
    {
      ...caseHeader(context, role, state.id, state.seq + 1),
      ...{ type: 'supervision-answered', order: order.id, text },
    },
  ]);
}
