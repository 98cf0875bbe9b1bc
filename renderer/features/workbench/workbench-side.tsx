import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { addMonthsTo, monthOf, type PlainDate } from '#shared/core/plain-date.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useCaseCounts } from '#renderer/db/live/use-cases.ts';
import { useDrafts } from '#renderer/db/live/use-drafts.ts';
import type { CaseList } from '#renderer/features/cases/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Figure, FigureGrid } from '#renderer/ui/chart/figures.tsx';
import { SideColumn, type SideSectionSpec } from '#renderer/ui/frame/side-column.tsx';

export interface WorkbenchSideProps {
  readonly today: PlainDate;
  /** Cases with a limit that is late by now; undefined while that is not known. */
  readonly overdue: number | undefined;
  readonly day: (date: PlainDate) => string;
  readonly onOpenList: (list: CaseList) => void;
  readonly onRegister: () => void;
  readonly onMonth: () => void;
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
  const { today, overdue, day, onOpenList, onRegister, onMonth } = props;
  const { t } = useTranslation('workbench');
  const { office } = useOpenDesk();
  const drafts = (useDrafts() ?? []).filter(({ content }) => content.case === undefined);
  const [last] = drafts;
  const before = addMonthsTo(monthOf(today), -1);
  const unsent = office.bundles.filter(({ receipt }) => !receipt).length;
  const founded = monthOf(dateOf(office.foundedAt));
  const locked = office.months.some(({ period }) => period === before);
  const month = { month: monthNumber(before) };

  const sections: readonly SideSectionSpec[] = [
    ...(last
      ? [
          {
            id: 'drafts',
            title: t('drafts.title'),
            icon: IconPencil,
            count: drafts.length,
            amount: t('drafts.amount', { count: drafts.length }),
            content: (
              <>
                <p className="workbench-quiet">
                  {dateOf(last.savedAt) === today
                    ? t('drafts.last', { time: timeOf(last.savedAt) })
                    : t('drafts.lastOn', { date: day(dateOf(last.savedAt)), time: timeOf(last.savedAt) })}
                </p>
                <ActButton size="small" onClick={onRegister}>
                  {t('drafts.resume')}
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
            <p className="workbench-quiet">{t(locked ? 'delivery.locked' : 'delivery.open', month)}</p>
          )}
          <ActButton size="small" onClick={onMonth}>
            {t('delivery.go')}
          </ActButton>
        </>
      ),
    },
  ];
  return <SideColumn sections={sections} />;
}
