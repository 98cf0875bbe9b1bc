import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ownDutyDue } from '#shared/case/overrides.ts';
import { dateOf } from '#shared/core/instant.ts';
import { addMonths, type PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage } from '#shared/core/text.ts';
import { duePeriods, periodOf } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { findPeriodPaper, type PeriodPaper } from '#shared/reports/period.papers.ts';
import { periodInWords, recentPeriods } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { PaperFrame } from './paper-frame.tsx';
import { openPdf } from './pdf/open-pdf.ts';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { PeriodChoice } from './period-choice.tsx';
import { useOpenedPdf } from './use-opened-pdf.ts';
import { usePeriodDocument } from './use-period-document.ts';
import { usePrintDesk } from './use-print-desk.ts';

export interface PeriodPaperPageProps {
  readonly procedure: string;
  /** Id of the report, or of the form. */
  readonly paper: string;
  readonly onBack: () => void;
  /** How a PDF is opened; a test that has no canvas brings its own. */
  readonly opens?: OpenPdf | undefined;
}

/** Two years of months; more of what is longer does no harm. */
const MOST_PERIODS = 24;
/** Cases of the paper books are entered with the day they were received, which may lie before the founding. */
const MONTHS_BEFORE = 12;

/** A register or a report over all cases of a period: the very PDF that will be printed, and the printer beside it. */
export function PeriodPaperPage({ procedure: id, paper: name, ...rest }: PeriodPaperPageProps): ReactNode {
  const { t } = useTranslation('paper');
  const { procedures } = useOpenDesk();
  const procedure = procedures.find(each => each.id === id);
  const paper = procedure && findPeriodPaper(procedure, name);
  useHotkeys([['Escape', rest.onBack]]);
  const back = (
    <ActButton rank="text" size="small" icon={<IconArrowLeft size={18} aria-hidden />} onClick={rest.onBack}>
      {t('period.back')}
    </ActButton>
  );
  if (!procedure || !paper)
    return (
      <EmptyState title={t('noCase.form', { form: name })} nearby={t('period.formNearby')} acts={back} />
    );
  return <Opened {...{ procedure, paper, back }} opens={rest.opens ?? openPdf} />;
}

interface OpenedProps {
  readonly procedure: Procedure;
  readonly paper: PeriodPaper;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

/** What is owed first is opened first: of a report that is due, the period that just ended. */
function useFirstDay(
  { procedure, paper }: Pick<OpenedProps, 'procedure' | 'paper'>,
  today: PlainDate,
): PlainDate {
  const { calendar, office } = useOpenDesk();
  const duty = procedure.duties.find(({ report }) => report !== undefined && report === paper.report?.id);
  if (!duty) return today;
  const dueFor = ownDutyDue(procedure.id, duty, office);
  return duePeriods(duty, today, calendar, dueFor)[0]?.from ?? today;
}

function Opened({ procedure, paper, back, opens }: OpenedProps): ReactNode {
  const { t, i18n } = useTranslation('paper');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { office } = useOpenDesk();
  const today = dateOf(useNow());
  const first = useFirstDay({ procedure, paper }, today);
  const [period, setPeriod] = useState<Period>(paper.period);
  const [day, setDay] = useState<PlainDate>(first);
  const [tries, setTries] = useState(0);
  const since = addMonths(dateOf(office.foundedAt), -MONTHS_BEFORE);
  const all = recentPeriods(period, today, since, MOST_PERIODS);
  const at = all.find(({ from, to }) => from <= day && day <= to) ?? periodOf(day, period);
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
          title: t('period.title'),
          content: (
            <PeriodChoice
              {...{ period, all, at }}
              free={paper.free}
              onPeriod={kind => {
                setPeriod(kind);
                setDay(first);
              }}
              onDay={setDay}
            />
          ),
        },
      ]}
      notes={null}
      shown={document?.sha256}
      fault={fault}
      onAgain={() => setTries(tries + 1)}
    />
  );
}
