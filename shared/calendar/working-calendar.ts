import { addDays, weekday, yearOf, type PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import { daysOff, type CalendarYear } from './calendar-year.ts';
import { writtenDate } from './chinese-date.ts';
import type { DayKind, WorkingCalendar } from './limit.types.ts';

const WORKDAY: DayKind = { kind: 'workday' };
const WEEKEND: DayKind = { kind: 'weekend' };

export const isWorkingDay = (day: DayKind): boolean => day.kind === 'workday' || day.kind === 'make-up';

/** Two tables of one year are a mistake of the caller: nobody could say which of them counted. */
export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const tables = new Map<number, CalendarYear>();
  const special = new Map<PlainDate, DayKind>();
  for (const table of years) {
    if (tables.has(table.year)) throw new Error(`two holiday tables of ${table.year}`);
    tables.set(table.year, table);
    for (const holiday of table.holidays) {
      for (const date of daysOff(holiday)) special.set(date, { kind: 'holiday', name: holiday.name });
      for (const date of holiday.makeUp) special.set(date, { kind: 'make-up', holiday: holiday.name });
    }
  }
  return {
    knows: year => tables.has(year),
    dayKind: date => special.get(date) ?? (weekday(date) > 5 ? WEEKEND : WORKDAY),
    sourceOf: year => {
      const table = tables.get(year);
      return table === undefined ? undefined : sourceOf(table);
    },
  };
}

function sourceOf({ notice }: CalendarYear): Text {
  const { title, number, issued } = notice;
  const zh = [`《${title.zh}》`];
  const en = [title.en ?? title.zh];
  if (number !== undefined) {
    zh.push(`（${number}）`);
    en.push(`, ${number}`);
  }
  if (issued !== undefined) {
    zh.push(`，${writtenDate(issued, 'zh-CN')}`);
    en.push(`, ${writtenDate(issued, 'en')}`);
  }
  return { zh: zh.join(''), en: en.join('') };
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar.dayKind(date))) count += 1;
  }
  return count;
}

/** A calendar that remembers which years without a table it was asked about. */
export interface WatchedCalendar {
  readonly isWorkingDay: (date: PlainDate) => boolean;
  readonly unknownYears: () => readonly number[];
}

export function watchCalendar(calendar: WorkingCalendar): WatchedCalendar {
  const unknown = new Set<number>();
  return {
    isWorkingDay: date => {
      const year = yearOf(date);
      if (!calendar.knows(year)) unknown.add(year);
      return isWorkingDay(calendar.dayKind(date));
    },
    unknownYears: () => [...unknown].sort((a, b) => a - b),
  };
}
