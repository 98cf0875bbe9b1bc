import { weekdayInBrackets } from '#shared/calendar/chinese-date.ts';
import type { Counted, DayNote, TimeNote } from '#shared/calendar/limit.types.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { minutesInWords } from './figure.words.ts';

export const dayInWords = (date: PlainDate): string => date + weekdayInBrackets(date, 'zh-CN');

export const momentInWords = (instant: Instant): string =>
  `${dayInWords(dateOf(instant))} ${timeOf(instant)}`;

const kindInWords = ({ day }: DayNote): string => {
  switch (day.kind) {
    case 'workday':
      return '工作日';
    case 'make-up':
      return `${day.holiday.zh}补班`;
    case 'weekend':
      return '周末';
    case 'holiday':
      return day.name.zh;
  }
};

function dayState({ state, nth }: DayNote): string {
  switch (state) {
    case 'start':
      return '起算，当天不算';
    case 'counted':
      return `第 ${nth ?? 0} 天`;
    case 'skipped':
      return '不算';
    case 'paused':
      return '中止，不算';
    case 'rolled':
      return '顺延';
  }
}

const TIME_STATES: Readonly<Record<TimeNote['state'], string>> = {
  counted: '算',
  closed: '没有上班，不算',
  paused: '中止，不算',
};

/** What came out, in one phrase. */
export function resultInWords({ due, dueDate, precision }: Counted): string {
  if (due === null || dueDate === null) return '中止着，恢复以后才知道';
  return precision === 'day' ? dayInWords(dueDate) : momentInWords(due);
}

/** Every day or stretch of time with whether it counts, and why. */
export function explanation(counted: Counted): readonly string[] {
  return [
    ...counted.days.map(note => `${dayInWords(note.date)}  ${dayState(note)}（${kindInWords(note)}）`),
    ...counted.times.map(
      ({ from, to, state, minutes }) =>
        `${momentInWords(from)} 至 ${dateOf(from) === dateOf(to) ? timeOf(to) : momentInWords(to)}  ${TIME_STATES[state]}（${minutesInWords(minutes)}）`,
    ),
    ...(counted.unknownYears.length > 0
      ? [`${counted.unknownYears.join('、')} 年还没有放假安排，日子是暂定的`]
      : []),
  ];
}
