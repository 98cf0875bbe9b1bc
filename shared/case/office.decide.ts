import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { header, type DecideContext } from './decide.context.ts';
import type { OfficeEvent } from './office.events.ts';
import type { OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';

export interface LockMonthCommand {
  readonly period: PlainMonth;
  readonly remarks: readonly { readonly item: string; readonly text: string }[];
}

/** Closes a month. What is changed afterwards is a new event, which the next bundle carries. */
export function decideMonthLock(
  office: OfficeState,
  command: LockMonthCommand,
  context: Omit<DecideContext, 'procedure'>,
): Result<readonly OfficeEvent[], Refusal> {
  if (!context.acting.roles.includes('records-officer'))
    return err({ code: 'case/role', role: 'records-officer' });
  if (office.months.some(({ period }) => period === command.period))
    return err({ code: 'case/nothing-changed' });
  return ok([
    {
      ...header(context, 'records-officer'),
      stream: 'office',
      type: 'month-locked',
      period: command.period,
      remarks: command.remarks.map(({ item, text }) => ({ item, text })),
    },
  ]);
}
