import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '#shared/core/text.ts';
import type { Amount } from '#shared/reports/amount.ts';
import type { BreakdownFigures } from '#shared/reports/breakdown.figures.ts';
import { FIGURE_WORDS, nameOfLine } from '#shared/reports/figure.words.ts';
import { AmountFigure, type AmountFigureProps } from './amount-figure.tsx';
import '#renderer/ui/table/figure-table.css';

export interface LinesPartProps extends Pick<AmountFigureProps, 'language' | 'onOpenCases'> {
  readonly by: BreakdownFigures;
}

/** A line for each person or department. */
export function LinesPart({ by, language, onOpenCases }: LinesPartProps): ReactNode {
  const { t } = useTranslation('figures');
  const words = FIGURE_WORDS[language];
  const cell = (of: string, amount: Amount, place: number): ReactNode => {
    const name = `${of} · ${inLanguage(by.columns[place] ?? words.rank, language)}`;
    return (
      <td key={place} className="num">
        <AmountFigure {...{ amount, name, language, onOpenCases }} />
      </td>
    );
  };
  const title = words.by(inLanguage(by.head, language));
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {by.lines.length === 0 ? (
        <p>{t('noLines')}</p>
      ) : (
        <div className="ui-figure-room" role="group" aria-label={title} tabIndex={0}>
          <table className="ui-figure-table">
            <thead>
              <tr>
                <th scope="col">{inLanguage(by.head, language)}</th>
                {by.columns.map((column, place) => (
                  <th key={place} scope="col">
                    {inLanguage(column, language)}
                  </th>
                ))}
                {by.ranked && <th scope="col">{inLanguage(words.rank, language)}</th>}
              </tr>
            </thead>
            <tbody>
              {by.lines.map((line, index) => (
                <tr key={index}>
                  <th scope="row">{nameOfLine(line, language)}</th>
                  {line.amounts.map((amount, place) => cell(nameOfLine(line, language), amount, place))}
                  {by.ranked && <td className="num">{line.rank ?? '—'}</td>}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                {by.total.map((amount, place) => cell(words.total, amount, place))}
                {by.ranked && <td />}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      <p className="figures-quiet">
        {by.named.map(({ label, measure }) =>
          words.named(inLanguage(label, language), inLanguage(measure, language)),
        )}
        {words.shareNote} {by.ranked && words.rankNote(by.rankFrom)}
      </p>
    </section>
  );
}
