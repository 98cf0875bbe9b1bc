import { IconInbox, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lockProposal } from '#shared/case/month-lock.decide.ts';
import { waitingTransfers } from '#shared/case/transfer.state.ts';
import { dateOf } from '#shared/core/instant.ts';
import { addMonthsTo, monthOf, type PlainDate } from '#shared/core/plain-date.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useCaseCounts } from '#renderer/db/live/use-cases.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { useDrafts } from '#renderer/db/live/use-drafts.ts';
import type { CaseList } from '#renderer/features/cases/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Figure, FigureGrid } from '#renderer/ui/chart/figures.tsx';
import { SideColumn, type SideSectionSpec } from '#renderer/ui/frame/side-column.tsx';
import { DraftRows } from './draft-rows.tsx';

export interface WorkbenchSideProps {
  readonly today: PlainDate;
  /** Cases with a limit that is late by now; undefined while that is not known. */
  readonly overdue: number | undefined;
  readonly day: (date: PlainDate) => string;
  readonly onOpenList: (list: CaseList) => void;
  readonly onResume: (draft: Draft) => void;
  readonly onMonth: () => void;
  /** To what other offices sent. */
  readonly onTransfers: () => void;
}

const monthNumber = (month: string): number => Number(month.slice(5, 7));

function Figures({ overdue, onOpenList }: Pick<WorkbenchSideProps, 'overdue' | 'onOpenList'>): ReactNode {
  const { t, i18n } = useTranslation('workbench');
  const counts = useCaseCounts();
  const shown = (count: number | undefined): string => count?.toLocaleString(i18n.language) ?? '…';
  const unit = t('figures.unit');
  return (
    <FigureGrid label={t('figures.note')}>
      <Figure
        {...{ unit, value: shown(counts?.thisMonth), label: t('figures.received') }}
        onOpen={() => onOpenList('received')}
      />
      <Figure
        {...{ unit, value: shown(counts?.closedThisMonth), label: t('figures.closed') }}
        onOpen={() => onOpenList('closed-in')}
      />
      <Figure
        value={shown(counts?.inTimeThisMonth)}
        unit={counts && t('figures.inTimeOf', { base: counts.closedThisMonth })}
        label={t('figures.inTime')}
        onOpen={() => onOpenList('in-time')}
      />
      <Figure
        {...{ unit, value: shown(overdue), label: t('figures.overdue') }}
        onOpen={() => onOpenList('overdue')}
      />
    </FigureGrid>
  );
}

/** What lies beside the work: forms somebody was called away from, the month so far, what goes to headquarters. */
export function WorkbenchSide(props: WorkbenchSideProps): ReactNode {
  const { today, overdue, day, onOpenList, onResume, onMonth, onTransfers } = props;
  const { t } = useTranslation('workbench');
  const { office, me } = useOpenDesk();
  // A registration is anybody's; what is written at a case is told to whoever wrote it.
  const drafts = (useDrafts() ?? []).filter(({ content }) => (content.by ?? me.person) === me.person);
  const before = addMonthsTo(monthOf(today), -1);
  const unsent = office.bundles.filter(({ receipt }) => !receipt).length;
  const founded = monthOf(dateOf(office.foundedAt));
  const locked = office.months.some(({ period }) => period === before);
  const proposal = lockProposal(office, before);
  const delivery = proposal && !proposal.refused ? 'delivery.proposed' : 'delivery.open';
  const month = { month: monthNumber(before) };
  const periods = (office.proposals ?? []).filter(({ of, refused }) => of && !refused).length;
  const received = waitingTransfers(office).length;
  // Whoever knows no other office is not asked about cases of others.
  const hasColleagues = (office.colleagues ?? []).length > 0;

  const sections: readonly SideSectionSpec[] = [
    ...(drafts.length > 0
      ? [
          {
            id: 'drafts',
            title: t('drafts.title'),
            icon: IconPencil,
            count: drafts.length,
            amount: t('drafts.amount', { count: drafts.length }),
            content: <DraftRows {...{ drafts, today, day, onResume }} />,
          },
        ]
      : []),
    ...(hasColleagues || received > 0
      ? [
          {
            id: 'transfers',
            title: t('received.title'),
            icon: IconInbox,
            count: received,
            amount: t('received.amount', { count: received }),
            content: (
              <>
                <p className="workbench-quiet">
                  {received > 0 ? t('received.waiting', { count: received }) : t('received.none')}
                </p>
                <ActButton size="small" onClick={onTransfers}>
                  {t('received.go')}
                </ActButton>
              </>
            ),
          },
        ]
      : []),
    {
      id: 'figures',
      title: t('figures.title', { month: monthNumber(today) }),
      note: t('figures.note'),
      content: <Figures overdue={overdue} onOpenList={onOpenList} />,
    },
    {
      id: 'delivery',
      title: t('delivery.title'),
      content: (
        <>
          <p className="workbench-quiet">
            {unsent > 0 ? t('delivery.waiting', { count: unsent }) : t('delivery.none')}
          </p>
          {founded <= before && (
            <p className="workbench-quiet">{t(locked ? 'delivery.locked' : delivery, month)}</p>
          )}
          {periods > 0 && <p className="workbench-quiet">{t('delivery.periods', { count: periods })}</p>}
          <ActButton size="small" onClick={onMonth}>
            {t('delivery.go')}
          </ActButton>
        </>
      ),
    },
  ];
  return <SideColumn sections={sections} />;
}
