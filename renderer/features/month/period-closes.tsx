import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { periodicDuties, periodToClose, type PeriodicDuty } from '#shared/reports/period.closes.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { PeriodClosePart } from './period-close-part.tsx';

export interface PeriodClosesProps {
  readonly inUse: readonly Procedure[];
  readonly language: Language;
}

function DutyPeriods({
  owed,
  language,
}: {
  readonly owed: PeriodicDuty;
  readonly language: Language;
}): ReactNode {
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
      <PeriodClosePart key={period.id} {...{ owed, period, language }} />
    </li>
  );
}

/** Reports that come back by half-month, quarter, half-year or year, where a procedure in use asks for them. */
export function PeriodCloses({ inUse, language }: PeriodClosesProps): ReactNode {
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
          <DutyPeriods key={`${owed.procedure.id} ${owed.duty.id}`} {...{ owed, language }} />
        ))}
      </ul>
    </section>
  );
}
