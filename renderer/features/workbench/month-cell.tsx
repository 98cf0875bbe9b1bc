import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayKind } from '#shared/calendar/limit.types.ts';
import { assertNever } from '#shared/core/assert.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { dayWithWeekday, weekdayWord } from '#renderer/i18n/day-words.ts';

export interface MonthCellProps {
  readonly date: PlainDate;
  readonly kind: DayKind;
  readonly cases: number;
  readonly duties: number;
  readonly isToday: boolean;
  /** Of another month, in the same week. */
  readonly outside: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

interface KindWords {
  /** In the corner: 休, 班. */
  readonly mark: string;
  /** Seen under it; weekends need none. */
  readonly reason: string;
  readonly spoken: string;
}

function useKindWords(date: PlainDate, kind: DayKind): KindWords {
  const { t, i18n } = useTranslation('workbench');
  const { t: ui } = useTranslation('ui');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  switch (kind.kind) {
    case 'workday':
      return { mark: '', reason: '', spoken: '' };
    case 'make-up':
      return { mark: t('calendar.makeUp'), reason: t('calendar.makeUpDay'), spoken: t('calendar.makeUpDay') };
    case 'weekend':
      return {
        mark: t('calendar.rest'),
        reason: '',
        spoken: t('calendar.reason', { reason: weekdayWord(ui, date) }),
      };
    case 'holiday': {
      const reason = inLanguage(kind.name, language);
      return { mark: t('calendar.rest'), reason, spoken: t('calendar.reason', { reason }) };
    }
    default:
      return assertNever(kind);
  }
}

/** One day with what falls due on it. */
export function MonthCell(props: MonthCellProps): ReactNode {
  const { date, kind, cases, duties, isToday, outside, chosen, onChoose } = props;
  const { t } = useTranslation('workbench');
  const { t: ui } = useTranslation('ui');
  const words = useKindWords(date, kind);
  const number = Number(date.slice(8));
  const spoken = [
    dayWithWeekday(ui, date),
    isToday ? t('calendar.today') : '',
    words.spoken,
    cases > 0 ? t('calendar.spokenCases', { count: cases }) : '',
    duties > 0 ? t('calendar.spokenDuties', { count: duties }) : '',
  ];
  return (
    <td
      role="gridcell"
      className="workbench-day keep-colors"
      data-kind={kind.kind}
      data-today={isToday || undefined}
      data-outside={outside || undefined}
      data-day={date}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
    >
      <span className="sr">{spoken.filter(Boolean).join(t('calendar.comma'))}</span>
      <span aria-hidden className="workbench-day-head">
        <span className="workbench-day-date">
          {number === 1 ? `${Number(date.slice(5, 7))}/${number}` : number}
        </span>
        {isToday && <b>{t('calendar.today')}</b>}
        {words.mark !== '' && <span className="workbench-day-kind">{words.mark}</span>}
      </span>
      <span aria-hidden className="workbench-day-reason clip" title={words.reason}>
        {words.reason}
      </span>
      <span aria-hidden className="workbench-day-due">
        {cases > 0 && <b>{t('calendar.cases', { count: cases })}</b>}
        {duties > 0 && <b>{t('calendar.duties', { count: duties })}</b>}
      </span>
    </td>
  );
}
