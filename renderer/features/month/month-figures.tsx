import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { MonthCases, MonthStatistics } from '#shared/reports/month.statistics.ts';
import type { CasesBehind } from '#renderer/features/cases/index.ts';
import { BarChart } from '#renderer/ui/chart/bar-chart.tsx';
import { Figure, FigureGrid } from '#renderer/ui/chart/figures.tsx';
import { FigureButton } from '#renderer/ui/table/figure-button.tsx';
import '#renderer/ui/table/figure-table.css';

export interface MonthFiguresProps {
  readonly statistics: MonthStatistics;
  /** Behind the figures. */
  readonly cases: MonthCases;
  readonly language: Language;
  readonly onOpenCases: (behind: CasesBehind) => void;
}

/** The month in numbers, each with its base; bars for the eye and a table of the same figures. All open their cases. */
export function MonthFigures({ statistics, cases, language, onOpenCases }: MonthFiguresProps): ReactNode {
  const { t } = useTranslation('month');
  const { registered, closed, onTime, asked, satisfied, open, overdue, byCategory } = statistics;
  const figures = [
    { key: 'registered', value: String(registered) },
    { key: 'closed', value: String(closed) },
    { key: 'onTime', value: t('of', { part: onTime, base: closed }) },
    { key: 'satisfied', value: t('of', { part: satisfied, base: asked }) },
    { key: 'open', value: String(open) },
    { key: 'overdue', value: String(overdue) },
  ] as const;
  const opening = (title: string, ids: readonly CaseId[]): (() => void) | undefined =>
    ids.length === 0 ? undefined : () => onOpenCases({ title, ids });
  return (
    <>
      {statistics.zeroReport && <p className="month-zero">{t('zeroReport')}</p>}
      <div className="month-figures">
        <FigureGrid label={t('figure.list')} columns={3}>
          {figures.map(({ key, value }) => {
            const name = t(`figure.${key}`);
            return <Figure key={key} label={name} value={value} onOpen={opening(name, cases[key])} />;
          })}
        </FigureGrid>
      </div>
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
          <CategoryTable {...{ byCategory, cases, language, opening }} />
        </>
      )}
    </>
  );
}

interface CategoryTableProps extends Pick<MonthFiguresProps, 'cases' | 'language'> {
  readonly byCategory: MonthStatistics['byCategory'];
  readonly opening: (title: string, ids: readonly CaseId[]) => (() => void) | undefined;
}

function CategoryTable({ byCategory, cases, language, opening }: CategoryTableProps): ReactNode {
  const { t } = useTranslation('month');
  const columns = [
    { key: 'registered', head: t('figure.registered') },
    { key: 'closed', head: t('figure.closed') },
    { key: 'late', head: t('part.late') },
  ] as const;
  return (
    <div className="ui-figure-room" role="group" aria-label={t('byCategory')} tabIndex={0}>
      <table className="ui-figure-table">
        <thead>
          <tr>
            <th scope="col">{t('category')}</th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byCategory.map(tally => {
            const label = inLanguage(tally.label, language);
            return (
              <tr key={tally.key}>
                <th scope="row">{label}</th>
                {columns.map(({ key, head }) => {
                  const name = `${label} · ${head}`;
                  const words = String(tally[key]);
                  const onOpen = opening(name, cases.byCategory[tally.key]?.[key] ?? []);
                  return (
                    <td key={key} className="num">
                      {onOpen ? <FigureButton {...{ name, words, onOpen }} /> : words}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
