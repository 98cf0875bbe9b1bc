import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayNote } from '#shared/calendar/limit.types.ts';
import { assertNever } from '#shared/core/assert.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { dayWithWeekday, weekdayWord } from '#renderer/i18n/day-words.ts';
import type { CalendarDay } from './calendar-rows.ts';

interface Words {
  /** In the corner: 休, 班, 今天, 到期. */
  readonly mark: string;
  /** At the foot, where a counted day carries its number: the reason. */
  readonly reason: string;
  /** The same as a sentence, for the reader. */
  readonly spoken: string;
}

function stateWords(t: TFunction<'ui'>, note: DayNote, startLabel: string, language: Language): Words {
  const { day, state } = note;
  const isMakeUp = day.kind === 'make-up';
  switch (state) {
    case 'start':
      return { mark: '', reason: startLabel, spoken: startLabel };
    case 'counted':
      return {
        mark: isMakeUp ? t('why.makeUp') : '',
        reason: '',
        spoken: [isMakeUp ? t('why.makeUpDay') : '', t('why.nth', { nth: note.nth })]
          .filter(Boolean)
          .join(t('why.comma')),
      };
    case 'skipped': {
      const reason = day.kind === 'holiday' ? inLanguage(day.name, language) : weekdayWord(t, note.date);
      return { mark: t('why.rest'), reason, spoken: t('why.skipped', { reason }) };
    }
    case 'paused': {
      const reason = note.pause === undefined ? t('why.pause') : inLanguage(note.pause, language);
      return { mark: '', reason: t('why.pause'), spoken: t('why.stopped', { reason }) };
    }
    case 'rolled':
      return { mark: t('why.rest'), reason: t('why.rolled'), spoken: t('why.rolled') };
    default:
      return assertNever(state);
  }
}

export interface CalendarCellProps {
  readonly day: CalendarDay;
  /** The first day shown and the first of a month carry their month. */
  readonly first: boolean;
  readonly today: PlainDate;
  readonly due: PlainDate | null;
  readonly startLabel: string;
}

export function CalendarCell({
  day: { date, note },
  first,
  today,
  due,
  startLabel,
}: CalendarCellProps): ReactNode {
  const { t, i18n } = useTranslation('ui');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words =
    note === undefined ? { mark: '', reason: '', spoken: '' } : stateWords(t, note, startLabel, language);
  const isToday = date === today;
  const isDue = date === due;
  const named = isDue && isToday ? t('why.dueToday') : isDue ? t('why.due') : isToday ? t('why.today') : '';
  // A cell has room for one short word beside its date.
  const mark = isDue ? t('why.due') : isToday ? t('why.todayShort') : words.mark;
  const number = Number(date.slice(8));
  const spoken = [dayWithWeekday(t, date), named, words.spoken].filter(Boolean).join(t('why.comma'));

  return (
    <td
      className="ui-day keep-colors"
      data-state={note?.state ?? 'out'}
      data-past={date < today || undefined}
      data-today={isToday || undefined}
      data-due={isDue || undefined}
    >
      <span className="sr">{spoken}</span>
      <span aria-hidden className="ui-day-date">
        {first || number === 1 ? `${Number(date.slice(5, 7))}/${number}` : number}
      </span>
      <span aria-hidden className="ui-day-mark">
        {mark}
      </span>
      {note?.state === 'counted' ? (
        <span aria-hidden className="ui-day-nth">
          {note.nth}
        </span>
      ) : (
        <span aria-hidden className="ui-day-reason" title={words.reason}>
          {words.reason}
        </span>
      )}
    </td>
  );
}
