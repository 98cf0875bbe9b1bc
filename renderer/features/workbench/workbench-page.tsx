import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsOf } from '#shared/agenda/agenda.order.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { overdueIn, type LiveAgenda } from '#renderer/db/live/use-agenda.ts';
import { useCaseCounts } from '#renderer/db/live/use-cases.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import type { CaseList } from '#renderer/features/cases/index.ts';
import { fullDay, weekdayWord } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { lineWords, type LineTarget } from './agenda-line.ts';
import { AgendaList } from './agenda-list.tsx';
import { MonthCalendar } from './month-calendar.tsx';
import { WorkbenchSide } from './workbench-side.tsx';
import './workbench-page.css';

export interface WorkbenchPageProps {
  /** undefined while loading. */
  readonly agenda: LiveAgenda | undefined;
  /** Procedures whose duties the office owes. */
  readonly inUse: readonly Procedure[];
  readonly onOpen: (target: LineTarget) => void;
  readonly onOpenList: (list: CaseList) => void;
  readonly register: Command;
  readonly onMonth: () => void;
  readonly onTransfers: () => void;
  /** To the page of a form that was begun. */
  readonly onResume: (draft: Draft) => void;
}

type Tab = 'work' | 'month';

function useTodayWords(today: PlainDate): string {
  const { t, i18n } = useTranslation('workbench');
  const { t: ui } = useTranslation('ui');
  const { calendar } = useOpenDesk();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const kind = calendar.dayKind(today);
  const name = kind.kind === 'holiday' ? inLanguage(kind.name, language) : '';
  return t('todayIs', {
    ...{ date: fullDay(ui, today), weekday: weekdayWord(ui, today) },
    kind: t(`today.${kind.kind}`, { name }),
  });
}

/** The first page: what the day asks for, worked through from the top. */
export function WorkbenchPage(props: WorkbenchPageProps): ReactNode {
  const { agenda, inUse, onOpen, onOpenList, register, onMonth, onTransfers, onResume } = props;
  const { t, i18n } = useTranslation('workbench');
  const { t: ui } = useTranslation('ui');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const today = dateOf(useNow());
  const [tab, setTab] = useState<Tab>('work');
  const counts = useCaseCounts();
  const words = useMemo(() => lineWords(t, ui, language, today), [t, ui, language, today]);
  const groups = useMemo(() => agenda && groupsOf(agenda.entries), [agenda]);
  const open = counts?.open ?? 0;

  const work =
    agenda === undefined || groups === undefined || counts === undefined ? (
      <SkeletonLines count={8} height="list-row" />
    ) : groups.length === 0 ? (
      <EmptyState
        title={t('empty.title')}
        nearby={open > 0 ? t('empty.nearby', { count: open }) : t('empty.none')}
        acts={<ActButton onClick={() => setTab('month')}>{t('empty.month')}</ActButton>}
      />
    ) : (
      <AgendaList groups={groups} summary={agenda.summary} words={words} onOpen={onOpen} />
    );

  return (
    <>
      <PageHead
        title={t('title')}
        sub={useTodayWords(today)}
        actions={<ActButton rank="filled" icon={<IconPlus size={20} aria-hidden />} command={register} />}
      />
      <div className="workbench-body">
        <ViewTabs
          tabs={[
            { id: 'work', label: t('tabs.work'), count: agenda?.entries.length },
            { id: 'month', label: t('tabs.month') },
          ]}
          at={tab}
          onChange={id => setTab(id as Tab)}
        />
        <PageColumns
          sideWidth={20}
          side={
            <WorkbenchSide
              {...{ today, onOpenList, onMonth, onTransfers }}
              onResume={onResume}
              day={words.day}
              overdue={agenda && overdueIn(agenda).length}
            />
          }
        >
          {tab === 'work' ? work : <MonthCalendar {...{ inUse, words, onOpen }} />}
        </PageColumns>
      </div>
    </>
  );
}
