import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { type Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { overdueIn, type LiveAgenda } from '#renderer/db/live/use-agenda.ts';
import { CasePage } from '#renderer/features/case/index.ts';
import {
  atBehind,
  atCase,
  CasesPage,
  LIST_START,
  type CasesBehind,
  type ListPlace,
} from '#renderer/features/cases/index.ts';
import { FiguresPage } from '#renderer/features/figures/index.ts';
import { ImportPage, type Importing } from '#renderer/features/import/index.ts';
import { ManualPage, ManualPaperPage } from '#renderer/features/manual/index.ts';
import { MonthPage } from '#renderer/features/month/index.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import {
  ClocksPage,
  FilePage,
  PaperPage,
  PeriodPaperPage,
  type OpenJob,
} from '#renderer/features/paper/index.ts';
import { PapersPage, type Batch } from '#renderer/features/papers/index.ts';
import { ProcedurePage, ProceduresPage } from '#renderer/features/procedures/index.ts';
import { ReceptionPage } from '#renderer/features/reception/index.ts';
import { ScansPage, type Filing } from '#renderer/features/scans/index.ts';
import { SettingsPage } from '#renderer/features/settings/index.ts';
import {
  StatisticsPage,
  StatisticsPaperPage,
  type StatisticPlace,
} from '#renderer/features/statistics/index.ts';
import { TransfersPage } from '#renderer/features/transfers/index.ts';
import { WorkbenchPage } from '#renderer/features/workbench/index.ts';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { walkFrom } from './case-walk.ts';
import { type DeskCommands } from './use-desk-commands.ts';
import { usePreferences } from './preferences.ts';
import { cardsInUse, proceduresInUse } from './in-use.ts';
import { type Origin, type Route } from './route.ts';

export interface DeskPagesProps {
  readonly origin: Origin;
  readonly agenda: LiveAgenda | undefined;
  readonly inUse: readonly Procedure[];
  readonly route: Route;
  readonly go: (route: Route) => void;
  readonly filing: Filing;
  readonly importing: Importing;
  readonly commands: DeskCommands;
  readonly batch: Batch;
  /** Prints of which nobody knows. */
  readonly unknown: readonly OpenJob[];
  readonly walked: readonly CaseId[];
  readonly onWalk: (list: readonly CaseId[]) => void;
  /** Goes on with a form that was begun. */
  readonly onResume: (draft: Draft) => void;
  readonly list: ListPlace;
  readonly onList: (list: ListPlace) => void;
  /** What the statistics were last looked at by. */
  readonly statistics: StatisticPlace | undefined;
  readonly onStatistics: (at: StatisticPlace) => void;
}

/** The page somebody is at, with what it may lead to. */
export function DeskPages(props: DeskPagesProps): ReactNode {
  const { route, go, origin, filing, importing, commands, agenda, inUse } = props;
  const { batch, unknown, walked, onWalk, onResume, list, onList, statistics, onStatistics } = props;
  const { t } = useTranslation('app');
  const desk = useDesk();
  const { procedures, guidance, office } = useOpenDesk();
  const { preferences, change } = usePreferences();
  const proceduresOn = useCallback(
    (at: Instant) => proceduresInUse(procedures, guidance, office, at),
    [procedures, guidance, office],
  );
  const openBehind = (behind: CasesBehind): void => {
    onList(atBehind(behind));
    go({ page: 'cases' });
  };
  switch (route.page) {
    case 'workbench':
      return (
        <WorkbenchPage
          agenda={agenda}
          inUse={inUse}
          onOpen={target => {
            if (target.to === 'month') go({ page: 'month' });
            else
              go(
                target.to === 'case' ? { page: 'case', id: target.id } : { page: 'procedure', id: target.id },
              );
          }}
          onOpenList={tab => {
            onList({ ...LIST_START, tab });
            go({ page: 'cases' });
          }}
          register={commands.register}
          onMonth={() => go({ page: 'month' })}
          onTransfers={() => go({ page: 'transfers' })}
          onResume={onResume}
        />
      );
    case 'reception': {
      return proceduresOn(desk.now()).length > 0 ? (
        <ReceptionPage
          proceduresOn={proceduresOn}
          cards={cardsInUse(guidance, office)}
          onOpenCase={id => go({ page: 'case', id })}
          onPrint={(id, form, procedure) =>
            go(
              isCaseForm(form)
                ? { page: 'paper', id, form: form.id }
                : { page: 'period-paper', procedure, paper: form.id },
            )
          }
        />
      ) : (
        <EmptyState title={t('noProcedure')} nearby={t('noProcedureNext')} />
      );
    }
    case 'cases':
      return (
        <CasesPage
          onOpen={(id, walk) => {
            onWalk(walk);
            go({ page: 'case', id });
          }}
          register={commands.register}
          place={list}
          onPlace={onList}
          overdue={agenda && overdueIn(agenda)}
          onImport={() => go({ page: 'import' })}
          onOpenPaper={(id, form) => go({ page: 'paper', id, form })}
          onUnknown={() => go({ page: 'papers' })}
          choices={preferences}
          onChoose={change}
          batch={batch}
        />
      );
    case 'transfers':
      return (
        <TransfersPage
          procedures={proceduresOn(desk.now())}
          onResume={onResume}
          onOpenCase={id => go({ page: 'case', id })}
        />
      );
    case 'import':
      return (
        <ImportPage
          importing={importing}
          procedures={proceduresOn(desk.now())}
          onBack={() => go({ page: 'cases' })}
        />
      );
    case 'case':
      return (
        <CasePage
          key={route.id}
          id={route.id}
          walk={walkFrom(walked, route.id, id => {
            onList(atCase(list, id, walked.indexOf(id)));
            go({ page: 'case', id });
          })}
          backTo={origin}
          onBack={() => go({ page: origin })}
          onOpenPaper={form => go({ page: 'paper', id: route.id, form })}
          onOpenClocks={limit =>
            go({ page: 'clocks', id: route.id, ...(limit === undefined ? {} : { limit }) })
          }
          onOpenFile={() => go({ page: 'file', id: route.id })}
        />
      );
    case 'file':
      return <FilePage key={route.id} caseId={route.id} onBack={() => go({ page: 'case', id: route.id })} />;
    case 'clocks':
      return (
        <ClocksPage
          key={`${route.id} ${route.limit ?? ''}`}
          caseId={route.id}
          limit={route.limit}
          onBack={() => go({ page: 'case', id: route.id })}
        />
      );
    case 'paper':
      return (
        <PaperPage
          key={`${route.id} ${route.form}`}
          caseId={route.id}
          form={route.form}
          backTo={route.from && t('backToPapers')}
          onBack={() => go(route.from ? { page: route.from } : { page: 'case', id: route.id })}
        />
      );
    case 'papers':
      return (
        <PapersPage
          {...{ batch, unknown }}
          onOpenPaper={(id, form) => go({ page: 'paper', id, form, from: 'papers' })}
        />
      );
    case 'scans':
      return <ScansPage filing={filing} onOpenCase={id => go({ page: 'case', id })} />;
    case 'month':
      return <MonthPage inUse={inUse} onOpenCase={id => go({ page: 'case', id })} onOpenCases={openBehind} />;
    case 'statistics':
      return (
        <StatisticsPage
          procedures={inUse}
          at={statistics}
          onAt={onStatistics}
          onOpenCases={(ids, title) => openBehind({ title, ids })}
          onOpenCase={id => go({ page: 'case', id })}
          onOpenReport={(procedure, paper) => go({ page: 'figures', procedure, paper })}
          onOpenPaper={(which, at) => go({ page: 'statistics-paper', which, at })}
        />
      );
    case 'statistics-paper':
      return (
        <StatisticsPaperPage which={route.which} at={route.at} onBack={() => go({ page: 'statistics' })} />
      );
    case 'procedures':
      return <ProceduresPage onOpen={id => go({ page: 'procedure', id })} />;
    case 'procedure':
      return (
        <ProcedurePage
          key={route.id}
          id={route.id}
          onBack={() => go({ page: 'procedures' })}
          onOpenPaper={paper => go({ page: 'period-paper', procedure: route.id, paper })}
          onOpenFigures={paper => go({ page: 'figures', procedure: route.id, paper })}
        />
      );
    case 'figures':
      return (
        <FiguresPage
          key={`${route.procedure} ${route.paper}`}
          procedure={route.procedure}
          paper={route.paper}
          onBack={() => go({ page: 'procedure', id: route.procedure })}
          onOpenPaper={at => go({ ...route, page: 'period-paper', at })}
          onOpenCases={openBehind}
        />
      );
    case 'settings':
      return (
        <SettingsPage
          preferences={preferences}
          onPreferences={change}
          onImport={() => go({ page: 'import' })}
          help={[commands.manual, commands.tour]}
        />
      );
    case 'manual':
      return (
        <ManualPage
          chapter={route.chapter}
          onBack={() => go(route.from)}
          onPrint={chapter =>
            go({ page: 'manual-paper', from: route.from, ...(chapter === undefined ? {} : { chapter }) })
          }
        />
      );
    case 'manual-paper':
      return <ManualPaperPage onBack={() => go({ ...route, page: 'manual' })} />;
    case 'period-paper':
      return (
        <PeriodPaperPage
          key={`${route.procedure} ${route.paper}`}
          procedure={route.procedure}
          paper={route.paper}
          at={route.at}
          onBack={() => go({ page: 'procedure', id: route.procedure })}
        />
      );
  }
}
