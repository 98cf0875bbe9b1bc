import { addDays, parsePlainDate, plainDate, yearOf, type PlainDate } from '#shared/core/plain-date.ts';

/** What the cell holds: a day `2026-10-12`, or a day and a time `2026-10-12 09:41`. */
export type Precision = 'day' | 'minute';

/** Full-width digits and signs as an input method types them. */
const narrow = (text: string): string => text.normalize('NFKC');

const DAYS_BACK: Readonly<Record<string, number>> = { 今天: 0, 昨天: -1, 前天: -2, today: 0, yesterday: -1 };

const DAY = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?/;
const DAY_DIGITS = /^(\d{4})(\d{2})(\d{2})(?!\d)|^(\d{2})(\d{2})(?!\d)/;
const TIME = /^(\d{1,2})\s*[:时点.]\s*(\d{1,2})?分?$|^(\d{2})(\d{2})$/;

function readDay(text: string, today: PlainDate): { day: PlainDate; rest: string } | undefined {
  const word = Object.keys(DAYS_BACK).find(name => text.startsWith(name));
  if (word !== undefined) return { day: addDays(today, DAYS_BACK[word] ?? 0), rest: text.slice(word.length) };

  const written = DAY.exec(text);
  const digits = DAY_DIGITS.exec(text);
  const found = written ?? digits;
  if (found === null) return undefined;
  const [year = String(yearOf(today)), month = '', day = ''] =
    written === null && found[1] === undefined
      ? [undefined, found[4], found[5]]
      : [found[1], found[2], found[3]];
  const read = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return read === undefined ? undefined : { day: read, rest: text.slice(found[0].length) };
}

function readTime(text: string): string | undefined {
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const hours = found[1] ?? found[3] ?? '';
  const minutes = found[2] ?? found[4] ?? '0';
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

/**
 * Reads what a clerk types: `20261012 0941`, `10-12 9:41`, `10月12日9时41分`, `今天 0941`. A date without a year is
 * of this year. Undefined when it cannot be read or does not exist; an empty text is an empty text.
 */
export function readDateTime(typed: string, precision: Precision, now: string): string | undefined {
  const text = narrow(typed).trim();
  if (text === '') return '';
  const today = plainDate(now.slice(0, 10));
  const found = readDay(text, today);
  if (found === undefined) return undefined;
  const rest = found.rest.trim();
  if (precision === 'day') return rest === '' ? found.day : undefined;
  const time = rest === '' ? undefined : readTime(rest);
  return time === undefined ? undefined : `${found.day} ${time}`;
}
