import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { casesOf, type StatisticTable } from '#shared/reports/statistic.table.ts';
import { BarChart, type BarPart } from '#renderer/ui/chart/bar-chart.tsx';

export interface StatisticChartProps {
  readonly table: StatisticTable;
  /** The columns that are drawn one after the other in a bar, with their fill. */
  readonly columns: readonly { readonly at: number; readonly fill: BarPart['fill'] }[];
  /** The column whose cases a bar opens. */
  readonly opens: number;
  readonly language: Language;
  readonly onOpenCases: (ids: readonly CaseId[], words: string) => void;
}

/** Bars of a table that stands beneath: solid, hatched and hollow, each with its number. */
export function StatisticChart(props: StatisticChartProps): ReactNode {
  const { table, columns, opens, language, onOpenCases } = props;
  const { t } = useTranslation('statistics');
  const headOf = (column: number): string => {
    const head = table.head[column + 1];
    return head ? inLanguage(head, language) : '';
  };
  return (
    <BarChart
      title={columns.map(({ at }) => headOf(at)).join(t('and'))}
      unit={t('unit')}
      parts={columns.map(({ at, fill }) => ({ name: headOf(at), fill }))}
      rows={table.rows.map(row => {
        const cell = row.cells[opens];
        const ids = cell ? casesOf(cell) : [];
        const label = inLanguage(row.label, language);
        return {
          id: row.id,
          label,
          values: columns.map(({ at }) => {
            const drawn = row.cells[at];
            return drawn ? casesOf(drawn).length : 0;
          }),
          ...(ids.length > 0 ? { onOpen: () => onOpenCases(ids, `${label} · ${headOf(opens)}`) } : {}),
        };
      })}
    />
  );
}
