import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { clocksPaper } from '#shared/documents/clocks.paper.ts';
import { printedPaper } from '#shared/documents/print-text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useCase, type LiveCase } from '#renderer/db/live/use-cases.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { PaperFrame } from './paper-frame.tsx';
import { MissingNote, WarningNotes } from './paper-notes.tsx';
import { openPdf } from './pdf/open-pdf.ts';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { useOpenedPdf } from './use-opened-pdf.ts';
import { usePrintDesk } from './use-print-desk.ts';
import { useSetPaper } from './use-set-paper.ts';

export interface ClocksPageProps {
  readonly caseId: CaseId;
  /** One limit of the case; left out, all that have begun. */
  readonly limit?: string | undefined;
  readonly onBack: () => void;
  readonly opens?: OpenPdf | undefined;
}

/** Why the deadlines of a case fall where they do, on paper. */
export function ClocksPage({ caseId, limit, onBack, opens = openPdf }: ClocksPageProps): ReactNode {
  const { t } = useTranslation('paper');
  const live = useCase(caseId);
  useHotkeys([['Escape', onBack]]);
  if (live === undefined) return <SkeletonLines count={10} height="row" />;
  const back = (
    <ActButton rank="text" size="small" icon={<IconArrowLeft size={18} aria-hidden />} onClick={onBack}>
      {t('back')}
    </ActButton>
  );
  if (!live?.procedure)
    return <EmptyState title={t('noCase.title')} nearby={t('noCase.nearby')} acts={back} />;
  return (
    <ClocksPaper
      // Another record of the case makes another paper.
      key={live.state.seq}
      {...{ live, procedure: live.procedure, limit, back, opens }}
    />
  );
}

interface ClocksPaperProps {
  readonly live: LiveCase;
  readonly procedure: Procedure;
  readonly limit: string | undefined;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

function ClocksPaper({ live, procedure, limit, back, opens }: ClocksPaperProps): ReactNode {
  const { t } = useTranslation('paper');
  const desk = useDesk();
  const { office, calendar } = useOpenDesk();
  const { state, clocks } = live;
  const [tries, setTries] = useState(0);
  // Settled when it is opened: what is shown is what is printed, though time goes on. In Chinese, as every paper is.
  const [paper] = useState(() =>
    clocksPaper({
      ...{ procedure, state, office, calendar, language: 'zh-CN', at: desk.now() },
      clocks: clocks.filter(clock => limit === undefined || clock.limit.id === limit),
    }),
  );
  const [{ json, missing }] = useState(() => ({
    json: JSON.stringify(paper),
    missing: printedPaper(paper, bundledFonts).missing,
  }));
  const { made, fault } = useSetPaper(json, tries);
  const pdf = useOpenedPdf(made?.sha256, opens, tries);
  const print = usePrintDesk({
    printable: made && {
      ...{ key: made.sha256, sha256: made.sha256, pages: made.pages, jobTitle: t('clocks.title') },
    },
    usualCopies: 1,
    fileName: t('clocks.fileName', { number: state.number }),
  });
  return (
    <PaperFrame
      title={t('clocks.title')}
      sub={
        <span className="num">
          {state.number} {made && t('pages', { count: made.pages })}
        </span>
      }
      back={back}
      desk={print}
      pdf={pdf}
      hint={t('clocks.notKept')}
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
