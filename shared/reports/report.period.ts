import { assertNever } from '#shared/core/assert.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';
import { periodOf, type DutyPeriod } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';

export type PeriodDays = Pick<DutyPeriod, 'id' | 'from' | 'to'>;

/** The period that runs and those before it, newest first, as far back as the office has books. */
export function recentPeriods(
  period: Period,
  today: PlainDate,
  since: PlainDate,
  most: number,
): readonly PeriodDays[] {
  const found = [periodOf(today, period)];
  while (found.length < most) {
    const last = found.at(-1);
    if (!last || last.from <= since) break;
    found.push(periodOf(addDays(last.from, -1), period));
  }
  return found;
}

const parts = (date: PlainDate): readonly [year: string, month: number, day: number] => [
  date.slice(0, 4),
  Number(date.slice(5, 7)),
  Number(date.slice(8)),
];

function inChinese(period: Period, { from, to }: PeriodDays): string {
  const [year, month, day] = parts(from);
  switch (period) {
    case 'week': {
      const [endYear, endMonth, endDay] = parts(to);
      const end = `${endMonth === month ? '' : `${endMonth}月`}${endDay}日`;
      return `${year}年${month}月${day}日至${endYear === year ? '' : `${endYear}年`}${end}`;
    }
    case 'half-month':
      return `${year}年${month}月${day === 1 ? '上' : '下'}半月`;
    case 'month':
      return `${year}年${month}月`;
    case 'quarter':
      return `${year}年第${Math.ceil(month / 3)}季度`;
    case 'half-year':
      return `${year}年${month === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
    default:
      return assertNever(period);
  }
}

function inEnglish(period: Period, { from, to }: PeriodDays): string {
  const [year, month, day] = parts(from);
  switch (period) {
    case 'week':
      return `${from} to ${to}`;
    case 'half-month':
      return `${from.slice(0, 7)}, ${day === 1 ? 'first' : 'second'} half`;
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${year}, quarter ${Math.ceil(month / 3)}`;
    case 'half-year':
      return `${year}, ${month === 1 ? 'first' : 'second'} half`;
    case 'year':
      return year;
    default:
      return assertNever(period);
  }
}

/** 2026年第4季度, as a report names the period it is of. */
export const periodInWords = (period: Period, days: PeriodDays, language: Language): string =>
  (language === 'en' ? inEnglish : inChinese)(period, days);
