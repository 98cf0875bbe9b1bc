import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import { assertNever } from '#shared/core/assert.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Role } from '#shared/procedure/role.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useCaseCounts, useCaseIds } from '#renderer/db/live/use-cases.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import type { CaseSort, CaseView } from '#renderer/db/queries/case-ids.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import type { LedgerSort } from '#renderer/ui/table/ledger.columns.ts';
import './cases-page.css';
import { useCaseColumns, type CaseLine } from './case-columns.tsx';
import { FindField } from './find-field.tsx';
import { useCaseLines, useFoundInList } from './found-in-list.ts';
import type { ListPlace } from './list-place.ts';
import { NothingFound } from './nothing-found.tsx';
import { useWindowOfRows } from './window-of-rows.ts';

/** Views other pages open it at. */
export const CASE_LISTS = ['received', 'closed-in', 'in-time', 'overdue'] as const;
export type CaseList = (typeof CASE_LISTS)[number];

export interface CasesPageProps {
  /** Those that are overdue now, by the minute; undefined while that is not known. */
  readonly overdue: readonly CaseId[] | undefined;
  /** The case, and the list it stands in. */
  readonly onOpen: (id: CaseId, list: readonly CaseId[]) => void;
  readonly register: Command;
  readonly place: ListPlace;
  readonly onPlace: (place: ListPlace) => void;
  /** To bring an old ledger along. */
  readonly onImport: () => void;
}

/** The view of what waits for one's own approval. */
const ASKING = 'asking';

const NONE: readonly CaseId[] = [];

const SORTS: readonly CaseSort[] = ['due', 'number', 'received'];

interface ViewParts {
  readonly month: PlainMonth;
  readonly overdue: readonly CaseId[];
  readonly roles: readonly Role[];
}

function viewOf(tab: string, { month, overdue, roles }: ViewParts): CaseView {
  switch (tab) {
    case ASKING:
      return { asks: roles };
    case 'closed-in':
      return { closedIn: month };
    case 'in-time':
      return { closedIn: month, inTime: true };
    case 'overdue':
      return { found: overdue };
    default:
      return tab as 'open' | 'closed' | 'all' | PlainMonth;
  }
}

const isFigure = (tab: string): tab is Exclude<CaseList, 'received'> =>
  CASE_LISTS.some(list => list !== 'received' && list === tab);

/** Every case of the office as one ledger; only the lines in sight are fetched and opened. */
export function CasesPage(props: CasesPageProps): ReactNode {
  const { overdue = NONE, onOpen, register, onImport, place, onPlace } = props;
  const { t } = useTranslation('cases');
  const month = monthOf(dateOf(useNow()));
  const { me } = useOpenDesk();
  const { typed } = place;
  const tab = place.tab === 'received' ? month : place.tab;
  const view = viewOf(tab, { month, overdue, roles: me.roles });
  const [sort, setSort] = useState<LedgerSort>({ column: 'due', direction: 'ascending' });
  const [current, setCurrent] = useState(0);
  const counts = useCaseCounts();
  const listed = useCaseIds({
    view,
    sort: SORTS.find(each => each === sort.column) ?? 'due',
    direction: sort.direction,
  });
  const found = useFoundInList(listed, typed);
  const columns = useCaseColumns(found !== undefined);
  const ids = found ? found.ids : listed;
  const inSight = useWindowOfRows(ids ?? NONE);
  const rows = useCaseLines(inSight.ids, found && typed);
  const list = useRef<HTMLDivElement>(null);

  const figureTab = (of: Exclude<CaseList, 'received'>): { label: string; count: number | undefined } => {
    const label = t(`view.${of}`, { month: Number(month.slice(5)) });
    switch (of) {
      case 'closed-in':
        return { label, count: counts?.closedThisMonth };
      case 'in-time':
        return { label, count: counts?.inTimeThisMonth };
      case 'overdue':
        return { label, count: overdue.length };
      default:
        return assertNever(of);
    }
  };
  const openAt = (index: number): void => {
    const id = ids?.[index];
    if (id !== undefined) onOpen(id, ids ?? []);
  };
  const tabs = [
    { id: 'open', label: t('view.open'), count: counts?.open },
    { id: 'closed', label: t('view.closed'), count: counts?.closed },
    { id: month, label: t('view.month', { month: Number(month.slice(5)) }), count: counts?.thisMonth },
    { id: 'all', label: t('view.all'), count: counts?.all },
    ...(isFigure(tab) ? [{ id: tab, ...figureTab(tab) }] : []),
    ...((counts?.asking ?? 0) > 0 || tab === ASKING
      ? [{ id: ASKING, label: t('view.asking'), count: counts?.asking }]
      : []),
  ];

  return (
    <>
      <PageHead
        title={t('title')}
        beside={
          <FindField
            typed={typed}
            onType={next => {
              onPlace({ ...place, typed: next });
              setCurrent(0);
            }}
            status={found?.status ?? ''}
            onDown={() => list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus()}
            onEnter={() => openAt(0)}
          />
        }
        actions={
          <>
            {me.roles.includes('records-officer') && (
              <ActButton icon={<IconFileImport size={20} aria-hidden />} onClick={onImport}>
                {t('import')}
              </ActButton>
            )}
            <ActButton rank="filled" icon={<IconPlus size={20} aria-hidden />} command={register} />
          </>
        }
      />
      <div className="cases-body" ref={list}>
        <ViewTabs
          tabs={tabs}
          at={tab}
          onChange={id => {
            onPlace({ ...place, tab: id });
            setCurrent(0);
          }}
        />
        <PageColumns padded={false}>
          {ids === undefined && <SkeletonLines count={12} height="row" />}
          {ids?.length === 0 && found && (
            <NothingFound
              found={found}
              typed={typed}
              view={tabs.find(({ id }) => id === tab)?.label ?? ''}
              onShowAll={() => onPlace({ ...place, tab: 'all' })}
              onClear={() => onPlace({ ...place, typed: '' })}
            />
          )}
          {ids?.length === 0 && !found && (
            <EmptyState
              title={t(tab === 'open' ? 'empty.open' : tab === ASKING ? 'empty.asking' : 'empty.other')}
              nearby={t('empty.next')}
              acts={<ActButton onClick={register.run}>{register.name}</ActButton>}
            />
          )}
          {ids !== undefined && ids.length > 0 && (
            <LedgerTable<CaseLine>
              label={t('title')}
              columns={columns}
              count={ids.length}
              rowAt={index => {
                inSight.touch(index);
                const id = ids[index];
                return id === undefined ? undefined : rows?.get(id);
              }}
              keyOf={row => row.id}
              current={Math.min(current, ids.length - 1)}
              onCurrentChange={setCurrent}
              onOpen={openAt}
              sort={found ? undefined : sort}
              onSort={setSort}
            />
          )}
        </PageColumns>
      </div>
    </>
  );
}
