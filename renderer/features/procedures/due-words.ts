import type { TFunction } from 'i18next';
import type { DutyDue } from '#shared/procedure/duty.schema.ts';

export const DUE_KINDS = ['dayLast', 'dayNext', 'working', 'last'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export function dueKind(due: DutyDue): DueKind {
  if ('last_day' in due) return 'last';
  if ('working_day' in due) return 'working';
  return due.month === 'last' ? 'dayLast' : 'dayNext';
}

/** The rule by which a duty is due, in words: the n-th working day of the month after. */
export function dueWords(t: TFunction<'procedures'>, due: DutyDue): string {
  const n = 'day' in due ? due.day : 'working_day' in due ? due.working_day : '';
  return t(`due.${dueKind(due)}`, { n: String(n) });
}
