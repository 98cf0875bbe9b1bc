import { useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stepsFromHere } from '#shared/case/permitted.ts';
import { awaitedRoles } from '#shared/case/approval.matter.ts';
import { nextClock, type Clock } from '#shared/case/clocks.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { officeCards } from '#shared/case/own-cards.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import { getState } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { coverHidden } from '#shared/search/hidden-words.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { caseDraft, type CaseDraftPlace } from '#renderer/db/live/case-draft.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { useDrafts } from '#renderer/db/live/use-drafts.ts';
import { useCase, useCaseEvents, type LiveCase } from '#renderer/db/live/use-cases.ts';
import { ResumedDraftContext } from '#renderer/db/live/use-form-draft.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { firstSentence } from '#renderer/db/queries/case.summary.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { Timeline } from '#renderer/ui/list/timeline.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { CaseAttachments } from '#renderer/features/attachments/index.ts';
import { IdentityBar, useIdentity } from '#renderer/features/identity/index.ts';
import { GuidanceCards } from '#renderer/features/procedures/index.ts';
import { CaseTransfers } from '#renderer/features/transfers/index.ts';
import { CaseArchive } from './case-archive.tsx';
import { CaseAsked } from './case-asked.tsx';
import { CaseClass } from './case-class.tsx';
import { CaseDraftsContext } from './case-drafts.context.ts';
import { CaseCorrection } from './case-correction.tsx';
import { CaseLadder } from './case-ladder.tsx';
import { CaseFields } from './case-fields.tsx';
import './case-page.css';
import { CaseLinks } from './case-links.tsx';
import { CaseOrders } from './case-orders.tsx';
import { CaseNote } from './case-note.tsx';
import { CasePapers } from './case-papers.tsx';
import { DeadlineRow } from './deadline-row.tsx';
import { ExtendDeadline } from './extend-deadline.tsx';
import { NextSteps } from './next-steps.tsx';
import { StepForm } from './step-form.tsx';
import { timelineEntries } from './timeline-entries.tsx';
import { useCaseCommands } from './use-case-commands.ts';
import { WalkLine, type CaseWalk } from './walk-line.tsx';

export interface CasePageProps {
  readonly id: CaseId;
  /** Where it stands in the list it was opened from. */
  readonly walk?: CaseWalk | undefined;
  /** The list it was opened from. */
  readonly backTo: 'workbench' | 'cases';
  readonly onBack: () => void;
  readonly onOpenPaper: (form: string) => void;
  /** Why a limit ends when it does, on paper; without one, all limits. */
  readonly onOpenClocks: (limit?: string) => void;
  /** Cover, contents and closing note of its file, on paper. */
  readonly onOpenFile: () => void;
}

/** Everything about one case: what is due and why, what happened, what comes next. */
export function CasePage({ id, ...ways }: CasePageProps): ReactNode {
  const { t } = useTranslation('case');
  const found = useCase(id);
  if (found === undefined) return <SkeletonLines count={10} height="text" />;
  if (!found?.procedure)
    return (
      <EmptyState
        title={t(found === null ? 'noCase' : 'noPack')}
        acts={<ActButton onClick={ways.onBack}>{t(BACK[ways.backTo])}</ActButton>}
      />
    );
  return <FoundCase live={found} procedure={found.procedure} {...ways} />;
}

const BACK = { cases: 'back', workbench: 'backToWorkbench' } as const;

const NO_DRAFTS: readonly Draft[] = [];

interface FoundCaseProps extends Omit<CasePageProps, 'id'> {
  readonly live: LiveCase;
  readonly procedure: Procedure;
}

function FoundCase({
  live,
  procedure,
  walk,
  backTo,
  onBack,
  onOpenPaper,
  onOpenClocks,
  onOpenFile,
}: FoundCaseProps): ReactNode {
  const { t, i18n } = useTranslation('case');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { me, calendar, office } = useOpenDesk();
  const now = useNow();
  const { state, clocks, severity, escalation } = live;
  const { t: guidanceWords } = useTranslation('procedures');
  const { t: secret } = useTranslation('identity');
  const { t: transfers } = useTranslation('transfers');
  const events = useCaseEvents(state.id);
  const drafts = useDrafts();
  const mine = { id: state.id, me: me.person };
  const draft = caseDraft(drafts, mine, 'correction');
  const steps = stepsFromHere(procedure, state, { name: me.name, roles: me.roles, facts: live.facts });
  const wanted = useContext(ResumedDraftContext);
  const [resumed] = useState(() => desk.drafts.known().find(each => each.id === wanted));
  const isResumed = (place: CaseDraftPlace): boolean =>
    resumed !== undefined && caseDraft([resumed], mine, place) !== undefined;
  const [taking, setTaking] = useState<Step | null>(
    () => steps.find(({ step }) => isResumed({ step: step.id }))?.step ?? null,
  );
  const [correcting, setCorrecting] = useState(() => isResumed('correction'));
  const begun = steps
    .map(({ step }) => step.id)
    .filter(step => caseDraft(drafts, mine, { step }) !== undefined);
  const first = nextClock(clocks);
  const commandOf = useCaseCommands({
    ...{ procedure, state, steps, language, onOpenPaper },
    taking: taking !== null || correcting,
    onChoose: setTaking,
  });

  const { registration } = procedure;
  const { covered } = useIdentity(procedure, state);
  const text = (key: string | undefined): string => {
    const value = key === undefined ? null : state.values[key];
    if (key !== undefined && covered.has(key) && value) return secret('value');
    return typeof value === 'string' ? value : '';
  };
  const matter = text(registration.matter);
  const states = Object.entries(state.tracks).map(([track, { state: at }]) =>
    inLanguage(getState(procedure, track, at).name, language),
  );
  const isRunning = ({ status }: Clock): boolean => status !== 'not-begun';
  const cards = officeCards(procedure.id, procedure.guidance, office).filter(card =>
    card.steps.some(id => steps.some(({ step }) => step.id === id)),
  );
  const shownClocks = first
    ? [first, ...clocks.filter(clock => clock !== first && isRunning(clock))]
    : clocks.filter(isRunning);

  const asked =
    state.asked.length > 0
      ? [
          {
            id: 'asked',
            title: t('asked.title'),
            count: state.asked.length,
            content: <CaseAsked {...{ procedure, state, clocks, language }} />,
          },
        ]
      : [];
  // Whoever is to answer sees that first; to others it is something they wait for.
  const awaitsMe = awaitedRoles(procedure, state).some(role => me.roles.includes(role));

  return (
    <CaseDraftsContext value={drafts ?? NO_DRAFTS}>
      <PageHead
        above={
          <>
            <BackButton onBack={onBack}>{t(BACK[backTo])}</BackButton>
            {walk && <WalkLine {...walk} />}
          </>
        }
        title={firstSentence(covered.size > 0 ? coverHidden(procedure, state.values)(matter) : matter)}
        beside={
          <span className="case-state" role="status" aria-label={t('stateLabel')}>
            {states.join(t('toldGap'))}
          </span>
        }
        actions={<span className="case-number num">{state.number}</span>}
        below={t('parties', {
          person: text(registration.person) || t('anonymous'),
          respondent: text(registration.respondent) || t('none'),
          handler: state.lastBy.name,
        })}
      />
      <PageColumns
        side={
          <SideColumn
            sections={[
              ...(awaitsMe ? asked : []),
              {
                id: 'next',
                panelKey: 'F6',
                title: t('next'),
                content: (
                  <NextSteps
                    steps={steps}
                    language={language}
                    commandOf={commandOf}
                    taking={taking !== null || correcting}
                    begun={begun}
                  />
                ),
              },
              ...(awaitsMe ? [] : asked),
              ...(severity
                ? [
                    {
                      id: 'class',
                      title: t('class.label'),
                      content: <CaseClass {...{ procedure, state, severity, language }} />,
                    },
                  ]
                : []),
              ...(escalation.reached.length > 0 || escalation.next
                ? [
                    {
                      id: 'ladder',
                      title: t('ladder.title'),
                      content: <CaseLadder state={state} escalation={escalation} language={language} />,
                    },
                  ]
                : []),
              {
                id: 'papers',
                panelKey: 'F7',
                title: t('papers'),
                count: procedure.forms.filter(isCaseForm).length,
                content: (
                  <CasePapers
                    procedure={procedure}
                    state={state}
                    events={events}
                    language={language}
                    onOpen={onOpenPaper}
                    onOpenClocks={() => onOpenClocks()}
                    onOpenFile={onOpenFile}
                  />
                ),
              },
              {
                id: 'links',
                title: t('links.title'),
                content: <CaseLinks {...{ procedure, state, language }} />,
              },
              {
                id: 'transfers',
                title: transfers('title'),
                content: <CaseTransfers {...{ procedure, state, language }} />,
              },
              ...(procedure.archive
                ? [
                    {
                      id: 'archive',
                      title: t('archive.title'),
                      content: <CaseArchive {...{ procedure, state, facts: live.facts, language }} />,
                    },
                  ]
                : []),
              ...(cards.length > 0
                ? [
                    {
                      id: 'guidance',
                      title: guidanceWords('guidance'),
                      note: guidanceWords('notPrinted'),
                      content: <GuidanceCards cards={cards} language={language} />,
                    },
                  ]
                : []),
            ]}
          />
        }
      >
        <IdentityBar procedure={procedure} state={state} />
        <CaseOrders {...{ procedure, state, clocks, now, language }} />
        {taking && drafts && (
          <StepForm
            key={taking.id}
            step={taking}
            procedure={procedure}
            state={state}
            language={language}
            draft={caseDraft(desk.drafts.known(), mine, { step: taking.id })}
            onDone={() => setTaking(null)}
            onCancel={() => setTaking(null)}
          />
        )}
        <div className="case-deadlines">
          {shownClocks.map(clock => (
            <DeadlineRow
              key={clock.limit.id}
              clock={clock}
              now={now}
              calendar={calendar}
              language={language}
              isFirst={clock === first}
              onPrint={() => onOpenClocks(clock.limit.id)}
              extend={<ExtendDeadline {...{ clock, procedure, state, language }} />}
            />
          ))}
        </div>
        <CaseAttachments procedure={procedure} state={state} />
        <section aria-label={t('history')}>
          <h2>{t('history')}</h2>
          {drafts && (
            <CaseNote
              id={state.id}
              procedure={procedure}
              draft={caseDraft(desk.drafts.known(), mine, 'note')}
            />
          )}
          {events === undefined ? (
            <SkeletonLines count={4} height="text" />
          ) : (
            <Timeline
              label={t('history')}
              entries={timelineEntries(events, {
                ...{ procedure, language, today: dateOf(now), t },
                covered: { fields: covered, words: secret('value') },
              })}
            />
          )}
        </section>
        {correcting ? (
          <CaseCorrection
            {...{ procedure, state, language }}
            draft={caseDraft(desk.drafts.known(), mine, 'correction')}
            onDone={() => setCorrecting(false)}
          />
        ) : (
          <section aria-label={t('content')}>
            <div className="case-content-head">
              <h2>{t('content')}</h2>
              {state.mergedInto === undefined && (
                <ActButton size="small" onClick={() => setCorrecting(true)}>
                  {t(draft ? 'correction.resume' : 'correction.act')}
                </ActButton>
              )}
            </div>
            <CaseFields procedure={procedure} state={state} language={language} />
          </section>
        )}
      </PageColumns>
    </CaseDraftsContext>
  );
}
