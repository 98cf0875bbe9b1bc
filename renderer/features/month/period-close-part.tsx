import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { CLOSES_MONTHS } from '#shared/case/month-lock.decide.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { ClosablePeriod, PeriodicDuty } from '#shared/reports/period.closes.ts';
import { isZero, type PeriodFigures } from '#shared/reports/period.figures.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { Figure, FigureGrid } from '#renderer/ui/chart/figures.tsx';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { FieldError } from '#renderer/ui/notice/field-error.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { usePeriodFigures } from './use-period-figures.ts';

export interface PeriodClosePartProps {
  readonly owed: PeriodicDuty;
  readonly period: ClosablePeriod;
  readonly language: Language;
}

function Figures({
  figures,
  zeroReport,
}: {
  readonly figures: PeriodFigures;
  readonly zeroReport: boolean;
}): ReactNode {
  const { t } = useTranslation('month');
  const { received, closed, onTime, open, overdue, asked, satisfied } = figures;
  const lines = [
    { name: t('closes.received'), value: String(received) },
    { name: t('figure.closed'), value: String(closed) },
    { name: t('figure.onTime'), value: t('of', { part: onTime, base: closed }) },
    { name: t('figure.satisfied'), value: t('of', { part: satisfied, base: asked }) },
    { name: t('figure.open'), value: String(open) },
    { name: t('figure.overdue'), value: String(overdue) },
  ];
  return (
    <>
      {isZero(figures) && <p>{t(zeroReport ? 'closes.zeroReport' : 'closes.zero')}</p>}
      <FigureGrid label={t('figure.list')} columns={3}>
        {lines.map(({ name, value }) => (
          <Figure key={name} label={name} value={value} />
        ))}
      </FigureGrid>
    </>
  );
}

/** One period of one report: looked at, remarked, closed; from then on with the figures of that day. */
export function PeriodClosePart({ owed, period, language }: PeriodClosePartProps): ReactNode {
  const { t } = useTranslation('month');
  const id = useId();
  const desk = useDesk();
  const { me } = useOpenDesk();
  const { procedure, duty, zeroReport } = owed;
  const { done, ripe } = period;
  const counted = usePeriodFigures({
    ...{ procedure: procedure.id, period: duty.period, from: period.from },
    paper: done ? undefined : duty.report,
  });
  const place = { form: 'close-period', of: `${procedure.id} ${duty.id} ${period.id}` } as const;
  const draft = useFormDraft(place, { remark: '' });
  const [missing, setMissing] = useState(false);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const what = inLanguage(duty.name, language);
  const figures = done ? done.close?.figures : counted.figures;
  const ready = duty.report === undefined || figures !== undefined;
  const mayClose = ripe && !done && ready && me.roles.includes(CLOSES_MONTHS);
  const remark = draft.texts.remark.trim();
  const isLate = figures !== undefined && figures.overdue > 0;

  const close = async (): Promise<void> => {
    if (isLate && remark === '') {
      setMissing(true);
      document.getElementById(id)?.focus();
      return;
    }
    const told = figures && { figures, zero: isZero(figures), ...(remark === '' ? {} : { remark }) };
    const closed = await desk.submitOffice({
      ...{ type: 'mark-duty', procedure: procedure.id, duty: duty.id, period: period.id },
      ...(told ? { close: told } : {}),
    });
    setFault(closed.ok ? null : closed.error);
    if (closed.ok) await draft.drop();
  };
  const day = done && writtenDate(dateOf(done.at), language);
  return (
    <div className="month-close">
      {done ? (
        <StatusText tone="ok">{t(done.close ? 'closes.kept' : 'closes.marked', { day })}</StatusText>
      ) : (
        <StatusText tone={ripe ? 'soon' : 'plain'}>{t(ripe ? 'closes.owed' : 'closes.running')}</StatusText>
      )}
      {!ready && !counted.fault && <p>{t('closes.counting')}</p>}
      {counted.fault && <FaultNotice title={t('notDone')} fault={counted.fault} />}
      {duty.report === undefined && <p>{t('closes.noReport')}</p>}
      {figures && <Figures figures={figures} zeroReport={zeroReport} />}
      {figures && !done && (
        <StatusText tone={isLate ? 'soon' : 'ok'}>
          {isLate ? t('closes.overdue', { count: figures.overdue }) : t('closes.noOverdue')}
        </StatusText>
      )}
      {done?.close?.remark !== undefined && (
        <p className="month-remark">{t('remarked', { text: done.close.remark })}</p>
      )}
      {mayClose && isLate && (
        <div className="month-reason">
          <label htmlFor={id}>{t('closes.remark', { what })}</label>
          <textarea
            autoComplete="off"
            id={id}
            rows={1}
            maxLength={2000}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? `${id}e` : undefined}
            value={draft.texts.remark}
            onChange={event => {
              draft.write({ remark: event.currentTarget.value });
              setMissing(false);
            }}
          />
          {missing && <FieldError id={`${id}e`} title={t('remarkMissing')} />}
        </div>
      )}
      {mayClose && (
        <ActButton size="small" onClick={() => void close()}>
          {t('closes.close', { what, period: periodInWords(duty.period, period, language) })}
        </ActButton>
      )}
      {fault && <FaultNotice title={t('notDone')} fault={fault} />}
    </div>
  );
}
