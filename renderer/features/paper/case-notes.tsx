import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import { replacementOf } from '#shared/case/live-papers.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import type { MissingPlace } from '#shared/documents/paper.model.ts';
import { printedPaper } from '#shared/documents/print-text.ts';
import { paperOf, type PaperSubject } from '#shared/documents/case.paper.ts';
import { SetAnewNote } from '#renderer/features/signing/index.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { isCorrectedSince } from './current-document.ts';
import { MissingNote, WarningNotes } from './paper-notes.tsx';
import type { CaseDocument } from './use-document.ts';

export interface CaseNotesProps {
  readonly shown: CaseDocument;
  readonly subject: PaperSubject;
  readonly events: readonly CaseEvent[];
  readonly onAsk: (document: DocumentId | undefined) => void;
}

/** What should be known before printing: that it is an old or an outside one, or that something could not be set. */
export function CaseNotes({ shown, subject, events, onAsk }: CaseNotesProps): ReactNode {
  const { document, isCurrent, warnings } = shown;
  const missing = useMissing(subject, shown);
  return (
    <>
      {document && !isCurrent && <OldNote {...{ document, subject }} onPresent={() => onAsk(undefined)} />}
      {document?.outside && <OutsideNote {...{ document, isCurrent, subject, events, onAsk }} />}
      {document && isCurrent && (
        <SetAnewNote state={subject.state} document={document} onShow={({ id }) => onAsk(id)} />
      )}
      <MissingNote places={missing} fields={subject.procedure.fields} />
      <WarningNotes codes={warnings} />
    </>
  );
}

/** Characters of the case that the fonts of papers lack; of an old document nothing is known any more. */
function useMissing(subject: PaperSubject, { document, isCurrent }: CaseDocument): readonly MissingPlace[] {
  return useMemo(
    () =>
      document && isCurrent && !document.outside
        ? printedPaper(paperOf(subject, document.id, document.madeAt), bundledFonts).missing
        : [],
    [subject, document, isCurrent],
  );
}

function OldNote({
  document,
  subject,
  onPresent,
}: {
  readonly document: DocumentState;
  readonly subject: PaperSubject;
  readonly onPresent: () => void;
}): ReactNode {
  const { t } = useTranslation('paper');
  const { t: ui } = useTranslation('ui');
  const replaced = replacementOf(subject.state, document) !== undefined;
  return (
    <Note
      tone="soon"
      act={
        <ActButton size="small" onClick={onPresent}>
          {t(replaced ? 'outside.present' : 'old.act')}
        </ActButton>
      }
    >
      {replaced
        ? t('outside.superseded')
        : t('old.words', { day: monthDay(ui, dateOf(document.madeAt)), time: timeOf(document.madeAt) })}
    </Note>
  );
}

interface OutsideNoteProps extends Omit<CaseNotesProps, 'shown'> {
  readonly document: DocumentState;
  readonly isCurrent: boolean;
}

function OutsideNote({ document, isCurrent, subject, events, onAsk }: OutsideNoteProps): ReactNode {
  const { t } = useTranslation('paper');
  const { t: ui } = useTranslation('ui');
  const { outside, madeAt } = document;
  const corrected = useMemo(
    () => isCurrent && isCorrectedSince(subject, events),
    [isCurrent, subject, events],
  );
  if (!outside) return null;
  const when = { day: monthDay(ui, dateOf(madeAt)), time: timeOf(madeAt) };
  return (
    <Note
      tone="soon"
      act={
        <ActButton size="small" onClick={() => onAsk(outside.replaces)}>
          {t('outside.original')}
        </ActButton>
      }
    >
      <p>{t('outside.shown', { ...when, by: outside.by, reason: outside.reason })}</p>
      {corrected && <p>{t('outside.corrected')}</p>}
      {isCurrent && <p className="paper-quiet">{t('outside.back')}</p>}
    </Note>
  );
}
