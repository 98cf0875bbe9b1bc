import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { CLOSES_MONTHS } from '#shared/case/close.decide.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { ClosablePeriod, PeriodicDuty } from '#shared/reports/period.closes.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

export interface DutyMarkProps {
  readonly owed: PeriodicDuty;
  readonly period: ClosablePeriod;
  readonly language: Language;
}

/** What nothing is counted for, a meeting: it is only noted as done. */
export function DutyMark({ owed: { procedure, duty }, period, language }: DutyMarkProps): ReactNode {
  const { t } = useTranslation('month');
  const desk = useDesk();
  const { me } = useOpenDesk();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const { done, ripe } = period;
  const mark = async (): Promise<void> => {
    const marked = await desk.submitOffice({
      ...{ type: 'mark-duty', procedure: procedure.id, duty: duty.id, period: period.id },
    });
    setFault(marked.ok ? null : marked.error);
  };
  const named = {
    what: inLanguage(duty.name, language),
    period: periodInWords(duty.period, period, language),
  };
  return (
    <div className="month-close">
      {done ? (
        <StatusText tone="ok">
          {t('closes.marked', { day: writtenDate(dateOf(done.at), language) })}
        </StatusText>
      ) : (
        <StatusText tone={ripe ? 'soon' : 'plain'}>{t(ripe ? 'closes.owed' : 'closes.running')}</StatusText>
      )}
      <p>{t('closes.noReport')}</p>
      {ripe && !done && me.roles.includes(CLOSES_MONTHS) && (
        <ActButton size="small" onClick={() => void mark()}>
          {t('closes.close', named)}
        </ActButton>
      )}
      {fault && <FaultNotice title={t('notDone')} fault={fault} />}
    </div>
  );
}
