import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isZero, type PeriodFigures as Figures } from '#shared/reports/period.figures.ts';
import { Figure, FigureGrid } from '#renderer/ui/chart/figures.tsx';

export interface PeriodFiguresProps {
  readonly figures: Figures;
  /** With nothing to tell it is sent all the same. */
  readonly zeroReport: boolean;
}

/** What the report of a period tells. */
export function PeriodFigures({ figures, zeroReport }: PeriodFiguresProps): ReactNode {
  const { t } = useTranslation('month');
  const { received, closed, onTime, open, overdue, asked, satisfied } = figures;
  const lines = [
    { name: t('closes.received'), value: String(received) },
    { name: t('figure.closed'), value: String(closed) },
    { name: t('figure.onTime'), value: t('of', { part: onTime, base: closed }) },
    { name: t('figure.satisfied'), value: t('of', { part: satisfied, base: asked }) },
    { name: t('figure.open'), value: String(open) },
    { name: t('figure.overdue'), value: String(overdue) },
  ];
  return (
    <>
      {isZero(figures) && <p>{t(zeroReport ? 'closes.zeroReport' : 'closes.zero')}</p>}
      <FigureGrid label={t('figure.list')} columns={3}>
        {lines.map(({ name, value }) => (
          <Figure key={name} label={name} value={value} />
        ))}
      </FigureGrid>
    </>
  );
}
