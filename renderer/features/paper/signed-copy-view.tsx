import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedCopy, type SignedCopySubject } from '#renderer/features/signing/index.ts';
import { PaperFrame } from './paper-frame.tsx';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { useOpenedPdf } from './use-opened-pdf.ts';
import { usePrintDesk } from './use-print-desk.ts';

export interface SignedCopyViewProps {
  readonly subject: SignedCopySubject;
  readonly title: string;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

/** The signed file with 签字页 behind it. Printing it is no print of the paper: the paper itself is not marked. */
export function SignedCopyView({ subject, title, back, opens }: SignedCopyViewProps): ReactNode {
  const { t } = useTranslation('signing');
  const { t: paper } = useTranslation('paper');
  const [tries, setTries] = useState(0);
  const { made, fault } = useSignedCopy(subject, tries);
  const pdf = useOpenedPdf(made?.sha256, opens, tries);
  const { form, number } = subject;
  const name = t('copy.title', { name: title });
  const desk = usePrintDesk({
    printable: made && { key: made.sha256, sha256: made.sha256, pages: made.pages, jobTitle: name },
    usualCopies: 1,
    // A file name tells nobody who signed.
    fileName: t('copy.fileName', { form: form.id, number }),
  });
  return (
    <PaperFrame
      title={name}
      sub={
        <span className="num">
          {number} {made && paper('pages', { count: made.pages })}
        </span>
      }
      back={back}
      column={t('copy.column')}
      desk={desk}
      pdf={pdf}
      hint={t('copy.note')}
      notes={null}
      shown={made?.sha256}
      fault={fault}
      onAgain={() => setTries(tries + 1)}
    />
  );
}
