import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { inLanguage } from '#shared/core/text.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import type { MissingPlace } from '#shared/documents/paper.model.ts';
import { printedPaper } from '#shared/documents/print-text.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import './case-paper.css';
import { paperOf, paperWhenMade, type PaperSubject } from './current-document.ts';
import { PaperView } from './paper-view.tsx';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { PrintActs } from './print-acts.tsx';
import { PrintFields } from './print-fields.tsx';
import { PrintHistory } from './print-history.tsx';
import { readCopies } from './print-order.ts';
import { useDocument, type CaseDocument } from './use-document.ts';
import { useOpenedPdf, type PdfState } from './use-opened-pdf.ts';
import { usePrintDesk, type PrintDesk } from './use-print-desk.ts';
import { WordCopy } from './word-copy.tsx';

export interface CasePaperProps {
  readonly subject: PaperSubject;
  readonly events: readonly CaseEvent[];
  /** The document to show; undefined for what the case says now. */
  readonly asked: DocumentId | undefined;
  readonly onAsk: (document: DocumentId | undefined) => void;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

export function CasePaper({ subject, events, asked, onAsk, back, opens }: CasePaperProps): ReactNode {
  const { t, i18n } = useTranslation('paper');
  const [tries, setTries] = useState(0);
  const shown = useDocument(subject, events, asked, tries);
  const { document } = shown;
  const pdf = useOpenedPdf(document?.sha256, opens, tries);
  const { state, form } = subject;
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const title = inLanguage(form.name, language);
  // A file name tells nobody who complained.
  const fileName = t('print.fileName', { form: form.id, number: state.number });
  const desk = usePrintDesk({
    caseId: state.id,
    document,
    usualCopies: Math.max(1, form.copies.length),
    fileName,
  });
  const people = form.copies.map(copy => inLanguage(copy, language));
  const forWhom =
    people.length > 0 ? t('print.forWhom', { copies: people.join(t('print.separator')) }) : undefined;
  const documents = state.documents.filter(other => other.form === form.id);

  return (
    <>
      <PageHead
        above={back}
        title={title}
        sub={
          <span className="num">
            {state.number} {document && t('pages', { count: document.pages })}
          </span>
        }
        actions={<span className="paper-quiet">{t('truth')}</span>}
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
                content: desk.printers.list && (
                  <PrintFields
                    {...desk}
                    printers={desk.printers.list}
                    forWhom={forWhom}
                    onChange={desk.change}
                    onLook={desk.printers.look}
                  />
                ),
              },
              {
                id: 'history',
                title: t('history.title'),
                amount: timesWords(t, documents),
                content: <PrintHistory documents={documents} shown={document} onShow={onAsk} />,
              },
              {
                id: 'word',
                title: t('word.title'),
                content: document && (
                  <WordCopy
                    key={document.id}
                    name={fileName}
                    paper={() => paperWhenMade(subject, events, document)}
                  />
                ),
              },
            ]}
            foot={<Acts desk={desk} ready={pdf.pdf !== undefined} />}
          />
        }
      >
        <div className="paper-main">
          <Notes shown={shown} subject={subject} onPresent={() => onAsk(undefined)} />
          <Preview shown={shown} pdf={pdf} onAgain={() => setTries(tries + 1)} />
        </div>
      </PageColumns>
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<'paper'>>['t'];

function timesWords(t: Translate, documents: readonly DocumentState[]): string | undefined {
  const times = documents.reduce((sum, document) => sum + document.prints.length, 0);
  return times > 0 ? t('history.times', { times }) : undefined;
}

const Acts = ({ desk, ready }: { readonly desk: PrintDesk; readonly ready: boolean }): ReactNode => (
  <PrintActs
    printing={desk.printing}
    noPrinter={desk.printers.list?.length === 0}
    ready={ready}
    copies={readCopies(desk.copies) ?? 1}
    onPrint={desk.print}
    onSave={desk.save}
  />
);

/** Characters of the case that the fonts of papers lack; of an old document nothing is known any more. */
function useMissing(subject: PaperSubject, { document, isCurrent }: CaseDocument): readonly MissingPlace[] {
  return useMemo(
    () =>
      document && isCurrent
        ? printedPaper(paperOf(subject, document.id, document.madeAt), bundledFonts).missing
        : [],
    [subject, document, isCurrent],
  );
}

/** What should be known before printing: that it is an old one, or that something could not be set as typed. */
function Notes({
  shown,
  subject,
  onPresent,
}: {
  readonly shown: CaseDocument;
  readonly subject: PaperSubject;
  readonly onPresent: () => void;
}): ReactNode {
  const { t } = useTranslation('paper');
  const { t: ui } = useTranslation('ui');
  const { document, isCurrent, warnings } = shown;
  const missing = useMissing(subject, shown);
  const kinds = new Set(
    warnings
      .filter(code => code !== 'character/missing')
      .map(code => (code === 'character/substituted' ? 'substituted' : 'other')),
  );
  return (
    <>
      {document && !isCurrent && (
        <Note
          tone="soon"
          act={
            <ActButton size="small" onClick={onPresent}>
              {t('old.act')}
            </ActButton>
          }
        >
          {t('old.words', { day: monthDay(ui, dateOf(document.madeAt)), time: timeOf(document.madeAt) })}
        </Note>
      )}
      {missing.length > 0 && <MissingNote places={missing} subject={subject} />}
      {[...kinds].map(kind => (
        <Note key={kind} tone="soon">
          {t(`warning.${kind}`)}
        </Note>
      ))}
    </>
  );
}

/** A character of the private area, or of a later Unicode than the window's, has no shape to be known by. */
const nameable = (char: string): string =>
  /^[\p{Co}\p{Cn}]/u.test(char)
    ? `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : char;

/** Which characters the paper shows as 〓, and in which fields they can be put right. */
function MissingNote({
  places,
  subject,
}: {
  readonly places: readonly MissingPlace[];
  readonly subject: PaperSubject;
}): ReactNode {
  const { t, i18n } = useTranslation('paper');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { fields } = subject.procedure;
  // Of a table, the keys of its values go on with row and column.
  const fieldOf = (key: string) =>
    fields.find(field => field.key === key) ??
    fields.find(field => field.columns && key.startsWith(`${field.key}_`));
  const where = places.map(({ key, around }) => {
    const field = key === '' ? undefined : fieldOf(key);
    return field
      ? t('missing.inField', { field: inLanguage(field.label, language), around })
      : t('missing.elsewhere', { around });
  });
  const chars = [...new Set(places.flatMap(place => place.chars.map(nameable)))];
  return (
    <Note tone="soon">
      {t('missing.words', {
        chars: chars.join(t('print.separator')),
        where: where.join(t('missing.separator')),
      })}
    </Note>
  );
}

function Preview({
  shown,
  pdf,
  onAgain,
}: {
  readonly shown: CaseDocument;
  readonly pdf: PdfState;
  readonly onAgain: () => void;
}): ReactNode {
  const { t } = useTranslation('paper');
  const faultWords = useFaultWords();
  const fault = shown.fault ?? pdf.fault;
  if (fault) {
    return (
      <div className="paper-fault">
        <FaultNotice
          title={t('notMade', { what: faultWords(fault).what })}
          fault={fault}
          acts={
            <ActButton rank="filled" onClick={onAgain}>
              {t('again')}
            </ActButton>
          }
        />
      </div>
    );
  }
  if (pdf.pdf) return <PaperView key={shown.document?.id} pages={pdf.pdf.pages} />;
  return (
    <p className="paper-making" role="status">
      {shown.document ? t('opening') : t('making')}
    </p>
  );
}
