import type { ReactNode } from 'react';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { PaperView } from './paper-view.tsx';
import { openPdf } from './pdf/open-pdf.ts';
import { useOpenedPdf } from './use-opened-pdf.ts';

/** The pages of a PDF that lies in the vault, whatever it is of. */
export function StoredPdf({
  sha256,
  waiting,
}: {
  readonly sha256: string;
  /** Said while it is being opened. */
  readonly waiting: string;
}): ReactNode {
  const words = useFaultWords();
  const { pdf, fault } = useOpenedPdf(sha256, openPdf, 0);
  if (fault) return <StatusText tone="over">{words(fault).short}</StatusText>;
  return (
    <div className="paper-stored">
      {pdf ? <PaperView pages={pdf.pages} /> : <p role="status">{waiting}</p>}
    </div>
  );
}
