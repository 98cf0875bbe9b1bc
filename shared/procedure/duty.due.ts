import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { isWorkingDay } from '#shared/calendar/working-calendar.ts';
import { assertNever } from '#shared/core/assert.ts';
import {
  addDays,
  addMonthsTo,
  firstDayOf,
  lastDayOf,
  monthOf,
  parsePlainDate,
  plainDate,
  weekday,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#shared/core/plain-date.ts';
import type { Duty, DutyDue, Period } from './duty.schema.ts';

/** One period of a duty: its name (`2026-10`, `2026-Q4`, `2026-10-A`), its days, and when the duty is due. */
export interface DutyPeriod {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly due: PlainDate;
  /** The year of the due day has no holiday table, and the day hangs on it. */
  readonly provisional: boolean;
}

type Days = Pick<DutyPeriod, 'id' | 'from' | 'to'>;

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

function months(date: PlainDate, period: keyof typeof MONTHS): Days {
  const count = MONTHS[period];
  const month = Number(date.slice(5, 7));
  const nth = Math.ceil(month / count);
  const year = yearOf(date);
  const first = `${year}-${String((nth - 1) * count + 1).padStart(2, '0')}` as PlainMonth;
  const last = addMonthsTo(first, count - 1);
  const id = { month: first, quarter: `${year}-Q${nth}`, 'half-year': `${year}-H${nth}`, year: String(year) };
  return { id: id[period], from: firstDayOf(first), to: lastDayOf(last) };
}

/** Closed with what its report tells, and not only noted as done. Months are closed as months of the office. */
export const isClosedWithReport = ({ period, report }: Partial<Pick<Duty, 'period' | 'report'>>): boolean =>
  period !== 'month' && report !== undefined;

/** The period that holds a day. Half a month is the days 1 to 15 and the rest. */
export function periodOf(date: PlainDate, period: Period): Days {
  switch (period) {
    case 'week': {
      const from = addDays(date, 1 - weekday(date));
      return { id: `W${from}`, from, to: addDays(from, 6) };
    }
    case 'half-month': {
      const month = monthOf(date);
      const middle = plainDate(`${month}-15`);
      return date <= middle
        ? { id: `${month}-A`, from: firstDayOf(month), to: middle }
        : { id: `${month}-B`, from: addDays(middle, 1), to: lastDayOf(month) };
    }
    case 'month':
    case 'quarter':
    case 'half-year':
    case 'year':
      return months(date, period);
    default:
      return assertNever(period);
  }
}

const HALF_MONTH = /^(\d{4}-\d{2})-([AB])$/;
const QUARTER_OR_HALF = /^(\d{4})-([QH])([1-4])$/;

function dayIn(id: string): readonly [day: string, period: Period] | undefined {
  if (/^W\d{4}-\d{2}-\d{2}$/.test(id)) return [id.slice(1), 'week'];
  if (/^\d{4}-\d{2}$/.test(id)) return [`${id}-01`, 'month'];
  if (/^\d{4}$/.test(id)) return [`${id}-01-01`, 'year'];
  const half = HALF_MONTH.exec(id);
  if (half) return [`${half[1]}-${half[2] === 'A' ? '01' : '16'}`, 'half-month'];
  const part = QUARTER_OR_HALF.exec(id);
  if (!part) return undefined;
  const [count, period] = part[2] === 'Q' ? ([3, 'quarter'] as const) : ([6, 'half-year'] as const);
  const first = (Number(part[3]) - 1) * count + 1;
  return [`${part[1]}-${String(first).padStart(2, '0')}-01`, period];
}

/** The period of that name; undefined where no period is called so. */
export function findPeriodById(id: string): (Days & { readonly period: Period }) | undefined {
  const [day, period] = dayIn(id) ?? [];
  const date = day === undefined ? undefined : parsePlainDate(day);
  if (date === undefined || period === undefined) return undefined;
  const days = periodOf(date, period);
  return days.id === id ? { ...days, period } : undefined;
}

function dayOf(month: PlainMonth, day: number): PlainDate {
  const last = lastDayOf(month);
  const wanted = addDays(firstDayOf(month), day - 1);
  return wanted < last ? wanted : last;
}

function workingDayAfter(to: PlainDate, count: number, calendar: WorkingCalendar): PlainDate {
  let date = to;
  for (let found = 0; found < count;) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar.dayKind(date))) found += 1;
  }
  return date;
}

function dueOf(due: DutyDue, { to }: Days, calendar: WorkingCalendar): PlainDate {
  if ('last_day' in due) return to;
  if ('working_day' in due) return workingDayAfter(to, due.working_day, calendar);
  return dayOf(due.month === 'last' ? monthOf(to) : addMonthsTo(monthOf(to), 1), due.day);
}

function withDue(rule: DutyDue, days: Days, calendar: WorkingCalendar): DutyPeriod {
  const due = dueOf(rule, days, calendar);
  return { ...days, due, provisional: 'working_day' in rule && !calendar.knows(yearOf(due)) };
}

/**
 * The periods of a duty whose day is not over, soonest first: those that ended and are still owed, and the one
 * that runs. `dueFor` says by which rule, where that is not the same for all periods: given the last day of one.
 */
export function duePeriods(
  duty: Pick<Duty, 'due' | 'period'>,
  today: PlainDate,
  calendar: WorkingCalendar,
  dueFor: (to: PlainDate) => DutyDue = () => duty.due,
): readonly DutyPeriod[] {
  const running = periodOf(today, duty.period);
  const periods = [withDue(dueFor(running.to), running, calendar)];
  // Half months and weeks that are due in the month after are owed several at a time.
  for (let days = running; ;) {
    days = periodOf(addDays(days.from, -1), duty.period);
    const before = withDue(dueFor(days.to), days, calendar);
    if (before.due < today) break;
    periods.unshift(before);
  }
  return periods.filter(({ due }) => due >= today);
}

/** The periods of a duty whose day lies between two days, both included, soonest first. */
export function periodsDueBetween(
  duty: Pick<Duty, 'due' | 'period'>,
  [from, to]: readonly [PlainDate, PlainDate],
  calendar: WorkingCalendar,
  dueFor: (to: PlainDate) => DutyDue = () => duty.due,
): readonly DutyPeriod[] {
  const found: DutyPeriod[] = [];
  for (let days = periodOf(to, duty.period); ; days = periodOf(addDays(days.from, -1), duty.period)) {
    const period = withDue(dueFor(days.to), days, calendar);
    if (period.due < from) return found;
    if (period.due <= to) found.unshift(period);
  }
}
