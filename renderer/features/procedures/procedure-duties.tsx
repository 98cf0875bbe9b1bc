import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { ownDutyDue } from '#shared/case/overrides.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { duePeriods, isClosedWithReport, periodOf, type DutyPeriod } from '#shared/procedure/duty.due.ts';
import type { Duty } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { dueWords } from './due-words.ts';
import { DutyForm } from './duty-form.tsx';
import { OwnCell } from './own-cell.tsx';
import { ownFigureOf } from './own-figures.ts';

export interface ProcedureDutiesProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

interface PeriodLineProps {
  readonly duty: Duty;
  readonly period: DutyPeriod;
  readonly procedure: string;
  readonly language: Language;
}

function PeriodLine({ duty, period, procedure, language }: PeriodLineProps): ReactNode {
  const { t } = useTranslation('procedures');
  const desk = useDesk();
  const { me, office } = useOpenDesk();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const done = office.dutiesDone.find(
    each => each.procedure === procedure && each.duty === duty.id && each.period === period.id,
  );
  const mark = async (): Promise<void> => {
    const command = { type: 'mark-duty', procedure, duty: duty.id, period: period.id } as const;
    const marked = await desk.submitOffice(command);
    setFault(marked.ok ? null : marked.error);
  };
  return (
    <div className="procedure-duty">
      <span className="procedure-quiet">
        {t('dutyDue', { period: period.id, due: writtenDate(period.due, language) })}
      </span>
      {done && <span>{t('dutyDone', { day: writtenDate(dateOf(done.at), language) })}</span>}
      {!done && isClosedWithReport(duty) && <span>{t('dutyClosed')}</span>}
      {!done && !isClosedWithReport(duty) && me.roles.includes('records-officer') && (
        <ActButton
          size="small"
          aria-label={t('dutyMark', { name: inLanguage(duty.name, language), period: period.id })}
          onClick={() => void mark()}
        >
          {t('dutyDo')}
        </ActButton>
      )}
      {fault && <FaultNotice title={t('notSaved')} fault={fault} />}
    </div>
  );
}

/** What the office owes every week, month, quarter: the periods that are not over, and those written down as done. */
export function ProcedureDuties({ procedure, language }: ProcedureDutiesProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { calendar, me, office } = useOpenDesk();
  const today = dateOf(useNow());
  const [changing, setChanging] = useState<string | null>(null);
  const mayChange = me.roles.includes('administrator');
  const { id } = procedure;
  return (
    <ul className="procedure-duties">
      {procedure.duties.map(duty => {
        const dueFor = ownDutyDue(id, duty, office);
        const due = dueFor(periodOf(today, duty.period).to);
        return (
          <li key={duty.id}>
            <div className="procedure-duty">
              <span>
                {inLanguage(duty.name, language)}
                {duty.unverified && <span className="procedure-mark">{t('mark')}</span>}
              </span>
              <span className="procedure-quiet">{dueWords(t, due)}</span>
              <OwnCell
                name={inLanguage(duty.name, language)}
                own={ownFigureOf(office, id, set => set.of === 'duty' && set.id === duty.id)}
                language={language}
                onChange={mayChange ? () => setChanging(changing === duty.id ? null : duty.id) : undefined}
              />
            </div>
            {duePeriods(duty, today, calendar, dueFor).map(period => (
              <PeriodLine key={period.id} {...{ duty, period, language }} procedure={id} />
            ))}
            {changing === duty.id && (
              <DutyForm {...{ duty, due, language }} procedure={id} onDone={() => setChanging(null)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
