import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import { monthOf } from '#shared/core/plain-date.ts';
import { without, type ConditionKind } from '#shared/list/case.conditions.ts';
import { CASE_TABS, CaseListSort, MOST_VIEWS, type CaseTab } from '#shared/list/case-list.choices.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useIndexProgress } from '#renderer/db/live/use-case-search.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { BatchStatus, type Batch } from '#renderer/features/papers/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { useRowTicks } from '#renderer/ui/table/use-row-ticks.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ExportStatus, TogetherStatus } from './bulk-status.tsx';
import { useCaseColumns, type CaseLine } from './case-columns.tsx';
import { useCaseTabs } from './case-tabs.ts';
import './cases-page.css';
import { ColumnsDialog } from './columns-dialog.tsx';
import { ConditionLine } from './condition-line.tsx';
import { ConditionsDialog } from './conditions-dialog.tsx';
import { FindField } from './find-field.tsx';
import { useCaseLines } from './found-in-list.ts';
import { atTab, atView, isAsSaved, rowIn, type ListPlace } from './list-place.ts';
import { NothingFound } from './nothing-found.tsx';
import { NothingListed } from './nothing-listed.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { TogetherDialog } from './together-dialog.tsx';
import { useBulk } from './use-bulk.ts';
import { useCaseList } from './use-case-list.ts';
import { useViews, type ListChoices } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';
import { useWindowOfRows } from './window-of-rows.ts';

export interface CasesPageProps {
  /** Those that are overdue now, by the minute; undefined while that is not known. */
  readonly overdue: readonly CaseId[] | undefined;
  /** The case, and the list it stands in. */
  readonly onOpen: (id: CaseId, list: readonly CaseId[]) => void;
  readonly onOpenPaper: (id: CaseId, form: string) => void;
  /** To the prints of which nobody knows. */
  readonly onUnknown: () => void;
  readonly register: Command;
  readonly place: ListPlace;
  readonly onPlace: (place: ListPlace) => void;
  readonly choices: ListChoices;
  readonly onChoose: (change: Partial<ListChoices>) => void;
  readonly batch: Batch;
  /** To bring an old ledger along. */
  readonly onImport: () => void;
}

type Asking =
  | { readonly what: 'conditions'; readonly at: ConditionKind | undefined }
  | { readonly what: 'columns' | 'view' };

const NONE: readonly CaseId[] = [];
const BEHIND = 'behind';
const byItself = (id: CaseId): string => id;

/** Every case of the office as one ledger; only the lines in sight are fetched and opened. */
export function CasesPage(props: CasesPageProps): ReactNode {
  const { overdue = NONE, onOpen, onOpenPaper, onUnknown, register, onImport, place, onPlace, batch } = props;
  const { t } = useTranslation('cases');
  const month = monthOf(dateOf(useNow()));
  const { me } = useOpenDesk();
  const { tab, typed, conditions, sort, behind } = place;
  const [moved, setCurrent] = useState<number>();
  // Until somebody moves on: the case they come back from.
  const [cameFrom] = useState(place.row);
  const [asking, setAsking] = useState<Asking | null>(null);
  const views = useViews(props);
  const { caseViews } = props.choices;
  const tabs = useCaseTabs(tab, { month, overdue });
  const { ids, listed, found, isOfBefore, relief } = useCaseList(place, { month, overdue, roles: me.roles });
  const columns = useCaseColumns(views.columns, found !== undefined);
  const inSight = useWindowOfRows(ids ?? NONE);
  const rows = useCaseLines(inSight.ids, found && typed);
  const chosen = useRowTicks(ids ?? NONE, byItself);
  const indexing = useIndexProgress();
  const bulk = useBulk(chosen, { batch, columns: views.columns, place });
  const list = useRef<HTMLDivElement>(null);

  const current = moved ?? rowIn(ids ?? NONE, cameFrom);

  const openAt = (index: number, top: number): void => {
    const id = ids?.[index];
    if (id === undefined) return;
    onPlace({ ...place, row: { id, nth: index, top } });
    onOpen(id, ids ?? []);
  };
  const go = (next: ListPlace): void => {
    onPlace({ ...next, row: undefined });
    setCurrent(0);
  };
  const close = (): void => setAsking(null);
  const askConditions = (at?: ConditionKind): void => setAsking({ what: 'conditions', at });
  const here = { group: 'here' } as const;
  const add: Command = {
    ...{ ...here, id: 'conditions', name: t('condition.add'), key: 'Alt+F' },
    run: () => askConditions(),
  };
  const chooseColumns: Command = {
    ...{ ...here, id: 'columns', name: t('columns.choose') },
    run: () => setAsking({ what: 'columns' }),
  };
  const isView = views.view !== undefined && isAsSaved(place, views.view);
  const keepView: Command = {
    ...{ ...here, id: 'keep-view', name: t(isView ? 'saved.change' : 'saved.keep') },
    run: () => setAsking({ what: 'view' }),
  };
  const mayKeep = !behind && (views.view !== undefined || caseViews.length < MOST_VIEWS);
  useCommands([add, chooseColumns, ...(mayKeep ? [keepView] : [])]);
  const allTabs = [
    ...tabs,
    ...(behind ? [{ id: BEHIND, label: behind.title, count: behind.ids.length }] : []),
    ...caseViews.map(({ id, name }) => ({ id, label: name })),
  ];
  const at = behind ? BEHIND : (views.view?.id ?? tab);
  const viewName = behind?.title ?? tabs.find(({ id }) => id === tab)?.label ?? '';

  return (
    <>
      <PageHead
        title={t('title')}
        beside={
          <FindField
            typed={typed}
            onType={next => go({ ...place, typed: next })}
            status={found?.status ?? ''}
            onDown={() => list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus()}
            onEnter={() => openAt(0, 0)}
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
          tabs={allTabs}
          at={at}
          onChange={id => {
            const view = caseViews.find(each => each.id === id);
            const next = CASE_TABS.find(each => each === id);
            if (view) go(atView(place, view));
            else if (next) go(atTab(place, next));
          }}
          act={mayKeep && <ActButton rank="text" size="small" command={keepView} />}
        />
        <ConditionLine
          conditions={conditions}
          onChange={next => go({ ...place, conditions: next })}
          onOpen={askConditions}
          add={add}
          columns={chooseColumns}
          count={ids?.length}
          progress={indexing}
        />
        <div className="cases-status">
          <BatchStatus batch={batch} onOpenPaper={onOpenPaper} onUnknown={onUnknown} />
          <TogetherStatus together={bulk.together} onOpen={id => onOpen(id, [id])} />
          <ExportStatus {...bulk.exporting} />
        </div>
        <PageColumns padded={false} foot={<BulkBar {...bulk.bar} />}>
          {ids === undefined && <SkeletonLines count={12} height="row" />}
          {relief && (
            <NothingListed
              {...{ conditions, typed, relief }}
              view={viewName}
              onRemove={kind => go({ ...place, conditions: without(conditions, kind) })}
              onRemoveAll={() => go({ ...place, conditions: {} })}
            />
          )}
          {ids?.length === 0 && found && !relief && (
            <NothingFound
              found={found}
              typed={typed}
              view={viewName}
              onShowAll={() => go(atTab(place, 'all'))}
              onClear={() => go({ ...place, typed: '' })}
            />
          )}
          {ids?.length === 0 && !found && !relief && (
            <EmptyState
              title={t(emptyOf(tab))}
              nearby={t('empty.next')}
              acts={<ActButton onClick={register.run}>{register.name}</ActButton>}
            />
          )}
          {ids !== undefined && ids.length > 0 && (
            <LedgerTable<CaseLine>
              label={t('title')}
              busy={isOfBefore}
              columns={columns}
              count={ids.length}
              rowAt={index => {
                inSight.touch(index);
                const id = ids[index];
                return id === undefined ? undefined : rows?.get(id);
              }}
              current={Math.min(current, ids.length - 1)}
              onCurrentChange={setCurrent}
              onOpen={openAt}
              cameBackTo={moved === undefined ? cameFrom : undefined}
              ticks={chosen.ticks}
              sort={found ? undefined : sort}
              onSort={next => {
                const read = CaseListSort.safeParse(next);
                if (read.success) onPlace({ ...place, sort: read.data });
              }}
            />
          )}
        </PageColumns>
      </div>
      {asking?.what === 'conditions' && (
        <ConditionsDialog
          {...{ conditions, overdue }}
          at={asking.at}
          listed={listed ?? NONE}
          onUse={next => {
            go({ ...place, conditions: next });
            close();
          }}
          onClose={close}
        />
      )}
      {asking?.what === 'columns' && (
        <ColumnsDialog
          columns={views.columns}
          onUse={next => {
            views.setColumns(next);
            close();
          }}
          onClose={close}
        />
      )}
      {asking?.what === 'view' && (
        <ViewDialog
          name={views.view?.name}
          taken={allTabs.map(({ label }) => label).filter(label => label !== views.view?.name)}
          onSave={name => {
            views.save(name);
            close();
          }}
          onSaveNew={name => {
            views.saveNew(name);
            close();
          }}
          onDelete={() => {
            views.remove();
            close();
          }}
          onClose={close}
        />
      )}
      {bulk.printing && <PrintDialog rows={bulk.printing} onPrint={bulk.print} onClose={bulk.close} />}
      {bulk.isTogether && <TogetherDialog ids={chosen.rows} together={bulk.together} onClose={bulk.close} />}
    </>
  );
}

function emptyOf(tab: CaseTab): 'empty.open' | 'empty.asking' | 'empty.other' {
  return tab === 'open' || tab === 'asking' ? `empty.${tab}` : 'empty.other';
}
