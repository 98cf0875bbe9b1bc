import {
  IconArchive,
  IconBell,
  IconBook,
  IconChartBar,
  IconClockExclamation,
  IconFolders,
  IconHeadphones,
  IconLanguage,
  IconLayoutDashboard,
  IconLock,
  IconPrinter,
  IconScan,
  IconSettings,
  IconTypography,
  IconUser,
} from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isClockBehind } from '#shared/case/clock-doubt.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, instantAt } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useAgenda } from '#renderer/db/live/use-agenda.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { ResumedDraftContext } from '#renderer/db/live/use-form-draft.ts';
import { useCaseIndexing } from '#renderer/db/live/use-case-search.ts';
import { useCaseCounts } from '#renderer/db/live/use-cases.ts';
import { LIST_START } from '#renderer/features/cases/index.ts';
import { IdentityVisit } from '#renderer/features/identity/index.ts';
import { useImporting } from '#renderer/features/import/index.ts';
import { HelpDialog } from '#renderer/features/help/index.ts';
import { NetworkNote } from '#renderer/features/outbox/index.ts';
import { useBatch, useLeftJobs } from '#renderer/features/papers/index.ts';
import type { StatisticPlace } from '#renderer/features/statistics/index.ts';
import { useFiling } from '#renderer/features/scans/index.ts';
import { Tour, useTour } from '#renderer/features/tour/index.ts';
import { useCommandStack } from '#renderer/ui/command/command.context.ts';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useWarnings } from '#renderer/features/workbench/index.ts';
import { Frame } from '#renderer/ui/frame/frame.tsx';
import { SearchButton, TopButton, TopText } from '#renderer/ui/frame/top-bar.tsx';
import { DeskPages } from './desk-pages.tsx';
import { DeskPalette } from './desk-palette.tsx';
import { useIdleLock } from './idle/use-idle-lock.ts';
import { routeOfDraft } from './draft-route.ts';
import { useDeskCommands } from './use-desk-commands.ts';
import { usePreferences } from './preferences.ts';
import { proceduresInUse } from './in-use.ts';
import { caseOf, railPageOf, type Origin, type RailPage, type Route } from './route.ts';
import { TroubleNote, useTrouble } from './trouble-note.tsx';

const DONE = new Set(['filed', 'blank']);
/** How many cases are remembered as those looked at last. */
const VISITED = 5;

/** What stands above the page, and what could be done before it came. */
interface Over {
  readonly what: 'palette' | 'help';
  readonly commands: readonly Command[];
}

/** The ledger open on the desk: frame, rail, and the page somebody is at. */
export function OpenDesk(): ReactNode {
  const { t } = useTranslation('app');
  const { boot, office, me, lastAt } = useOpenDesk();
  const now = useNow();
  const counts = useCaseCounts();
  const { preferences, change } = usePreferences();
  useIdleLock(preferences.lockAfter);
  const tour = useTour(!preferences.toured, () => change({ toured: true }));
  const [route, setRoute] = useState<Route>({ page: 'workbench' });
  const [visited, setVisited] = useState<readonly CaseId[]>([]);
  // The list a case was opened from, to go through it case by case.
  const [walked, setWalked] = useState<readonly CaseId[]>([]);
  const stack = useCommandStack();
  const [over, setOver] = useState<Over | null>(null);
  const [list, setList] = useState(LIST_START);
  const [statistics, setStatistics] = useState<StatisticPlace>();
  useCaseIndexing();
  // Where a case and its papers lead back to.
  const [origin, setOrigin] = useState<Origin>('workbench');
  const [resumed, setResumed] = useState<string>();
  const trouble = useTrouble();
  const [read, setRead] = useState(false);
  // Here, so that somebody can look at a case while scans are being read.
  const filing = useFiling();
  const batch = useBatch();
  const unknown = useLeftJobs();
  const importing = useImporting();
  const toLookAt = filing.lines.filter(({ outcome }) => !DONE.has(outcome.kind)).length;

  const go = (to: Route): void => {
    setRoute(to);
    setResumed(undefined);
    const at = caseOf(to);
    if (at === undefined) setOrigin(to.page === 'workbench' ? 'workbench' : 'cases');
    else setVisited(before => [at, ...before.filter(id => id !== at)].slice(0, VISITED));
  };
  const close = (): void => setOver(null);
  const readManual = (): void => {
    if (route.page !== 'manual')
      go({ page: 'manual', from: route.page === 'manual-paper' ? route.from : route });
  };
  const showAround = (): void => {
    tour.again();
    change({ toured: false });
  };
  const inUse = useProceduresInUse();
  const agenda = useAgenda(inUse);
  const { warning, dismiss } = useWarnings(agenda);

  const rail: { id: RailPage; icon: typeof IconLock; count?: number | undefined }[] = [
    { id: 'workbench', icon: IconLayoutDashboard, count: agenda?.entries.length },
    { id: 'reception', icon: IconHeadphones },
    { id: 'cases', icon: IconFolders, count: counts?.open },
    { id: 'papers', icon: IconPrinter, count: unknown.length },
    { id: 'scans', icon: IconScan, count: toLookAt > 0 ? toLookAt : undefined },
    { id: 'month', icon: IconArchive },
    { id: 'statistics', icon: IconChartBar },
    { id: 'procedures', icon: IconBook },
    { id: 'settings', icon: IconSettings },
  ];
  const commands = useDeskCommands({
    ...{ pages: rail.map(({ id }) => id), go },
    onSearch: () => setOver({ what: 'palette', commands: stack.active() }),
    onHelp: () => setOver({ what: 'help', commands: stack.active() }),
    onManual: readManual,
    onTour: showAround,
  });

  return (
    <Frame
      office={office.name}
      items={rail.map(item => ({ ...item, label: t(`rail.${item.id}`) }))}
      at={railPageOf(route)}
      onOpen={id => go({ page: id as RailPage })}
      search={<SearchButton text={t('searchFor')} command={commands.search} data-place="search" />}
      guide={
        tour.shown && (
          <Tour
            tour={tour}
            keys={{
              ...{ register: commands.register.key, search: commands.search.key },
              ...{ lock: commands.lock.key, help: commands.help.key },
            }}
          />
        )
      }
      foot={[t('version', { version: boot.version })]}
      tools={
        <>
          {lastAt !== undefined && isClockBehind(lastAt, now) && (
            <TopText icon={IconClockExclamation} live>
              {t('clockBehind')}
            </TopText>
          )}
          <span className="sr" role="status">
            {warning && `${warning.title}${t('warnedOf')}${warning.body}`}
          </span>
          {warning && (
            <TopButton
              icon={IconBell}
              title={warning.body}
              command={{
                ...{ id: 'warned', name: t('warned', { title: warning.title }), group: 'here' },
                run: () => {
                  dismiss();
                  go({ page: 'workbench' });
                },
              }}
            />
          )}
          <NetworkNote />
          <TopButton icon={IconLanguage} command={commands.language}>
            {t('otherLanguage')}
          </TopButton>
          <TopButton
            icon={IconTypography}
            command={commands.largeType}
            spare
            aria-pressed={preferences.largeType}
          >
            {t('largeType')}
          </TopButton>
          <TopText icon={IconUser} spare>
            {me.name}
          </TopText>
          <TopButton icon={IconLock} command={commands.lock} data-place="lock" />
        </>
      }
    >
      {trouble && !read ? (
        <TroubleNote onRead={() => setRead(true)} />
      ) : (
        <IdentityVisit key={caseOf(route) ?? 'none'}>
          <ResumedDraftContext value={resumed}>
            <DeskPages
              {...{
                route,
                go,
                origin,
                filing,
                importing,
                batch,
                unknown,
                commands,
                walked,
                list,
                agenda,
                inUse,
                statistics,
              }}
              onWalk={setWalked}
              onResume={draft => {
                go(routeOfDraft(draft.content));
                setResumed(draft.id);
              }}
              onList={setList}
              onStatistics={setStatistics}
            />
          </ResumedDraftContext>
        </IdentityVisit>
      )}
      {over?.what === 'palette' && (
        <DeskPalette
          commands={over.commands}
          visited={visited}
          onOpenCase={id => go({ page: 'case', id })}
          onOpenProcedure={id => go({ page: 'procedure', id })}
          onShowAll={typed => {
            setList({ ...LIST_START, tab: 'all', typed });
            go({ page: 'cases' });
          }}
          onClose={close}
        />
      )}
      {over?.what === 'help' && (
        <HelpDialog
          page={route.page}
          commands={over.commands}
          ways={[commands.manual, commands.tour]}
          onClose={close}
        />
      )}
    </Frame>
  );
}

/** Those of today; a new list only when the day or what the office chose has changed. */
function useProceduresInUse(): readonly Procedure[] {
  const { procedures, guidance, office } = useOpenDesk();
  const today = dateOf(useNow());
  return useMemo(
    () => proceduresInUse(procedures, guidance, office, instantAt(today, '12:00')),
    [procedures, guidance, office, today],
  );
}
