import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';
import { PERIODS, type Period } from '#shared/procedure/duty.schema.ts';
import { periodInWords, type PeriodDays } from '#shared/reports/report.period.ts';

export interface PeriodChoiceProps {
  readonly period: Period;
  /** Whether another kind of period may be chosen. */
  readonly free: boolean;
  readonly all: readonly PeriodDays[];
  readonly at: PeriodDays;
  readonly onPeriod: (period: Period) => void;
  readonly onDay: (day: PlainDate) => void;
  readonly note?: string | undefined;
}

/** 期间: month, quarter …, and which one. */
export function PeriodChoice(props: PeriodChoiceProps): ReactNode {
  const { period, free, all, at, onPeriod, onDay, note } = props;
  const { t, i18n } = useTranslation('paper');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <div className="paper-fields">
      {free && (
        <NativeSelect
          label={t('period.kind')}
          size="md"
          value={period}
          onChange={event => onPeriod(event.currentTarget.value as Period)}
          data={PERIODS.map(value => ({ value, label: t(`period.${value}`) }))}
        />
      )}
      <NativeSelect
        label={t('period.which')}
        size="md"
        value={at.from}
        onChange={event => onDay(event.currentTarget.value as PlainDate)}
        data={all.map(days => ({ value: days.from, label: periodInWords(period, days, language) }))}
      />
      {note !== undefined && <p className="paper-quiet">{note}</p>}
    </div>
  );
}
