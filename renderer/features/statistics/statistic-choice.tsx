import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { addMonths, parsePlainDate, type PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { periodInWords, recentPeriods } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { placeOf, type StatisticPlace } from './statistic-place.ts';

const KINDS = ['month', 'quarter', 'half-year', 'year', 'half-month', 'week', 'free'] as const;
const MOST_PERIODS = 24;
/** Cases of the paper books are entered with the day they were received, which may lie before the founding. */
const MONTHS_BEFORE = 12;

export interface StatisticChoiceProps {
  readonly procedures: readonly Procedure[];
  readonly at: StatisticPlace;
  readonly onAt: (at: StatisticPlace) => void;
}

/** 规程 and 期间. */
export function StatisticChoice({ procedures, at, onAt }: StatisticChoiceProps): ReactNode {
  const { t, i18n } = useTranslation('statistics');
  const { t: paper } = useTranslation('paper');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { office } = useOpenDesk();
  const today = dateOf(useNow());
  const { kind } = at;
  const since = addMonths(dateOf(office.foundedAt), -MONTHS_BEFORE);
  const choose = (next: Period | 'free'): void =>
    onAt(next === 'free' ? { ...at, kind: next } : placeOf(next, today, at.procedure));
  return (
    <div className="statistics-choice">
      <NativeSelect
        label={t('procedure')}
        size="md"
        value={at.procedure ?? ''}
        onChange={event => onAt({ ...at, procedure: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('allProcedures') },
          ...procedures.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
        ]}
      />
      <NativeSelect
        label={paper('period.kind')}
        size="md"
        value={kind}
        onChange={event => choose(event.currentTarget.value as Period | 'free')}
        data={KINDS.map(value => ({
          value,
          label: value === 'free' ? t('free') : paper(`period.${value}`),
        }))}
      />
      {kind === 'free' ? (
        <FreeDays key={`${at.from} ${at.to}`} at={at} onAt={onAt} />
      ) : (
        <NativeSelect
          label={paper('period.which')}
          size="md"
          value={at.from}
          onChange={event => onAt(placeOf(kind, event.currentTarget.value as PlainDate, at.procedure))}
          data={recentPeriods(kind, today, since, MOST_PERIODS).map(days => ({
            value: days.from,
            label: periodInWords(kind, days, language),
          }))}
        />
      )}
    </div>
  );
}

/** From one day to another, both included. */
function FreeDays({ at, onAt }: Pick<StatisticChoiceProps, 'at' | 'onAt'>): ReactNode {
  const { t } = useTranslation('statistics');
  const [typed, setTyped] = useState<Record<'from' | 'to', string>>({ from: at.from, to: at.to });
  const [wrong, setWrong] = useState(false);
  const use = (): void => {
    const [from, to] = [parsePlainDate(typed.from.trim()), parsePlainDate(typed.to.trim())];
    const isWrong = !from || !to || from > to;
    setWrong(isWrong);
    if (!isWrong) onAt({ ...at, from, to });
  };
  return (
    <form
      className="statistics-days"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        use();
      }}
    >
      {(['from', 'to'] as const).map(end => (
        <TextInput
          key={end}
          label={t(end)}
          size="md"
          inputMode="numeric"
          autoComplete="off"
          value={typed[end]}
          aria-invalid={wrong || undefined}
          onChange={event => setTyped({ ...typed, [end]: event.currentTarget.value })}
        />
      ))}
      {wrong && <small role="alert">{t('badDays')}</small>}
      <ActButton type="submit">{t('useDays')}</ActButton>
    </form>
  );
}
