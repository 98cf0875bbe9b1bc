import { IconArrowLeft } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useCase, useCaseEvents, type LiveCase } from '#renderer/db/live/use-cases.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import './paper-page.css';
import { PaperPages } from './paper-pages.tsx';
import { PrintPanel } from './print-panel.tsx';
import { useCasePaper } from './use-case-paper.ts';

export interface PaperPageProps {
  readonly caseId: CaseId;
  readonly form: string;
  readonly onBack: () => void;
}

/** A paper of a case: the very PDF that will be printed, and the printer beside it. */
export function PaperPage({ caseId, form, onBack }: PaperPageProps): ReactNode {
  const { t } = useTranslation('paper');
  const live = useCase(caseId);
  const events = useCaseEvents(caseId);
  if (live === undefined || events === undefined) return <SkeletonLines count={10} height="text" />;
  if (!live?.procedure)
    return (
      <EmptyState
        title={t('noCase.title')}
        nearby={t('noCase.nearby')}
        acts={<ActButton onClick={onBack}>{t('back')}</ActButton>}
      />
    );
  return <Paper live={live} procedure={live.procedure} events={events} formId={form} onBack={onBack} />;
}

interface PaperProps {
  readonly live: LiveCase;
  readonly procedure: Procedure;
  readonly events: readonly CaseEvent[];
  readonly formId: string;
  readonly onBack: () => void;
}

const THUMB_WIDTH = 96;
/** A page of A4 and the space around it fit into this height at most screens. */
const WHOLE = 0.56;

function Paper({ live, procedure, events, formId, onBack }: PaperProps): ReactNode {
  const { t, i18n } = useTranslation('paper');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { state } = live;
  const paper = useCasePaper(procedure, state, events, formId);
  const [view, setView] = useState<'whole' | 'actual'>('whole');
  const room = useRef<HTMLDivElement>(null);
  const title = inLanguage(getForm(procedure, formId).name, language);
  const { opened, fault, document } = paper;
  const firstWidth = opened?.pages[0]?.width ?? 1;

  return (
    <>
      <PageHead
        above={
          <ActButton rank="text" size="small" icon={<IconArrowLeft size={18} aria-hidden />} onClick={onBack}>
            {t('back')}
          </ActButton>
        }
        title={title}
        sub={
          <span className="num">
            {state.number} {document && t('pages', { count: document.pages })}
          </span>
        }
        actions={<span>{t('truth')}</span>}
      />
      <PageColumns
        padded={false}
        sideWidth={20}
        sideHasAct
        side={
          <SideColumn
            label={t('print.column')}
            sections={[
              {
                id: 'print',
                title: t('print.title'),
                content: (
                  <PrintPanel
                    caseId={state.id}
                    document={document}
                    title={title}
                    number={state.number}
                    language={language}
                  />
                ),
              },
            ]}
          />
        }
      >
        {fault && (
          <FaultNotice
            title={t('notMade', { what: '' }).replace(/[:：]\s*$/, '')}
            fault={fault}
            acts={
              <ActButton rank="filled" onClick={paper.again}>
                {t('again')}
              </ActButton>
            }
          />
        )}
        {!opened && !fault && (
          <p className="paper-making" role="status">
            {t('making')}
          </p>
        )}
        {opened && (
          <div className="paper-desk" ref={room}>
            <PaperPages opened={opened} scale={THUMB_WIDTH / firstWidth} label={t('thumbs')} quiet />
            <div className="paper-view">
              <ViewTabs
                label={t('view.label')}
                tabs={[
                  { id: 'whole', label: t('view.whole') },
                  { id: 'actual', label: t('view.actual') },
                ]}
                at={view}
                onChange={id => setView(id === 'actual' ? 'actual' : 'whole')}
              />
              <PaperPages opened={opened} scale={view === 'actual' ? 1 : WHOLE} label={title} />
            </div>
          </div>
        )}
      </PageColumns>
    </>
  );
}
