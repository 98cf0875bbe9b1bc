import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { MonthStatistics } from '#shared/reports/month.statistics.ts';
import { BarChart } from '#renderer/ui/chart/bar-chart.tsx';

export interface MonthFiguresProps {
  readonly statistics: MonthStatistics;
  readonly language: Language;
}

/** The month in numbers, each with its base; bars for the eye and a table of the same figures. */
export function MonthFigures({ statistics, language }: MonthFiguresProps): ReactNode {
  const { t } = useTranslation('month');
  const { registered, closed, onTime, asked, satisfied, open, overdue, byCategory } = statistics;
  const figures = [
    { name: t('figure.registered'), value: String(registered) },
    { name: t('figure.closed'), value: String(closed) },
    { name: t('figure.onTime'), value: t('of', { part: onTime, base: closed }) },
    { name: t('figure.satisfied'), value: t('of', { part: satisfied, base: asked }) },
    { name: t('figure.open'), value: String(open) },
    { name: t('figure.overdue'), value: String(overdue) },
  ];
  return (
    <>
      {statistics.zeroReport && <p className="month-zero">{t('zeroReport')}</p>}
      <dl className="month-figures">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dd className="num">{value}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      {byCategory.length > 0 && (
        <>
          <BarChart
            title={t('byCategory')}
            unit={t('unit')}
            parts={[
              { name: t('part.onTime'), fill: 'solid' },
              { name: t('part.late'), fill: 'hatched' },
              { name: t('part.open'), fill: 'hollow' },
            ]}
            rows={byCategory.map(tally => ({
              id: tally.key,
              label: inLanguage(tally.label, language),
              values: [tally.closed - tally.late, tally.late, Math.max(0, tally.registered - tally.closed)],
            }))}
          />
          <table className="month-table">
            <thead>
              <tr>
                <th scope="col">{t('category')}</th>
                <th scope="col">{t('figure.registered')}</th>
                <th scope="col">{t('figure.closed')}</th>
                <th scope="col">{t('part.late')}</th>
              </tr>
            </thead>
            <tbody>
              {byCategory.map(tally => (
                <tr key={tally.key}>
                  <th scope="row">{inLanguage(tally.label, language)}</th>
                  <td className="num">{tally.registered}</td>
                  <td className="num">{tally.closed}</td>
                  <td className="num">{tally.late}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
