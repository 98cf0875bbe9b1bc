import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { printedPaper } from '#shared/documents/print-text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useCase, type LiveCase } from '#renderer/db/live/use-cases.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { PaperFrame } from './paper-frame.tsx';
import { MissingNote, WarningNotes } from './paper-notes.tsx';
import { openPdf } from './pdf/open-pdf.ts';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { useOpenedPdf } from './use-opened-pdf.ts';
import { usePrintDesk } from './use-print-desk.ts';
import { useSetPaper } from './use-set-paper.ts';

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

interface SetPaperProps extends Pick<ComputedPaperProps, 'words' | 'make'> {
  readonly live: LiveProcedureCase;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

function ComputedPaper({ live, words, make, back, opens }: SetPaperProps): ReactNode {
  const { t } = useTranslation('paper');
  const { state } = live;
  const [tries, setTries] = useState(0);
  // Settled when it is opened: what is shown is what is printed, though time goes on.
  const [paper] = useState(() => make(live));
  const [{ json, missing }] = useState(() => ({
    json: JSON.stringify(paper),
    missing: printedPaper(paper, bundledFonts).missing,
  }));
  const { made, fault } = useSetPaper(json, tries);
  const pdf = useOpenedPdf(made?.sha256, opens, tries);
  const print = usePrintDesk({
    printable: made && {
      ...{ key: made.sha256, sha256: made.sha256, pages: made.pages, jobTitle: t(`${words}.title`) },
    },
    usualCopies: 1,
    fileName: t(`${words}.fileName`, { number: state.number }),
  });
  return (
    <PaperFrame
      title={t(`${words}.title`)}
      sub={
        <span className="num">
          {state.number} {made && t('pages', { count: made.pages })}
        </span>
      }
      back={back}
      desk={print}
      pdf={pdf}
      hint={t(`${words}.notKept`)}
      notes={
        <>
          <MissingNote places={missing} fields={[]} />
          <WarningNotes codes={made?.warnings ?? []} />
        </>
      }
      shown={made?.sha256}
      fault={fault}
      onAgain={() => setTries(tries + 1)}
    />
  );
}
