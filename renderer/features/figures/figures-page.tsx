import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { TREND_MONTHS, type TrendMonths } from '#shared/procedure/breakdown.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { findPeriodPaper, type PeriodPaper } from '#shared/reports/period.papers.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { PeriodChoice, usePeriodChoice, type ChosenPeriod } from '#renderer/features/paper/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import './figures-page.css';
import type { AmountFigureProps } from './amount-figure.tsx';
import { LinesPart } from './lines-part.tsx';
import { RatesPart } from './rates-part.tsx';
import { TrendPart } from './trend-part.tsx';
import { useReportFigures } from './use-report-figures.ts';

export interface FiguresPageProps {
  readonly procedure: string;
  /** Id of the report, or of the register. */
  readonly paper: string;
  readonly onBack: () => void;
  /** Opens its paper at the period that is looked at. */
  readonly onOpenPaper: (at: ChosenPeriod) => void;
  readonly onOpenCases: AmountFigureProps['onOpenCases'];
}

/** What a report counts, in tables and bars: the same figures its paper holds. */
export function FiguresPage({
  procedure: id,
  paper: name,
  onBack,
  onOpenPaper,
  onOpenCases,
}: FiguresPageProps): ReactNode {
  const { t } = useTranslation('figures');
  const { procedures } = useOpenDesk();
  const procedure = procedures.find(each => each.id === id);
  const paper = procedure && findPeriodPaper(procedure, name);
  const back = <BackButton onBack={onBack}>{t('back')}</BackButton>;
  if (!procedure || !paper) return <EmptyState title={t('none')} nearby={t('noneNearby')} acts={back} />;
  return <Counted {...{ procedure, paper, back, onOpenPaper, onOpenCases }} />;
}

interface CountedProps extends Pick<FiguresPageProps, 'onOpenPaper' | 'onOpenCases'> {
  readonly procedure: Procedure;
  readonly paper: PeriodPaper;
  readonly back: ReactNode;
}

function Counted({ procedure, paper, back, onOpenPaper, onOpenCases }: CountedProps): ReactNode {
  const { t, i18n } = useTranslation('figures');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const chosen = usePeriodChoice(procedure, paper);
  const [months, setMonths] = useState<TrendMonths>(paper.report?.trend?.months ?? 12);
  const [tries, setTries] = useState(0);
  const { period, at } = chosen;
  const asked = { procedure: procedure.id, paper: paper.id, period, day: at.from, months };
  const { figures, fault, counting } = useReportFigures(asked, tries);
  const again = (): void => setTries(tries + 1);
  return (
    <>
      <PageHead
        above={back}
        title={t('title', { name: inLanguage(paper.name, language) })}
        sub={<span className="num">{periodInWords(period, at, language)}</span>}
        actions={<ActButton onClick={() => onOpenPaper({ period, day: at.from })}>{t('paper')}</ActButton>}
      />
      <PageColumns
        side={
          <SideColumn
            sections={[
              {
                id: 'period',
                panelKey: 'F6',
                title: t('period'),
                content: <PeriodChoice {...chosen} note={t('note')} />,
              },
            ]}
          />
        }
      >
        {fault && (
          <>
            <FaultNotice title={t('notCounted')} fault={fault} />
            <ActButton onClick={again}>{t('again')}</ActButton>
          </>
        )}
        {!figures && !fault && <SkeletonLines count={6} height="row" />}
        {figures && (
          <div className="figures" aria-busy={counting}>
            {figures.closedAt && (
              <StatusText tone="ok">
                {t(period === 'month' ? 'locked' : 'closed', {
                  day: writtenDate(dateOf(figures.closedAt), language),
                })}
              </StatusText>
            )}
            {figures.rates.length > 0 && (
              <RatesPart rates={figures.rates} onEntered={again} {...{ procedure, language, onOpenCases }} />
            )}
            {figures.by && <LinesPart by={figures.by} {...{ language, onOpenCases }} />}
            {figures.trend && (
              <TrendPart
                trend={figures.trend}
                {...{ language, onOpenCases }}
                choice={
                  <ViewTabs
                    label={t('howMany')}
                    tabs={TREND_MONTHS.map(count => ({ id: String(count), label: t('months', { count }) }))}
                    at={String(months)}
                    onChange={count => setMonths(count === '6' ? 6 : 12)}
                  />
                }
              />
            )}
          </div>
        )}
      </PageColumns>
    </>
  );
}
