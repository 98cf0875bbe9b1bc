import type { TFunction } from 'i18next';
import { assertNever } from '#shared/core/assert.ts';
import type { DeadlineState, Span } from './deadline.state.ts';

export const spanWords = (t: TFunction<'ui'>, { amount, unit }: Span): string =>
  t(`unit.${unit}`, { count: amount });

/** 还有 2 个工作日, 逾期 2 天: in the unit the rule counts in. */
export function deadlineWords(t: TFunction<'ui'>, state: DeadlineState): string {
  switch (state.kind) {
    case 'far':
    case 'near':
      return t('deadline.left', { amount: spanWords(t, state.left) });
    case 'today':
      return state.time === undefined ? t('deadline.today') : t('deadline.todayAt', { time: state.time });
    case 'overdue':
      return t('deadline.overdue', { amount: spanWords(t, state.by) });
    case 'paused':
      return t('deadline.paused');
    case 'met':
      return t('deadline.met');
    case 'late':
      return t('deadline.late', { amount: spanWords(t, state.by) });
    case 'not-begun':
      return t('deadline.notBegun');
    case 'reminder':
      return t('deadline.reminder');
    case 'lapsed':
      return t('deadline.lapsed');
    case 'none':
      return t('deadline.none');
    default:
      return assertNever(state);
  }
}
