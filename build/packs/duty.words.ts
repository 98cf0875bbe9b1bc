import type { Duty, Period } from '#shared/procedure/duty.schema.ts';

export const PERIOD_WORDS: Readonly<Record<Period | 'case' | 'open', string>> = {
  week: '每周',
  'half-month': '每半个月',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
  case: '每件',
  open: '不定期',
};

/** `下一个月第 5 个工作日`. */
export function dutyDueInWords({ due }: Pick<Duty, 'due'>): string {
  if ('last_day' in due) return '这一期的最后一天';
  if ('working_day' in due) return `期满后次月第 ${due.working_day} 个工作日`;
  return due.month === 'last' ? `期末当月 ${due.day} 日` : `期满后次月 ${due.day} 日`;
}
