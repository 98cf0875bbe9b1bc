import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { weekday, type PlainDate } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';

const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'] as const;
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const partsOf = (date: PlainDate): Parts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
});

const english = ({ month, day }: Parts): string => `${day} ${MONTHS_EN[month - 1] ?? ''}`;

/** As papers write it: `2026年1月9日`, no zero before a single digit (GB/T 9704—2012, 7.3.5.4); `9 January 2026`. */
export function writtenDate(date: PlainDate, language: Language): string {
  const parts = partsOf(date);
  if (language === 'en') return `${english(parts)} ${parts.year}`;
  return `${parts.year}年${parts.month}月${parts.day}日`;
}

/** `2026年9月18日9时10分`; `18 September 2026, 09:10`. */
export function writtenDateTime(instant: Instant, language: Language): string {
  const time = timeOf(instant);
  const date = writtenDate(dateOf(instant), language);
  if (language === 'en') return `${date}, ${time}`;
  return `${date}${Number(time.slice(0, 2))}时${Number(time.slice(3))}分`;
}

/** Without the year: `10月14日`; `14 October`. */
export function writtenDay(date: PlainDate, language: Language): string {
  const parts = partsOf(date);
  return language === 'en' ? english(parts) : `${parts.month}月${parts.day}日`;
}

/** `10月14日（周三）`; `14 October (Wed)`. */
export function writtenDayWithWeekday(date: PlainDate, language: Language): string {
  const day = writtenDay(date, language);
  return language === 'en'
    ? `${day} ${weekdayInBrackets(date, language)}`
    : day + weekdayInBrackets(date, language);
}

/** `（周三）`; `(Wed)`. */
export function weekdayInBrackets(date: PlainDate, language: Language): string {
  const name = weekdayName(date, language, 'short');
  return language === 'en' ? `(${name})` : `（${name}）`;
}

/** Short `周三`, `Wed`; long `星期三`, `Wednesday`. */
export function weekdayName(date: PlainDate, language: Language, length: 'short' | 'long'): string {
  const index = weekday(date) - 1;
  if (language === 'en') {
    const name = WEEKDAYS_EN[index] ?? '';
    return length === 'short' ? name.slice(0, 3) : name;
  }
  return `${length === 'short' ? '周' : '星期'}${WEEKDAYS_ZH[index] ?? ''}`;
}

/**
 * Days from the first to the last, saying no more than is needed: `9月1日至28日`, `9月28日至10月8日`,
 * `2026年12月28日至2027年1月3日`; `1–28 September` in English.
 */
export function writtenSpan(from: PlainDate, to: PlainDate, language: Language): string {
  if (from === to) return writtenDay(from, language);
  const first = partsOf(from);
  const last = partsOf(to);
  if (language === 'en') {
    if (first.year !== last.year) return `${writtenDate(from, 'en')} – ${writtenDate(to, 'en')}`;
    if (first.month !== last.month) return `${english(first)} – ${english(last)}`;
    return `${first.day}–${english(last)}`;
  }
  if (first.year !== last.year) return `${writtenDate(from, language)}至${writtenDate(to, language)}`;
  if (first.month !== last.month) return `${writtenDay(from, language)}至${writtenDay(to, language)}`;
  return `${writtenDay(from, language)}至${last.day}日`;
}
