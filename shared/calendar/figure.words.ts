import { assertNever } from '#shared/core/assert.ts';
import type { Language } from '#shared/core/text.ts';
import type { LimitUnit } from './limit.types.ts';

/** `3 天`; in English with the plural: `1 day`, `3 days`. */
export const amountInWords = (amount: number, zh: string, en: string, language: Language): string =>
  language === 'en' ? `${amount} ${en}${amount === 1 ? '' : 's'}` : `${amount} ${zh}`;

/** `90` → `1 小时 30 分钟`. */
export function minutesInWords(minutes: number, language: Language = 'zh-CN'): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const inMinutes = amountInWords(rest, '分钟', 'minute', language);
  if (hours === 0) return inMinutes;
  const inHours = amountInWords(hours, '小时', 'hour', language);
  return rest === 0 ? inHours : `${inHours} ${inMinutes}`;
}

/** An amount of time as a person says it: `10 个工作日`, `次月第 5 个工作日`. */
export function figureInWords(amount: number, unit: LimitUnit, language: Language = 'zh-CN'): string {
  const en = language === 'en';
  switch (unit) {
    case 'minutes':
      return minutesInWords(amount, language);
    case 'hours':
      return minutesInWords(Math.round(amount * 60), language);
    case 'office-hours': {
      const time = minutesInWords(Math.round(amount * 60), language);
      return en ? `${time} of office hours` : `上班时间 ${time}`;
    }
    case 'calendar-days':
      return amountInWords(amount, '天', 'day', language);
    case 'working-days':
      return amountInWords(amount, '个工作日', 'working day', language);
    case 'weeks':
      return amountInWords(amount, '周', 'week', language);
    case 'months':
      return amountInWords(amount, '个月', 'month', language);
    case 'years':
      return amountInWords(amount, '年', 'year', language);
    case 'day-of-month':
      return en ? `day ${amount} of the next month` : `次月 ${amount} 日`;
    case 'working-day-of-month':
      return en ? `working day ${amount} of the next month` : `次月第 ${amount} 个工作日`;
    case 'same-day':
      return en ? 'the same day' : '当天';
    case 'at-once':
      return en ? 'at once' : '立即';
    default:
      return assertNever(unit);
  }
}

/** What an extension adds, where it is not in the unit of the limit. */
export function extensionInWords(amount: number, unit: LimitUnit, language: Language = 'zh-CN'): string {
  if (unit === 'day-of-month' || unit === 'same-day') return figureInWords(amount, 'calendar-days', language);
  return figureInWords(amount, unit === 'working-day-of-month' ? 'working-days' : unit, language);
}
