import { addDays, parsePlainDate, plainDate, type PlainDate } from '#shared/core/plain-date.ts';

export interface ReadDate {
  readonly date: PlainDate;
  /** `HH:MM`, where one is written. */
  readonly time?: string;
}

export type DateFault =
  /** It cannot be told what day is meant. */
  | 'not-a-date'
  /** 3月5日: of which year? */
  | 'no-year'
  /** 2025年2月30日 */
  | 'no-such-day';

const DIGITS = '〇一二三四五六七八九';

/** 二〇二五 → 2025, 十二 → 12, 二十三 → 23; whatever is no number of that kind stays. */
const plainDigits = (text: string): string =>
  text
    .replace(/[零○Ｏ]/g, '〇')
    .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[月日号])/g, (_all, tens: string, ones: string) =>
      String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))),
    )
    .replace(/[〇一二三四五六七八九](?=[〇一二三四五六七八九]*[年月日号])/g, digit =>
      String(DIGITS.indexOf(digit)),
    );

const DAY = /^(\d{4}|\d{2})\s*[-/.年,、\s]\s*(\d{1,2})\s*[-/.月,、\s]\s*(\d{1,2})\s*[日号]?/;
const WITHOUT_YEAR = /^\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$/;
const EIGHT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const SERIAL = /^(\d{5})(?:\.(\d+))?$/;
const TIME =
  /^(上午|下午|晚上?|早上?|中午)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?(?:\s*:\s*\d{1,2}|\s*\d{1,2}\s*秒)?(?:\.\d+)?$/;
const WEEKDAY = /[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?/;

/** Excel counts days from the last one of 1899, with a 29 February 1900 that never was. */
const SERIAL_ZERO = plainDate('1899-12-30');
const MINUTES_A_DAY = 1440;

/** The years a ledger can be of: a serial of another year is some other number. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2099;

const isOfLedger = (date: PlainDate): boolean => {
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function ofSerial(days: string, part: string | undefined): ReadDate | undefined {
  const date = addDays(SERIAL_ZERO, Number(days));
  if (!isOfLedger(date)) return undefined;
  const minutes = Math.floor(Number(`0.${part ?? '0'}`) * MINUTES_A_DAY + 0.5 / 60);
  return minutes === 0 ? { date } : { date, time: clock(Math.min(minutes, MINUTES_A_DAY - 1)) };
}

function timeOf(text: string): string | undefined {
  const found = TIME.exec(text.replace(/^[T日]/, '').trim());
  if (!found) return undefined;
  const [, half, hours = '', minutes = '0'] = found;
  const later = (half === '下午' || half?.startsWith('晚')) && Number(hours) < 12 ? 12 : 0;
  const hour = Number(hours) + later;
  return hour > 23 || Number(minutes) > 59 ? undefined : clock(hour * 60 + Number(minutes));
}

/**
 * A day as people write it in ledgers: 2025年3月5日, 2025/3/5, 2025.3.5, 25.3.5, 20250305, 二〇二五年三月五日, with or
 * without a time, or the number Excel keeps for it. A day without its year is not guessed at.
 */
export function readDate(written: string): ReadDate | DateFault {
  const text = plainDigits(written.normalize('NFKC').trim()).replace(WEEKDAY, '').trim();
  const serial = SERIAL.exec(text);
  if (serial) return ofSerial(serial[1] ?? '', serial[2]) ?? 'not-a-date';
  if (WITHOUT_YEAR.test(text)) return 'no-year';
  const found = EIGHT.exec(text) ?? DAY.exec(text);
  if (!found) return 'not-a-date';
  const [all, year = '', month = '', day = ''] = found;
  const full = year.length === 2 ? `20${year}` : year;
  const date = parsePlainDate(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (date === undefined) return 'no-such-day';
  if (!isOfLedger(date)) return 'not-a-date';
  const rest = text.slice(all.length).trim();
  if (rest === '') return { date };
  const time = timeOf(rest);
  return time === undefined ? 'not-a-date' : { date, time };
}
