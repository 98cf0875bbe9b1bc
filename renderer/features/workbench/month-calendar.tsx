import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { addMonths, monthOf, yearOf, type PlainDate } from '#shared/core/plain-date.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useDues } from '#renderer/db/live/use-agenda.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { monthWord, type Weekday } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import type { LineTarget, LineWords } from './agenda-line.ts';
import { DayList } from './day-list.tsx';
import { MonthCell } from './month-cell.tsx';
import { dayAfterKey, weeksOf } from './month-days.ts';

export interface MonthCalendarProps {
  readonly inUse: readonly Procedure[];
  readonly words: LineWords;
  readonly onOpen: (target: LineTarget) => void;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What falls due on which day of a month, and the list of the day that is chosen. */
export function MonthCalendar({ inUse, words, onOpen }: MonthCalendarProps): ReactNode {
  const { t } = useTranslation('workbench');
  const { t: ui } = useTranslation('ui');
  const { calendar } = useOpenDesk();
  const today = dateOf(useNow());
  const [day, setDay] = useState<PlainDate>(today);
  const grid = useRef<HTMLTableElement>(null);
  const [entering, setEntering] = useState(false);
  const followed = useRef(false);
  const weeks = weeksOf(day);
  const first = weeks[0]?.[0] ?? day;
  const last = weeks.at(-1)?.at(-1) ?? day;
  const dues = useDues(inUse, first, last);
  const unknown = [...new Set([yearOf(first), yearOf(last)])].filter(year => !calendar.knows(year));
  const month = { year: yearOf(day), month: monthWord(ui, day) };

  // The focus goes with the day, into another month too; a button that turned the month keeps it.
  useEffect(() => {
    if (followed.current) grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    followed.current = false;
  }, [day]);

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setEntering(true);
      return;
    }
    const next = event.ctrlKey || event.altKey ? undefined : dayAfterKey(event.key, day);
    if (next === undefined) return;
    event.preventDefault();
    followed.current = true;
    setEntering(false);
    setDay(next);
  };

  return (
    <>
      <div className="workbench-month-head">
        <h2 aria-live="polite">{t('calendar.monthTitle', month)}</h2>
        <ActButton
          size="small"
          icon={<IconChevronLeft size={18} aria-hidden />}
          onClick={() => setDay(addMonths(day, -1))}
        >
          {t('calendar.before')}
        </ActButton>
        <ActButton
          size="small"
          icon={<IconChevronRight size={18} aria-hidden />}
          onClick={() => setDay(addMonths(day, 1))}
        >
          {t('calendar.after')}
        </ActButton>
        {monthOf(day) !== monthOf(today) && (
          <ActButton size="small" rank="text" onClick={() => setDay(today)}>
            {t('calendar.thisMonth')}
          </ActButton>
        )}
      </div>
      {unknown.map(year => (
        <Note key={year}>{t('calendar.unknownYear', { year })}</Note>
      ))}
      <table
        ref={grid}
        role="grid"
        className="workbench-month"
        aria-label={t('calendar.label', month)}
        aria-busy={dues === undefined}
        onKeyDown={press}
      >
        <thead>
          <tr>
            {WEEKDAYS.map(each => (
              <th key={each} scope="col" abbr={ui(`date.weekday.d${each}`)}>
                {ui(`date.weekdayShort.d${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(date => (
                <MonthCell
                  key={date}
                  date={date}
                  kind={calendar.dayKind(date)}
                  cases={dues?.cases.get(date) ?? 0}
                  duties={dues?.duties.filter(({ period }) => period.due === date).length ?? 0}
                  isToday={date === today}
                  outside={monthOf(date) !== monthOf(day)}
                  chosen={date === day}
                  onChoose={() => {
                    followed.current = true;
                    setDay(date);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="workbench-keys">
        <KeyLine
          keys={[
            { keys: '← ↑ → ↓', does: t('calendar.keys.day') },
            { keys: 'PgUp PgDn', does: t('calendar.keys.month') },
            { keys: 'Enter', does: t('calendar.keys.list') },
          ]}
        />
      </div>
      <DayList
        day={day}
        duties={dues?.duties.filter(({ period }) => period.due === day) ?? []}
        entering={entering}
        onEntered={() => setEntering(false)}
        {...{ words, onOpen }}
      />
    </>
  );
}
