import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { inLanguage } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { BaseFigure } from '#shared/procedure/rate.schema.ts';
import { explainRate, FIGURE_WORDS } from '#shared/reports/figure.words.ts';
import type { RateFigures } from '#shared/reports/rate.figures.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { AmountFigure, type AmountFigureProps } from './amount-figure.tsx';
import { FigureForm } from './figure-form.tsx';

export interface RatesPartProps extends Pick<AmountFigureProps, 'language' | 'onOpenCases'> {
  readonly rates: readonly RateFigures[];
  readonly procedure: Procedure;
  /** The office entered a figure: what hangs on it is counted again. */
  readonly onEntered: () => void;
}

interface BaseMonthsProps extends Pick<RatesPartProps, 'language' | 'onEntered'> {
  readonly procedure: string;
  readonly figure: BaseFigure;
  readonly months: RateFigures['months'];
}

/** What a rate is over, a line a month, and where it is entered. */
function BaseMonths({ procedure, figure, months, language, onEntered }: BaseMonthsProps): ReactNode {
  const { t } = useTranslation('figures');
  const { me } = useOpenDesk();
  const [changing, setChanging] = useState<PlainMonth | null>(null);
  const mayEnter = me.roles.includes('records-officer');
  const label = inLanguage(figure.label, language);
  return (
    <>
      <ul className="figures-base">
        {months.map(({ month, amount, reason, stands }) => {
          const name = t('figureOf', { month: FIGURE_WORDS[language].month(month, false), figure: label });
          return (
            <li key={month}>
              <span>
                {name}{' '}
                <b className="num">
                  {amount === null
                    ? t('notEntered')
                    : `${amount.toLocaleString(language)} ${inLanguage(figure.unit, language)}`}
                </b>{' '}
                {reason !== null && <small>{t('source', { reason })}</small>}{' '}
                {stands && <small>{t('stands')}</small>}
              </span>
              {mayEnter && !stands && changing !== month && (
                <ActButton
                  size="small"
                  aria-label={t('enterOf', { name })}
                  onClick={() => setChanging(month)}
                >
                  {t(amount === null ? 'enter' : 'change')}
                </ActButton>
              )}
              {changing === month && (
                <FigureForm
                  {...{ procedure, figure, month, amount, name, language }}
                  onDone={entered => {
                    setChanging(null);
                    if (entered) onEntered();
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!mayEnter && <p className="figures-quiet">{t('byRecordsOfficer')}</p>}
    </>
  );
}

/** Rates with what they were worked out from. */
export function RatesPart({ rates, procedure, language, onEntered, onOpenCases }: RatesPartProps): ReactNode {
  const { t } = useTranslation('figures');
  return (
    <section aria-label={t('rates')}>
      <h2>{t('rates')}</h2>
      {rates.map(each => {
        const { rate, amount, months } = each;
        const { over } = rate;
        const figure =
          'figure' in over ? procedure.figures.find(({ key }) => key === over.figure) : undefined;
        return (
          <div key={rate.key} className="figures-rate">
            <p>
              {inLanguage(rate.name, language)}{' '}
              <b className="figures-value num">
                <AmountFigure name={inLanguage(rate.name, language)} {...{ amount, language, onOpenCases }} />
              </b>
              {rate.unverified && <span className="figures-mark">{t('mark')}</span>}
            </p>
            <p className="figures-quiet">{explainRate(each, procedure, language)}</p>
            {figure && <BaseMonths procedure={procedure.id} {...{ figure, months, language, onEntered }} />}
          </div>
        );
      })}
    </section>
  );
}
