import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '#shared/core/text.ts';
import { sizeOf, type Amount } from '#shared/reports/amount.ts';
import { FIGURE_WORDS } from '#shared/reports/figure.words.ts';
import type { TrendFigures } from '#shared/reports/trend.figures.ts';
import { BarChart } from '#renderer/ui/chart/bar-chart.tsx';
import '#renderer/ui/table/figure-table.css';
import { AmountFigure, type AmountFigureProps } from './amount-figure.tsx';
import { amountOnScreen } from './amount-words.ts';

export interface TrendPartProps extends Pick<AmountFigureProps, 'language' | 'onOpenCases'> {
  readonly trend: TrendFigures;
  /** How many months. */
  readonly choice: ReactNode;
}

const isCount = ({ kind }: Amount): boolean => kind === 'count';

/** Months one under another: bars of one measure, and the table of all of them. */
export function TrendPart({ trend, language, choice, onOpenCases }: TrendPartProps): ReactNode {
  const { t } = useTranslation('figures');
  const words = FIGURE_WORDS[language];
  const { columns, months } = trend;
  const [shown, setShown] = useState(columns[0]?.id ?? '');
  const place = Math.max(
    0,
    columns.findIndex(({ id }) => id === shown),
  );
  const name = (column: (typeof columns)[number] | undefined): string =>
    column ? inLanguage(column.label, language) : '';
  const amounts = months.flatMap(month => month.amounts[place] ?? []);
  const title = words.trend(months.length);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="figures-choice">
        {choice}
        <NativeSelect
          label={t('measure')}
          value={columns[place]?.id ?? ''}
          onChange={event => setShown(event.currentTarget.value)}
          data={columns.map(column => ({ value: column.id, label: name(column) }))}
        />
      </div>
      <BarChart
        title={name(columns[place])}
        unit={amounts.some(isCount) ? t('unit') : ''}
        parts={[{ name: name(columns[place]), fill: 'solid' }]}
        {...(amounts.some(({ kind }) => kind === 'share') ? { full: 1 } : {})}
        rows={months.map(({ month, running }, index) => {
          const amount = amounts[index];
          return {
            id: month,
            label: words.month(month, running),
            values: [(amount && sizeOf(amount)) ?? 0],
            ...(amount && !isCount(amount) ? { words: amountOnScreen(amount, language) } : {}),
          };
        })}
      />
      <div className="ui-figure-room" role="group" aria-label={title} tabIndex={0}>
        <table className="ui-figure-table">
          <thead>
            <tr>
              <th scope="col">{inLanguage(words.monthHead, language)}</th>
              {columns.map(column => (
                <th key={column.id} scope="col">
                  {name(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, running, amounts: each }) => (
              <tr key={month}>
                <th scope="row" className="num">
                  {words.month(month, running)}
                </th>
                {each.map((amount, index) => (
                  <td key={index} className="num">
                    <AmountFigure
                      name={`${words.month(month, running)} · ${name(columns[index])}`}
                      {...{ amount, language, onOpenCases }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="figures-quiet">
        {words.trendNote} {words.shareNote}
      </p>
    </section>
  );
}
