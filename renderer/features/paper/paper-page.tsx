import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { severityOf } from '#shared/case/severity.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import { inLanguage } from '#shared/core/text.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import type { PaperSubject } from '#shared/documents/case.paper.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useCase, useCaseEvents } from '#renderer/db/live/use-cases.ts';
import { IdentityBar, useIdentity } from '#renderer/features/identity/index.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { CasePaper, type CasePaperProps } from './case-paper.tsx';
import { showsFields } from './current-document.ts';
import { openPdf } from './pdf/open-pdf.ts';
import type { OpenPdf } from './pdf/pdf.types.ts';

export interface PaperPageProps {
  readonly caseId: CaseId;
  /** Id of the form: PHX-01. */
  readonly form: string;
  /** A document that was made before; without it, what the case says now. */
  readonly documentId?: DocumentId | undefined;
  readonly onBack: () => void;
  /** Where that leads, where it is not the case. */
  readonly backTo?: string | undefined;
  /** How a PDF is opened; a test that has no canvas brings its own. */
  readonly opens?: OpenPdf | undefined;
}

interface Found {
  readonly subject: PaperSubject;
  readonly events: readonly CaseEvent[];
}

/** undefined while loading; `case` or `form` where that is not there. */
function useFoundNow(caseId: CaseId, formId: string): Found | 'case' | 'form' | undefined {
  const { office, calendar, officeHours } = useOpenDesk();
  const live = useCase(caseId);
  const events = useCaseEvents(caseId);
  return useMemo(() => {
    if (live === undefined || events === undefined) return undefined;
    if (live === null) return 'case';
    const form = live.procedure?.forms.filter(isCaseForm).find(({ id }) => id === formId);
    if (!live.procedure || !form) return 'form';
    // The two are read one after the other; only together do they tell what a document said.
    if (events.length !== live.state.seq) return undefined;
    const { procedure, state, others } = live;
    const classOf = (then: CaseState, now: Instant): string | undefined =>
      severityOf(procedure, then, { now, calendar, officeHours, others })?.effective;
    return { subject: { procedure, form, office, state, classOf }, events };
  }, [live, events, formId, office, calendar, officeHours]);
}

/** What was found stays on the screen until the next is whole: a print changes the case it is a print of. */
function useFound(caseId: CaseId, formId: string): Found | 'case' | 'form' | undefined {
  const now = useFoundNow(caseId, formId);
  const [last, setLast] = useState(now);
  if (now !== undefined && now !== last) setLast(now);
  return now ?? last;
}

/** A paper of a case: the very PDF that will be printed, and the printer beside it. */
export function PaperPage(props: PaperPageProps): ReactNode {
  const { caseId, form, documentId, onBack, backTo, opens = openPdf } = props;
  const { t } = useTranslation('paper');
  const found = useFound(caseId, form);
  const [asked, setAsked] = useState(documentId);

  if (found === undefined) return <SkeletonLines count={10} height="row" />;
  const back = <BackButton onBack={onBack}>{backTo ?? t('back')}</BackButton>;
  if (found === 'case' || found === 'form') {
    return (
      <EmptyState
        title={found === 'case' ? t('noCase.title') : t('noCase.form', { form })}
        nearby={found === 'case' ? t('noCase.nearby') : t('noCase.formNearby')}
        acts={back}
      />
    );
  }
  return <Uncovered {...found} asked={asked} onAsk={setAsked} back={back} opens={opens} />;
}

/** A paper that bears a covered identity is neither shown nor set, so that it cannot be read off the paper. */
function Uncovered(props: CasePaperProps): ReactNode {
  const { t, i18n } = useTranslation('identity');
  const { subject, events, asked, back } = props;
  const { procedure, state, form } = subject;
  const { covered } = useIdentity(procedure, state);
  const isCovered = useMemo(
    () => covered.size > 0 && showsFields(subject, events, asked, covered),
    [subject, events, asked, covered],
  );
  if (!isCovered) return <CasePaper {...props} />;
  const name = inLanguage(form.name, i18n.language === 'en' ? 'en' : 'zh-CN');
  return (
    <>
      <PageHead above={back} title={name} sub={<span className="num">{state.number}</span>} />
      <PageColumns>
        <IdentityBar procedure={procedure} state={state} why={t('onPaper', { form: name })} />
      </PageColumns>
    </>
  );
}
