import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { printedPaper } from '#shared/documents/print-text.ts';
import { PaperFrame } from './paper-frame.tsx';
import { MissingNote, WarningNotes } from './paper-notes.tsx';
import type { OpenPdf, PdfPage } from './pdf/pdf.types.ts';
import { useOpenedPdf } from './use-opened-pdf.ts';
import { usePrintDesk } from './use-print-desk.ts';
import { useSetPaper } from './use-set-paper.ts';

export interface SetPaperPageProps {
  readonly paper: Paper;
  readonly title: string;
  /** What it is of: the number of a case. */
  readonly of?: string | undefined;
  readonly fileName: string;
  readonly hint: string;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
  /** For a paper that names its own pages: what it says once they are known. Asked once. */
  readonly settle?: ((pages: readonly PdfPage[]) => Paper) | undefined;
}

/** A paper that is set to be looked at, printed and saved, and kept nowhere. */
export function SetPaperPage(props: SetPaperPageProps): ReactNode {
  const { paper, title, of, fileName, hint, back, opens, settle } = props;
  const { t } = useTranslation('paper');
  const [tries, setTries] = useState(0);
  const [first] = useState(() => ({
    json: JSON.stringify(paper),
    missing: printedPaper(paper, bundledFonts).missing,
  }));
  const [settled, setSettled] = useState(settle ? undefined : first.json);
  const { made, fault } = useSetPaper(settled ?? first.json, tries);
  const pdf = useOpenedPdf(made?.sha256, opens, tries);
  if (settle && settled === undefined && pdf.pdf) setSettled(JSON.stringify(settle(pdf.pdf.pages)));
  const shown = settled === undefined ? undefined : made;
  const print = usePrintDesk({
    printable: shown && {
      ...{ key: shown.sha256, sha256: shown.sha256, pages: shown.pages, jobTitle: title },
    },
    usualCopies: 1,
    fileName,
  });
  return (
    <PaperFrame
      title={title}
      sub={
        <span className="num">
          {of} {shown && t('pages', { count: shown.pages })}
        </span>
      }
      back={back}
      desk={print}
      pdf={settled === undefined ? { pdf: undefined, fault: pdf.fault } : pdf}
      hint={hint}
      notes={
        <>
          <MissingNote places={first.missing} fields={[]} />
          <WarningNotes codes={shown?.warnings ?? []} />
        </>
      }
      shown={shown?.sha256}
      fault={fault}
      onAgain={() => setTries(tries + 1)}
    />
  );
}
