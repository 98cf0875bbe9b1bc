import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { addMonthsTo, monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';
import { openAfterLock } from '#shared/reports/counted-case.ts';
import { isEarlyLock } from '#shared/reports/early-lock.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { BundleList } from './bundle-list.tsx';
import { CardQuestion } from './card-question.tsx';
import { EarlyLockDialog } from './early-lock-dialog.tsx';
import { MonthFigures } from './month-figures.tsx';
import './month-page.css';
import { useMonth, type MonthWork } from './use-month.ts';

const MONTHS_BACK = 3;

/** The key of the likely next act. */
const NEXT = 'Ctrl+Enter';

function Checks({ work }: { readonly work: MonthWork }): ReactNode {
  const { t } = useTranslation('month');
  const { statistics, journal } = work;
  if (!statistics) return <SkeletonLines count={3} height="text" />;
  return (
    <ul className="month-checks">
      <li>
        <StatusText tone={statistics.overdue > 0 ? 'soon' : 'ok'}>
          {statistics.overdue > 0 ? t('check.overdue', { count: statistics.overdue }) : t('check.noOverdue')}
        </StatusText>
      </li>
      <li>
        <StatusText tone="ok">{t('check.open', { count: statistics.open })}</StatusText>
      </li>
      <li>
        {journal.state === 'checking' && <StatusText>{t('check.journalChecking')}</StatusText>}
        {journal.state === 'sound' && (
          <StatusText tone="ok">{t('check.journal', { count: journal.records })}</StatusText>
        )}
        {journal.state === 'bad' && <StatusText tone="over">{t('check.journalBad')}</StatusText>}
      </li>
    </ul>
  );
}

/** 月结与报送: look at the month, lock it, seal it for headquarters, and take the receipt in. */
export function MonthPage(): ReactNode {
  const { t, i18n } = useTranslation('month');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { office } = useOpenDesk();
  const thisMonth = monthOf(dateOf(desk.now()));
  const [period, setPeriod] = useState<PlainMonth>(thisMonth);
  const [askingEarly, setAskingEarly] = useState(false);
  const work = useMonth(period);
  const locked = office.months.find(month => month.period === period);
  const { headquarters } = office;
  const name = (month: PlainMonth): string =>
    t('periodName', { year: month.slice(0, 4), month: Number(month.slice(5)) });
  const founded = monthOf(dateOf(office.foundedAt));
  const openFrom = office.months.reduce((from, month) => openAfterLock(from, month.period), founded);
  const next = name(openAfterLock(openFrom, period));
  const pressLock = (): void => {
    if (isEarlyLock(period, desk.now())) setAskingEarly(true);
    else void work.lock();
  };
  const act = (id: string, words: string, run: () => void, key?: string): Command => ({
    ...{ id, name: words, key, group: 'here' },
    run: () => {
      if (work.busy === null) run();
    },
  });
  const isNext = locked ? headquarters !== undefined && !work.otherCard : !askingEarly;
  const acts = {
    ...{ lock: act('lock-month', t('lock', { month: name(period) }), pressLock, locked ? undefined : NEXT) },
    export: act('export', t('export'), () => void work.exportBundle(), locked && isNext ? NEXT : undefined),
    receipts: act('receipts', t('receipts'), () => void work.importReceipts()),
    importCard: act('import-card', t('importCard'), () => void work.importCard()),
    exportCard: act('export-card', t('exportCard'), () => void work.exportCard()),
  };
  useCommands([
    ...(locked ? [] : [acts.lock]),
    ...[acts.export, acts.receipts, acts.importCard, acts.exportCard],
  ]);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => addMonthsTo(thisMonth, -back)).filter(
    month => month >= founded,
  );

  return (
    <>
      <PageHead title={t('title')} sub={t(locked ? 'isLocked' : 'isOpen', { month: name(period), next })} />
      <PageColumns
        side={
          <SideColumn
            sections={[
              { id: 'check', panelKey: 'F6', title: t('checks'), content: <Checks work={work} /> },
              {
                id: 'deliver',
                panelKey: 'F7',
                title: t('deliver'),
                content: (
                  <div className="month-acts">
                    <p>
                      {headquarters ? t('headquarters', { name: headquarters.name }) : t('noHeadquarters')}
                    </p>
                    {!locked && (
                      <ActButton
                        rank={askingEarly ? 'default' : 'filled'}
                        busy={work.busy !== null}
                        command={acts.lock}
                      />
                    )}
                    <ActButton
                      rank={locked && headquarters && !work.otherCard ? 'filled' : 'default'}
                      busy={work.busy !== null}
                      command={acts.export}
                    />
                    <ActButton busy={work.busy !== null} command={acts.receipts} />
                    <ActButton
                      rank={headquarters ? 'text' : 'default'}
                      busy={work.busy !== null}
                      command={acts.importCard}
                    />
                    <ActButton rank="text" busy={work.busy !== null} command={acts.exportCard} />
                  </div>
                ),
              },
              {
                id: 'bundles',
                title: t('bundles'),
                count: office.bundles.length,
                content: (
                  <BundleList bundles={office.bundles} onVerify={bundle => void work.verify(bundle)} />
                ),
              },
            ]}
          />
        }
      >
        <ViewTabs
          label={t('months')}
          tabs={months.map(month => ({ id: month, label: name(month) }))}
          at={period}
          onChange={id => setPeriod(id as PlainMonth)}
        />
        <div role="status" className="month-said">
          {work.done && (
            <StatusText tone="ok">
              {t(`done.${work.done.act as 'lock'}`, { detail: work.done.detail })}
            </StatusText>
          )}
        </div>
        {work.busy === 'export' && (
          <Progress
            label={t('exporting')}
            done={work.progress?.done ?? 0}
            total={null}
            onCancel={work.cancel}
          />
        )}
        {askingEarly && (
          <EarlyLockDialog
            month={name(period)}
            next={next}
            onLock={reason => {
              setAskingEarly(false);
              void work.lock(reason);
            }}
            onKeep={() => setAskingEarly(false)}
          />
        )}
        {work.otherCard && (
          <CardQuestion
            card={work.otherCard}
            onReplace={() => void work.replaceCard()}
            onKeep={work.keepCard}
          />
        )}
        {work.fault && <FaultNotice title={t('notDone')} fault={work.fault} />}
        {work.statistics ? (
          <MonthFigures statistics={work.statistics} language={language} />
        ) : (
          <SkeletonLines count={6} height="row" />
        )}
      </PageColumns>
    </>
  );
}
