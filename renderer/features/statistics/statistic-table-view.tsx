import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import {
  casesOf,
  cellInWords,
  type StatisticCell,
  type StatisticRow,
  type StatisticTable,
} from '#shared/reports/statistic.table.ts';
import { FigureButton } from '#renderer/ui/table/figure-button.tsx';
import '#renderer/ui/table/figure-table.css';

/** As the paper leaves a rule to write on. */
const OPEN = '＿';

export interface StatisticTableViewProps {
  readonly table: StatisticTable;
  readonly language: Language;
  readonly onOpenCases: (ids: readonly CaseId[], words: string) => void;
  readonly onOpenCase: (id: CaseId) => void;
  /** Something that can be done with a line. */
  readonly actOf?: ((row: StatisticRow) => ReactNode) | undefined;
  /** Rows of a long list that are shown. */
  readonly most?: number | undefined;
}

/** A table of the statistics; every figure that counts cases opens them. */
export function StatisticTableView(props: StatisticTableViewProps): ReactNode {
  const { table, language, onOpenCases, onOpenCase, actOf, most = Infinity } = props;
  const { t } = useTranslation('statistics');
  const title = inLanguage(table.title, language);
  const [labelHead, ...heads] = table.head.map(head => inLanguage(head, language));
  const figure = (row: StatisticRow, cell: StatisticCell, column: number): ReactNode => {
    const words = cellInWords(cell, language) || OPEN;
    const ids = casesOf(cell);
    if (ids.length === 0) return words;
    const name = `${inLanguage(row.label, language)} · ${heads[column] ?? ''}`;
    return <FigureButton {...{ name, words }} onOpen={() => onOpenCases(ids, name)} />;
  };
  return (
    <>
      <div className="ui-figure-room" role="group" aria-label={title} tabIndex={0}>
        <table className="ui-figure-table" data-table={table.id}>
          <thead>
            <tr>
              <th scope="col">{labelHead}</th>
              {heads.map((head, column) => (
                <th
                  key={column}
                  scope="col"
                  className={table.rows[0]?.cells[column]?.kind === 'text' ? 'statistics-text' : undefined}
                >
                  {head}
                </th>
              ))}
              {actOf && <th scope="col">{t('act')}</th>}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, most).map(row => (
              <tr key={row.id}>
                <th scope="row">
                  {row.case === undefined ? (
                    inLanguage(row.label, language)
                  ) : (
                    <FigureButton
                      words={inLanguage(row.label, language)}
                      onOpen={() => row.case && onOpenCase(row.case)}
                    />
                  )}
                </th>
                {row.cells.map((cell, column) => (
                  <td key={column} className={cell.kind === 'text' ? 'statistics-text' : 'num'}>
                    {figure(row, cell, column)}
                  </td>
                ))}
                {actOf && <td>{actOf(row)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.notes.map(note => (
        <p key={note.zh} className="statistics-quiet">
          {inLanguage(note, language)}
        </p>
      ))}
    </>
  );
}
