import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { findPeriodPaper, type PeriodPaper } from '#shared/reports/period.papers.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { PaperFrame } from './paper-frame.tsx';
import { openPdf } from './pdf/open-pdf.ts';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { PeriodChoice } from './period-choice.tsx';
import { useOpenedPdf } from './use-opened-pdf.ts';
import { usePeriodChoice, type ChosenPeriod } from './use-period-choice.ts';
import { usePeriodDocument } from './use-period-document.ts';
import { usePrintDesk } from './use-print-desk.ts';

export interface PeriodPaperPageProps {
  readonly procedure: string;
  /** Id of the report, or of the form. */
  readonly paper: string;
  /** The period it opens at; else the one that is owed. */
  readonly at?: ChosenPeriod | undefined;
  readonly onBack: () => void;
  /** How a PDF is opened; a test that has no canvas brings its own. */
  readonly opens?: OpenPdf | undefined;
}

/** A register or a report over all cases of a period: the very PDF that will be printed, and the printer beside it. */
export function PeriodPaperPage({ procedure: id, paper: name, ...rest }: PeriodPaperPageProps): ReactNode {
  const { t } = useTranslation('paper');
  const { procedures } = useOpenDesk();
  const procedure = procedures.find(each => each.id === id);
  const paper = procedure && findPeriodPaper(procedure, name);
  const back = <BackButton onBack={rest.onBack}>{t('period.back')}</BackButton>;
  if (!procedure || !paper)
    return (
      <EmptyState title={t('noCase.form', { form: name })} nearby={t('period.formNearby')} acts={back} />
    );
  return <Opened {...{ procedure, paper, back }} begin={rest.at} opens={rest.opens ?? openPdf} />;
}

interface OpenedProps {
  readonly procedure: Procedure;
  readonly paper: PeriodPaper;
  readonly back: ReactNode;
  readonly begin: ChosenPeriod | undefined;
  readonly opens: OpenPdf;
}

function Opened({ procedure, paper, back, begin, opens }: OpenedProps): ReactNode {
  const { t, i18n } = useTranslation('paper');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const chosen = usePeriodChoice(procedure, paper, begin);
  const { period, at } = chosen;
  const [tries, setTries] = useState(0);
  const asked = { procedure: procedure.id, paper: paper.id, period, day: at.from };
  const { document, fault } = usePeriodDocument(asked, tries);
  const pdf = useOpenedPdf(document?.sha256, opens, tries);
  const title = inLanguage(paper.name, language);
  const people = paper.form.copies.map(copy => inLanguage(copy, language));
  const desk = usePrintDesk({
    printable: document && {
      ...{ key: document.sha256, sha256: document.sha256, pages: document.pages, jobTitle: paper.id },
    },
    usualCopies: Math.max(1, people.length),
    fileName: t('print.fileName', { form: paper.id, number: at.id }),
  });
  return (
    <PaperFrame
      back={back}
      title={title}
      sub={
        <span className="num">
          {periodInWords(period, at, language)} {document && t('pages', { count: document.pages })}
        </span>
      }
      desk={desk}
      pdf={pdf}
      hint={people.length > 0 ? t('print.forWhom', { copies: people.join(t('print.separator')) }) : undefined}
      column={t('period.column')}
      before={[
        {
          id: 'period',
          panelKey: 'F7',
          title: t('period.title'),
          content: <PeriodChoice {...chosen} note={t('period.note')} />,
        },
      ]}
      notes={null}
      shown={document?.sha256}
      fault={fault}
      onAgain={() => setTries(tries + 1)}
    />
  );
}
