import type { Text } from '#shared/core/text.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { periodOf } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import type { StatisticTableId } from '#shared/reports/statistic.table.ts';

/** What statistics are looked at: of one procedure or of all, over a period or over any days. */
export interface StatisticPlace {
  readonly procedure: string | null;
  readonly kind: Period | 'free';
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The table of figures, or the register. */
export type StatisticPaper = 'figures' | 'register';

/** Tables of a paper: the register is long, and a paper by itself. */
export const isOn = (which: StatisticPaper, id: StatisticTableId): boolean =>
  (which === 'register') === (id === 'register');

export function placeOf(kind: Period, day: PlainDate, procedure: string | null = null): StatisticPlace {
  const { from, to } = periodOf(day, kind);
  return { procedure, kind, from, to };
}

export function periodText({ kind, from, to }: StatisticPlace): Text {
  if (kind === 'free') return { zh: `${from} 至 ${to}`, en: `${from} to ${to}` };
  const days = { id: from, from, to };
  return { zh: periodInWords(kind, days, 'zh-CN'), en: periodInWords(kind, days, 'en') };
}
