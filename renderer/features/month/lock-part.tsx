import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import { APPROVES_LOCKS } from '#shared/case/month-lock.decide.ts';
import type { LockedMonth, LockProposal } from '#shared/case/office.state.ts';
import type { Language } from '#shared/core/text.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import type { MonthWork } from './use-month.ts';

export interface LockPartProps {
  /** The month in words. */
  readonly month: string;
  readonly proposal: LockProposal | undefined;
  readonly locked: LockedMonth | undefined;
  readonly work: MonthWork;
  readonly language: Language;
}

/** Where the lock of a month stands between who proposes it and who approves it. */
export function LockPart({ month, proposal, locked, work, language }: LockPartProps): ReactNode {
  const { t } = useTranslation('month');
  const { me } = useOpenDesk();
  const [sendingBack, setSendingBack] = useState(false);
  if (locked) {
    const { askedBy, approvedBy, by } = locked;
    if (approvedBy === undefined) return null;
    const who = { by, asked: askedBy, approved: approvedBy };
    return (
      <p className="month-approval">{t(askedBy === undefined ? 'approval.alone' : 'approval.both', who)}</p>
    );
  }
  if (!proposal) return null;
  const { refused } = proposal;
  const asked = { person: proposal.by.name, when: writtenDateTime(proposal.at, language), month };
  if (refused) {
    const when = writtenDateTime(refused.at, language);
    return (
      <div className="month-sent-back">
        <Note tone="soon">
          {t('approval.refused', { ...asked, by: refused.by, when, reason: refused.reason })}
        </Note>
      </div>
    );
  }
  return (
    <section className="month-approval" aria-label={t('approval.title')}>
      <p>
        {t('approval.waits', asked)}
        {!me.roles.includes(APPROVES_LOCKS) && t('approval.by')}
      </p>
      {me.roles.includes(APPROVES_LOCKS) && (
        <div className="month-approval-acts">
          <ActButton rank="filled" busy={work.busy !== null} onClick={() => void work.answer('given')}>
            {t('approval.give', { month })}
          </ActButton>
          <ActButton busy={work.busy !== null} onClick={() => setSendingBack(true)}>
            {t('approval.refuse')}
          </ActButton>
        </div>
      )}
      {sendingBack && (
        <SendBackDialog
          period={proposal.period}
          month={month}
          onSendBack={reason => {
            setSendingBack(false);
            void work.answer('refused', reason);
          }}
          onKeep={() => setSendingBack(false)}
        />
      )}
    </section>
  );
}
