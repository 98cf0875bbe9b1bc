import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import { APPROVES_LOCKS } from '#shared/case/close.decide.ts';
import type { LockedMonth, LockProposal } from '#shared/case/office.state.ts';
import type { Language } from '#shared/core/text.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import type { CloseWords } from './close-words.ts';
import { SendBackDialog } from './send-back-dialog.tsx';

export interface LockPartProps {
  readonly words: CloseWords;
  readonly proposal: LockProposal | undefined;
  /** Absent while it is open. */
  readonly closed: { readonly [key in 'by' | 'askedBy' | 'approvedBy']?: LockedMonth[key] } | undefined;
  readonly busy: boolean;
  readonly onGive: () => void;
  readonly onSendBack: (reason: string) => void;
  readonly language: Language;
}

/** Where the lock of a month, or the close of a period, stands between who proposes it and who approves it. */
export function LockPart(props: LockPartProps): ReactNode {
  const { words, proposal, closed, busy, onGive, onSendBack, language } = props;
  const { t } = useTranslation('month');
  const { me } = useOpenDesk();
  const [sendingBack, setSendingBack] = useState(false);
  const { at, what } = words;
  if (closed) {
    const { askedBy, approvedBy, by } = closed;
    if (approvedBy === undefined) return null;
    const who = { by, asked: askedBy, approved: approvedBy };
    return (
      <p className="month-approval">{t(askedBy === undefined ? 'approval.alone' : 'approval.both', who)}</p>
    );
  }
  if (!proposal) return null;
  const { refused } = proposal;
  const asked = { person: proposal.by.name, when: writtenDateTime(proposal.at, language), what };
  if (refused) {
    const when = writtenDateTime(refused.at, language);
    return (
      <div className="month-sent-back">
        <Note tone="soon">
          {t(`${at}.refused`, { ...asked, by: refused.by, when, reason: refused.reason })}
        </Note>
      </div>
    );
  }
  const mayApprove = me.roles.includes(APPROVES_LOCKS);
  return (
    <section className="month-approval" aria-label={t(`${at}.waiting`, { what })}>
      <p>
        {t(`${at}.waits`, asked)}
        {!mayApprove && t('approval.by')}
      </p>
      {mayApprove && (
        <div className="month-approval-acts">
          <ActButton rank="filled" busy={busy} onClick={onGive}>
            {t(`${at}.give`, { what })}
          </ActButton>
          <ActButton busy={busy} onClick={() => setSendingBack(true)}>
            {t('approval.refuse')}
          </ActButton>
        </div>
      )}
      {sendingBack && (
        <SendBackDialog
          {...words}
          onSendBack={reason => {
            setSendingBack(false);
            onSendBack(reason);
          }}
          onKeep={() => setSendingBack(false)}
        />
      )}
    </section>
  );
}
