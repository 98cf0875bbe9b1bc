import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useCase, type LiveCase } from '#renderer/db/live/use-cases.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { openPdf } from './pdf/open-pdf.ts';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { SetPaperPage } from './set-paper-page.tsx';

export type LiveProcedureCase = LiveCase & { readonly procedure: Procedure };

export interface ComputedPaperProps {
  readonly caseId: CaseId;
  readonly onBack: () => void;
  /** In the words of `paper`: a title, the name of its file, and that it is not kept. */
  readonly words: 'clocks' | 'file';
  readonly make: (live: LiveProcedureCase) => Paper;
  readonly opens?: OpenPdf | undefined;
}

/** A paper that is no form of a procedure: computed from what is recorded of a case, neither numbered nor kept. */
export function ComputedPaperPage({
  caseId,
  onBack,
  opens = openPdf,
  ...rest
}: ComputedPaperProps): ReactNode {
  const { t } = useTranslation('paper');
  const live = useCase(caseId);
  if (live === undefined) return <SkeletonLines count={10} height="row" />;
  const back = <BackButton onBack={onBack}>{t('back')}</BackButton>;
  if (!live?.procedure)
    return <EmptyState title={t('noCase.title')} nearby={t('noCase.nearby')} acts={back} />;
  return (
    <ComputedPaper
      // Another record of the case makes another paper.
      key={live.state.seq}
      {...rest}
      {...{ live: { ...live, procedure: live.procedure }, back, opens }}
    />
  );
}

interface ComputedProps extends Pick<ComputedPaperProps, 'words' | 'make'> {
  readonly live: LiveProcedureCase;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

function ComputedPaper({ live, words, make, back, opens }: ComputedProps): ReactNode {
  const { t } = useTranslation('paper');
  const { number } = live.state;
  // Settled when it is opened: what is shown is what is printed, though time goes on.
  const [paper] = useState(() => make(live));
  return (
    <SetPaperPage
      {...{ paper, back, opens }}
      title={t(`${words}.title`)}
      of={number}
      fileName={t(`${words}.fileName`, { number })}
      hint={t(`${words}.notKept`)}
    />
  );
}
