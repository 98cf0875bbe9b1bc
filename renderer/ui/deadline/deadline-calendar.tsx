import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayNote } from '#shared/calendar/limit.types.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { dayRange, dayWithWeekday, type Weekday } from '#renderer/i18n/day-words.ts';
import { CalendarCell } from './calendar-day.tsx';
import { calendarRows, type CalendarRow } from './calendar-rows.ts';
import './deadline-calendar.css';

export interface DeadlineCalendarProps {
  /** From the start to the due day, one for each day. */
  readonly days: readonly DayNote[];
  readonly today: PlainDate;
  /** null while the clock is stopped and nobody can know. */
  readonly due: PlainDate | null;
  /** What began the limit, in two characters: 登记, 收到. */
  readonly startLabel?: string | undefined;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The wall calendar the clerk knows, with each day counted or the reason why it is not. */
export function DeadlineCalendar({ days, today, due, startLabel }: DeadlineCalendarProps): ReactNode {
  const { t } = useTranslation('ui');
  const rows = calendarRows(days, due, today);
  return (
    <table
      className="ui-calendar"
      aria-label={due === null ? t('why.labelOpen') : t('why.label', { date: dayWithWeekday(t, due) })}
    >
      <thead>
        <tr>
          {WEEKDAYS.map(day => (
            <th key={day} scope="col" abbr={t(`date.weekday.d${day}`)}>
              {t(`date.weekdayShort.d${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) =>
          row.kind === 'fold' ? (
            <FoldedWeeks key={row.from} row={row} />
          ) : (
            <tr key={row.days[0]?.date}>
              {row.days.map((day, column) => (
                <CalendarCell
                  key={day.date}
                  day={day}
                  first={column === 0 && (index === 0 || rows[index - 1]?.kind === 'fold')}
                  today={today}
                  due={due}
                  startLabel={startLabel ?? t('why.start')}
                />
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function FoldedWeeks({ row }: { readonly row: Extract<CalendarRow, { kind: 'fold' }> }): ReactNode {
  const { t } = useTranslation('ui');
  const counts = [
    row.counted > 0 ? t('why.foldCounted', { count: row.counted }) : '',
    row.skipped > 0 ? t('why.foldSkipped', { count: row.skipped }) : '',
    row.paused > 0 ? t('why.foldPaused', { count: row.paused }) : '',
  ];
  return (
    <tr>
      <td colSpan={7} className="ui-calendar-fold">
        {dayRange(t, row.from, row.to)} <b>{counts.filter(Boolean).join(t('why.comma'))}</b>
      </td>
    </tr>
  );
}
