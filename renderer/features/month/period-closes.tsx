import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { periodicDuties, periodToClose, type PeriodicDuty } from '#shared/reports/period.closes.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import type { CasesBehind } from '#renderer/features/cases/index.ts';
import { DutyMark } from './duty-mark.tsx';
import { PeriodClosePart } from './period-close-part.tsx';
import type { Journal } from './use-month.ts';

export interface PeriodClosesProps {
  readonly inUse: readonly Procedure[];
  readonly language: Language;
  readonly journal: Journal;
  readonly onOpenCase: (id: CaseId) => void;
  readonly onOpenCases: (behind: CasesBehind) => void;
}

function DutyPeriods({
  owed,
  ...rest
}: Omit<PeriodClosesProps, 'inUse'> & { readonly owed: PeriodicDuty }): ReactNode {
  const { language } = rest;
  const { t } = useTranslation('month');
  const id = useId();
  const [chosen, setChosen] = useState(() => periodToClose(owed)?.id);
  const { duty, procedure, periods } = owed;
  const period = periods.find(each => each.id === chosen) ?? periods[0];
  const what = inLanguage(duty.name, language);
  if (!period) return null;
  return (
    <li>
      <h3>{what}</h3>
      <small>{t('closes.of', { procedure: inLanguage(procedure.name, language) })}</small>
      <div className="month-period">
        <label htmlFor={id}>{t('closes.period', { what })}</label>
        <select
          autoComplete="off"
          id={id}
          value={period.id}
          onChange={event => setChosen(event.currentTarget.value)}
        >
          {periods.map(each => (
            <option key={each.id} value={each.id}>
              {periodInWords(duty.period, each, language)}
            </option>
          ))}
        </select>
      </div>
      {duty.report === undefined ? (
        <DutyMark {...{ owed, period, language }} />
      ) : (
        <PeriodClosePart key={period.id} {...{ owed, period, ...rest }} />
      )}
    </li>
  );
}

/** Reports that come back by half-month, quarter, half-year or year, where a procedure in use asks for them. */
export function PeriodCloses({ inUse, ...rest }: PeriodClosesProps): ReactNode {
  const { t } = useTranslation('month');
  const { office } = useOpenDesk();
  const today = dateOf(useNow());
  const duties = periodicDuties(inUse, office, today);
  if (duties.length === 0) return null;
  return (
    <section className="month-closes" aria-labelledby="month-closes">
      <h2 id="month-closes">{t('closes.title')}</h2>
      <ul>
        {duties.map(owed => (
          <DutyPeriods key={`${owed.procedure.id} ${owed.duty.id}`} {...{ owed, ...rest }} />
        ))}
      </ul>
    </section>
  );
}
