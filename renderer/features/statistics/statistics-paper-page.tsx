import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { statisticTablesPaper } from '#shared/documents/statistic-tables.paper.ts';
import type { StatisticTable } from '#shared/reports/statistic.table.ts';
import { ALL_PROCEDURES, STATISTIC_PAPERS } from '#shared/reports/statistic.words.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { openPdf, SetPaperPage, type OpenPdf } from '#renderer/features/paper/index.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { isOn, periodText, type StatisticPaper, type StatisticPlace } from './statistic-place.ts';
import { useStatistics } from './use-statistics.ts';

export interface StatisticsPaperPageProps {
  readonly which: StatisticPaper;
  readonly at: StatisticPlace;
  readonly onBack: () => void;
  readonly opens?: OpenPdf | undefined;
}

/** The statistics or the register of a period on paper. */
export function StatisticsPaperPage(props: StatisticsPaperPageProps): ReactNode {
  const { which, at, onBack, opens = openPdf } = props;
  const { t } = useTranslation('statistics');
  const { tables, fault } = useStatistics(at, 0);
  const back = <BackButton onBack={onBack}>{t('back')}</BackButton>;
  if (fault) return <FaultNotice title={t('notCounted')} fault={fault} acts={back} />;
  if (!tables) return <SkeletonLines count={10} height="row" />;
  return <Printed {...{ which, at, tables, back, opens }} />;
}

interface PrintedProps extends Pick<StatisticsPaperPageProps, 'which' | 'at'> {
  readonly tables: readonly StatisticTable[];
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

function Printed({ which, at, tables, back, opens }: PrintedProps): ReactNode {
  const { t, i18n } = useTranslation('statistics');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { office, procedures } = useOpenDesk();
  // Settled when it is opened: what is shown is what is printed.
  const [paper] = useState(() =>
    statisticTablesPaper({
      ...{ office: office.name, period: periodText(at).zh, countedOn: dateOf(desk.now()) },
      name: STATISTIC_PAPERS[which],
      procedure: (procedures.find(({ id }) => id === at.procedure)?.name ?? ALL_PROCEDURES).zh,
      tables: tables.filter(({ id }) => isOn(which, id)),
    }),
  );
  return (
    <SetPaperPage
      {...{ paper, back, opens }}
      title={t(which === 'register' ? 'registerPaper' : 'figuresPaper')}
      of={inLanguage(periodText(at), language)}
      fileName={t(which === 'register' ? 'registerFile' : 'file', { from: at.from, to: at.to })}
      hint={t('paperNotKept')}
    />
  );
}
