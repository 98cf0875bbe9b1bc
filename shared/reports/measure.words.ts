import type { Text } from '#shared/core/text.ts';
import type { Measure } from '#shared/procedure/measure.ts';

/** Names of measures, alike on paper and screen. */
export const MEASURE_NAMES: Readonly<Record<Measure, Text>> = {
  received: { zh: '本期收到', en: 'Received' },
  closed: { zh: '本期办结', en: 'Closed' },
  open: { zh: '期末在办', en: 'Open at the end' },
  overdue: { zh: '其中逾期', en: 'Of those overdue' },
  received_closed: { zh: '收到的已办结', en: 'Received and closed' },
  closure_rate: { zh: '办结率', en: 'Closure rate' },
  on_time_rate: { zh: '按时办结率', en: 'Closed in time' },
  satisfaction_rate: { zh: '满意率', en: 'Satisfied' },
};
