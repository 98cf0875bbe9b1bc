import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState, DocumentState } from '#shared/case/case.state.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';

/** The version before this one that was signed on the screen, where this one is not signed at all. */
function signedBefore(state: CaseState, document: DocumentState): DocumentState | undefined {
  if (document.padSignatures || document.signedAt !== undefined) return undefined;
  const at = state.documents.indexOf(document);
  return state.documents
    .slice(0, Math.max(0, at))
    .findLast(({ form, voided, padSignatures }) => form === document.form && !voided && padSignatures);
}

/** A signature stays with the file it was given for; set anew, the paper is not signed. */
export function SetAnewNote({
  state,
  document,
  onShow,
}: {
  readonly state: CaseState;
  readonly document: DocumentState;
  readonly onShow: (document: DocumentState) => void;
}): ReactNode {
  const { t } = useTranslation('signing');
  const { t: ui } = useTranslation('ui');
  const before = signedBefore(state, document);
  if (!before) return null;
  const { madeAt } = before;
  return (
    <Note
      tone="soon"
      act={
        <ActButton size="small" onClick={() => onShow(before)}>
          {t('anew.act')}
        </ActButton>
      }
    >
      {t('anew.words', { when: `${monthDay(ui, dateOf(madeAt))} ${timeOf(madeAt)}` })}
    </Note>
  );
}
