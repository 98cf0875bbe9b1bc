import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import { documentNumber } from '#shared/case/document.decide.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { inLanguage } from '#shared/core/text.ts';
import { signPlaces } from '#shared/signing/sign-places.ts';
import type { PaperSubject } from '#shared/documents/case.paper.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useIdentity } from '#renderer/features/identity/index.ts';
import { PadSignatures } from '#renderer/features/signing/index.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { CaseNotes } from './case-notes.tsx';
import { casePrintable } from './case-printable.ts';
import { paperWhenMade } from './current-document.ts';
import { OutsideFile, type OutsideDraft } from './outside-file.tsx';
import { PaperFrame } from './paper-frame.tsx';
import type { OpenPdf } from './pdf/pdf.types.ts';
import { PaperView } from './paper-view.tsx';
import { PrintHistory } from './print-history.tsx';
import { SignedCopyView } from './signed-copy-view.tsx';
import { useDocument } from './use-document.ts';
import { useOpenedPdf } from './use-opened-pdf.ts';
import { usePrintDesk } from './use-print-desk.ts';
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

/** The paper, or, while somebody looks at that, the copy of it with the sheet of its signatures. */
export function CasePaper(props: CasePaperProps): ReactNode {
  const { t, i18n } = useTranslation('signing');
  const [copied, setCopied] = useState<DocumentState>();
  const { procedure, state, form, office } = props.subject;
  const isCovered = useIdentity(procedure, state).covered.size > 0;
  if (!copied || isCovered) return <TheDocument {...props} onCopy={setCopied} />;
  return (
    <SignedCopyView
      subject={{
        ...{ office: office.name, form, document: copied },
        number: documentNumber(procedure, form.id, state) || state.number,
      }}
      title={inLanguage(form.name, i18n.language === 'en' ? 'en' : 'zh-CN')}
      back={<BackButton onBack={() => setCopied(undefined)}>{t('copy.back')}</BackButton>}
      opens={props.opens}
    />
  );
}

interface TheDocumentProps extends CasePaperProps {
  readonly onCopy: (document: DocumentState) => void;
}

function TheDocument(props: TheDocumentProps): ReactNode {
  const { subject, events, asked, onAsk, onCopy, back, opens } = props;
  const { t, i18n } = useTranslation('paper');
  const { t: signing } = useTranslation('signing');
  const theDesk = useDesk();
  const [tries, setTries] = useState(0);
  const [draft, setDraft] = useState<OutsideDraft | null>(null);
  const shown = useDocument(subject, events, asked, tries);
  const { document } = shown;
  const pdf = useOpenedPdf(document?.sha256, opens, tries);
  const { state, form } = subject;
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const title = inLanguage(form.name, language);
  // A file name tells nobody who complained.
  const fileName = t('print.fileName', { form: form.id, number: state.number });
  const desk = usePrintDesk({
    printable:
      document && casePrintable(theDesk, state.id, document, made => paperWhenMade(subject, events, made)),
    usualCopies: Math.max(1, form.copies.length),
    fileName,
  });
  const people = form.copies.map(copy => inLanguage(copy, language));
  const forWhom =
    people.length > 0 ? t('print.forWhom', { copies: people.join(t('print.separator')) }) : undefined;
  const documents = state.documents.filter(other => other.form === form.id);

  return (
    <PaperFrame
      back={back}
      title={title}
      sub={
        <span className="num">
          {state.number} {document && t('pages', { count: document.pages })}{' '}
          {document?.outside && <strong>{t('outside.mark')}</strong>}
        </span>
      }
      desk={desk}
      pdf={pdf}
      hint={forWhom}
      before={
        document && signPlaces(form).length > 0
          ? [
              {
                id: 'sign',
                title: signing('section'),
                content: (
                  <PadSignatures
                    {...{ procedure: subject.procedure, state, form, document }}
                    isCurrent={shown.isCurrent}
                    text={pdf.pdf && <PaperView pages={pdf.pdf.pages} />}
                    onCopy={() => onCopy(document)}
                  />
                ),
              },
            ]
          : []
      }
      more={[
        {
          id: 'history',
          panelKey: 'F7',
          title: t('history.title'),
          amount: timesWords(t, documents),
          content: <PrintHistory caseId={state.id} documents={documents} shown={document} onShow={onAsk} />,
        },
        ...(document && !document.outside
          ? [
              {
                id: 'word',
                title: t('word.title'),
                content: (
                  <WordCopy
                    key={document.id}
                    name={fileName}
                    paper={() => paperWhenMade(subject, events, document)}
                  />
                ),
              },
            ]
          : []),
        ...(document && shown.isCurrent
          ? [
              {
                id: 'outside',
                title: t('outside.title'),
                content: (
                  <OutsideFile
                    {...{ caseId: state.id, document, draft, onDraft: setDraft }}
                    onTaken={() => onAsk(undefined)}
                  />
                ),
              },
            ]
          : []),
      ]}
      notes={<CaseNotes {...{ shown, subject, events, onAsk }} />}
      shown={document?.id}
      fault={shown.fault}
      onAgain={() => setTries(tries + 1)}
    />
  );
}

type Translate = ReturnType<typeof useTranslation<'paper'>>['t'];

function timesWords(t: Translate, documents: readonly DocumentState[]): string | undefined {
  const times = documents.reduce((sum, document) => sum + document.prints.length, 0);
  return times > 0 ? t('history.times', { times }) : undefined;
}
