import type { LimitUnit } from '#shared/calendar/limit.types.ts';
import { assertNever } from '#shared/core/assert.ts';

/** `90` → `1 小时 30 分钟`. */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}

/** An amount of time as a person says it: `10 个工作日`, `次月第 5 个工作日`. */
export function figureInWords(amount: number, unit: LimitUnit): string {
  switch (unit) {
    case 'minutes':
      return minutesInWords(amount);
    case 'hours':
      return minutesInWords(Math.round(amount * 60));
    case 'office-hours':
      return `上班时间 ${minutesInWords(Math.round(amount * 60))}`;
    case 'calendar-days':
      return `${amount} 天`;
    case 'working-days':
      return `${amount} 个工作日`;
    case 'weeks':
      return `${amount} 周`;
    case 'months':
      return `${amount} 个月`;
    case 'years':
      return `${amount} 年`;
    case 'day-of-month':
      return `次月 ${amount} 日`;
    case 'working-day-of-month':
      return `次月第 ${amount} 个工作日`;
    case 'same-day':
      return '当天';
    case 'at-once':
      return '立即';
    default:
      return assertNever(unit);
  }
}

/** What `--extend N` adds, where it is not in the unit of the limit. */
export function extensionInWords(amount: number, unit: LimitUnit): string {
  if (unit === 'day-of-month' || unit === 'same-day') return figureInWords(amount, 'calendar-days');
  return figureInWords(amount, unit === 'working-day-of-month' ? 'working-days' : unit);
}
