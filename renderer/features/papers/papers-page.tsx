import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import type { OpenJob } from '#renderer/features/paper/index.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { BatchStatus } from './batch-status.tsx';
import './papers-page.css';
import { notAskedAbout } from './paper-rows.ts';
import { SignTab } from './sign-tab.tsx';
import { ToPrintTab } from './to-print-tab.tsx';
import { UnknownTab } from './unknown-tab.tsx';
import type { Batch } from './use-batch.ts';
import { usePaperRows } from './use-paper-rows.ts';

export interface PapersPageProps {
  readonly batch: Batch;
  readonly unknown: readonly OpenJob[];
  readonly onOpenPaper: (id: CaseId, form: string) => void;
}

type Tab = 'print' | 'sign' | 'unknown';

/** 文书: what waits to be printed, to come back signed, or to be told whether it came out, over all cases. */
export function PapersPage({ batch, unknown, onOpenPaper }: PapersPageProps): ReactNode {
  const { t } = useTranslation('papers');
  const [tab, setTab] = useState<Tab>(unknown.length > 0 ? 'unknown' : 'print');
  const rows = usePaperRows();
  const toPrint = rows && notAskedAbout(rows.toPrint, unknown);
  const tabs = [
    { id: 'print', label: t('tab.print'), count: toPrint?.length },
    { id: 'sign', label: t('tab.sign'), count: rows?.toSign.length },
    { id: 'unknown', label: t('tab.unknown'), count: unknown.length },
  ];
  return (
    <>
      <PageHead title={t('title')} sub={t(`sub.${tab}`)} />
      <div className="papers-body">
        <ViewTabs tabs={tabs} at={tab} onChange={id => setTab(id as Tab)} />
        <BatchStatus batch={batch} onOpenPaper={onOpenPaper} onUnknown={() => setTab('unknown')} />
        {!rows || !toPrint ? (
          <PageColumns padded={false}>
            <SkeletonLines count={12} height="row" />
          </PageColumns>
        ) : tab === 'print' ? (
          <ToPrintTab rows={toPrint} batch={batch} onOpenPaper={onOpenPaper} />
        ) : tab === 'sign' ? (
          <SignTab rows={rows.toSign} onOpenPaper={onOpenPaper} />
        ) : (
          <UnknownTab jobs={unknown} onOpenPaper={onOpenPaper} />
        )}
      </div>
    </>
  );
}
