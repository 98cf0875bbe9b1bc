import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { APPROVES_LOCKS } from '#shared/case/close.decide.ts';
import { lockProposal } from '#shared/case/month-lock.decide.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import { lastDayOf, monthOf, PlainMonth } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { openAfterLock } from '#shared/reports/counted-case.ts';
import { recentPeriods } from '#shared/reports/report.period.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { CasesBehind } from '#renderer/features/cases/index.ts';
import { DriveFound, PlaceQuestion, useDrives } from '#renderer/features/drives/index.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { useOutboxPart } from '#renderer/features/outbox/index.ts';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { BundleList } from './bundle-list.tsx';
import { CardQuestion } from './card-question.tsx';
import { DeliverPart } from './deliver-part.tsx';
import { EarlyLockDialog } from './early-lock-dialog.tsx';
import { ExportBar } from './export-bar.tsx';
import { LockPart } from './lock-part.tsx';
import { MonthChecks } from './month-checks.tsx';
import { MonthChooser } from './month-chooser.tsx';
import { MonthCorrections } from './month-corrections.tsx';
import { MonthFigures } from './month-figures.tsx';
import './month-page.css';
import { NoApprover } from './no-approver.tsx';
import { PeriodCloses } from './period-closes.tsx';
import { questionsOf } from './questions.ts';
import { useClose } from './use-close.ts';
import { useMonth } from './use-month.ts';
import { useRemarks } from './use-remarks.ts';

/** Half a century of books. */
const MOST_MONTHS = 600;

/** The key of the likely next act. */
const NEXT = 'Ctrl+Enter';

export interface MonthPageProps {
  readonly inUse: readonly Procedure[];
  readonly onOpenCase: (id: CaseId) => void;
  /** The cases behind a line of the check list. */
  readonly onOpenCases: (behind: CasesBehind) => void;
}

/** 月结与报送: look at the month, lock it, seal it for headquarters, and take the receipt in. */
export function MonthPage({ inUse, onOpenCase, onOpenCases }: MonthPageProps): ReactNode {
  const { t, i18n } = useTranslation('month');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { office, me } = useOpenDesk();
  const today = dateOf(desk.now());
  const [period, setPeriod] = useState<PlainMonth>(monthOf(today));
  const [unfolded, setUnfolded] = useState<string | null>(null);
  const { drives, found, forget } = useDrives();
  const work = useMonth(period, forget);
  const outboxPart = useOutboxPart(period);
  const { headquarters } = office;
  const name = (month: PlainMonth): string =>
    t('periodName', { year: month.slice(0, 4), month: Number(month.slice(5)) });
  const founded = monthOf(dateOf(office.foundedAt));
  const openFrom = office.months.reduce((from, month) => openAfterLock(from, month.period), founded);
  const next = name(openAfterLock(openFrom, period));
  const months = recentPeriods('month', today, dateOf(office.foundedAt), MOST_MONTHS).map(({ from }) =>
    monthOf(from),
  );
  const locked = office.months.find(month => month.period === period);
  const proposal = lockProposal(office, period);
  const isLocked = (month: PlainMonth): boolean => office.months.some(each => each.period === month);
  const remarks = useRemarks(
    {
      ...{ place: { form: 'month-remarks' }, span: period },
      spans: months.filter(month => month === period || !isLocked(month)),
    },
    proposal?.remarks ?? [],
  );
  const lock = useClose(
    {
      ...{ isClosed: locked !== undefined, lastDay: lastDayOf(period), proposal },
      look: async () => {
        const checks = await work.look();
        return checks && questionsOf(checks, work.journal);
      },
      close: work.lock,
      give: work.give,
    },
    remarks,
    () => setUnfolded('check'),
  );
  const { askingEarly } = lock;
  const words = { at: 'locks', what: name(period), of: period } as const;
  const act = (id: string, words: string, run: () => void, key?: string): Command => ({
    ...{ id, name: words, key, group: 'here' },
    run: () => {
      if (work.busy === null && !lock.looking) run();
    },
  });
  const isReceived = office.bundles.findLast(each => each.period === period)?.receipt?.verdict === 'accepted';
  const isNext =
    locked !== undefined && headquarters !== undefined && !work.otherCard && !work.doubt && !isReceived;
  // Once it is out, or back, there is nothing to say of that any more.
  const written = found ? undefined : drives.find(({ volume }) => volume === work.done?.drive?.volume);
  const lockWords = t(me.roles.includes(APPROVES_LOCKS) ? 'lock' : 'propose', { month: name(period) });
  const lockAct = lock.mayClose ? act('lock-month', lockWords, lock.press, NEXT) : undefined;
  const offers = drives.map((drive, at) => ({
    ...drive,
    command: act(
      `write-${drive.volume}`,
      t('writeTo', { label: drive.label }),
      () => void work.exportBundle({ kind: 'drive', volume: drive.volume }),
      isNext && at === 0 ? NEXT : undefined,
    ),
  }));
  const acts = {
    lock: lockAct,
    export: act(
      'export',
      t('export'),
      () => void work.exportBundle({ kind: 'choose' }),
      isNext && offers.length === 0 ? NEXT : undefined,
    ),
    receipts: act('receipts', t('receipts'), () => void work.importReceipts()),
    importCard: me.roles.includes('administrator')
      ? act('import-card', t('importCard'), () => void work.importCard())
      : undefined,
    exportCard: act('export-card', t('exportCard'), () => void work.exportCard()),
  };
  useCommands([
    ...(lockAct ? [lockAct] : []),
    ...offers.map(({ command }) => command),
    ...[acts.export, acts.receipts, ...(acts.importCard ? [acts.importCard] : []), acts.exportCard],
  ]);

  return (
    <>
      <PageHead title={t('title')} sub={t(locked ? 'isLocked' : 'isOpen', { month: name(period), next })} />
      <PageColumns
        side={
          <SideColumn
            openId={unfolded}
            onOpenChange={setUnfolded}
            sections={[
              {
                id: 'check',
                panelKey: 'F6',
                title: t('checks'),
                content: (
                  <MonthChecks
                    checks={work.checks}
                    journal={work.journal}
                    language={language}
                    at="locks"
                    writing={lock.mayClose || lock.mayGive ? remarks : undefined}
                    onlyNew={lock.mayGive}
                    remarked={locked?.remarks ?? proposal?.remarks ?? []}
                    onOpenCases={onOpenCases}
                  />
                ),
              },
              {
                id: 'deliver',
                panelKey: 'F7',
                title: t('deliver'),
                content: (
                  <DeliverPart
                    work={work}
                    acts={acts}
                    offers={offers}
                    headquarters={headquarters?.name}
                    locked={locked !== undefined}
                    asking={askingEarly}
                    next={isNext}
                  />
                ),
              },
              outboxPart,
              {
                id: 'bundles',
                title: t('bundles'),
                count: office.bundles.length,
                content: (
                  <BundleList
                    bundles={office.bundles}
                    busy={work.busy !== null}
                    onVerify={bundle => void work.verify(bundle)}
                    onMonth={setPeriod}
                  />
                ),
              },
            ]}
          />
        }
      >
        <MonthChooser
          {...{ months }}
          at={period}
          named={month => (isLocked(month) ? t('chooser.locked', { month: name(month) }) : name(month))}
          onChange={setPeriod}
        />
        <NoApprover />
        <div role="status" className="month-said">
          {work.done && (
            <StatusText tone="ok">
              {t(`done.${work.done.act as 'lock'}`, { detail: work.done.detail })}
            </StatusText>
          )}
          {written && <StatusText tone="ok">{t('mayPullOut', { label: written.label })}</StatusText>}
          {found && <DriveFound found={found} />}
        </div>
        {work.busy === 'export' && <ExportBar progress={work.progress} onCancel={work.cancel} />}
        {askingEarly && (
          <EarlyLockDialog {...words} next={next} onLock={lock.closeEarly} onKeep={lock.keepOpen} />
        )}
        {work.otherCard && (
          <CardQuestion
            card={work.otherCard}
            onReplace={() => void work.replaceCard()}
            onKeep={work.keepCard}
          />
        )}
        {work.doubt && (
          <PlaceQuestion
            doubt={work.doubt}
            onAnyway={() => void work.exportBundle({ kind: 'anyway' })}
            onOther={() => void work.exportBundle({ kind: 'choose' })}
            onNot={work.leaveDoubt}
          />
        )}
        {work.fault && <FaultNotice title={t('notDone')} fault={work.fault} />}
        <LockPart
          {...{ words, proposal, language }}
          closed={locked}
          busy={work.busy !== null || lock.looking}
          onGive={lock.give}
          onSendBack={reason => void work.sendBack(reason)}
        />
        {work.statistics && work.cases ? (
          <>
            <MonthFigures statistics={work.statistics} cases={work.cases} {...{ language, onOpenCases }} />
            <MonthCorrections
              corrections={work.statistics.corrections ?? []}
              of={month => name(PlainMonth.parse(month))}
              {...{ language, onOpenCase }}
            />
          </>
        ) : (
          <SkeletonLines count={6} height="row" />
        )}
        <PeriodCloses journal={work.journal} {...{ inUse, language, onOpenCase, onOpenCases }} />
      </PageColumns>
    </>
  );
}
