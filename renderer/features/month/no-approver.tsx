import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { APPROVES_LOCKS } from '#shared/case/close.decide.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { Note } from '#renderer/ui/notice/note.tsx';

/** In an office where nobody may approve, nothing can be closed: who can change that, and where. */
export function NoApprover(): ReactNode {
  const { t } = useTranslation('month');
  const { office, me } = useOpenDesk();
  if (office.people.some(({ roles }) => roles.includes(APPROVES_LOCKS))) return null;
  const administrators = office.people.filter(({ roles }) => roles.includes('administrator'));
  const names = administrators.map(({ name }) => name).join(t('and'));
  return (
    <div className="month-sent-back">
      <Note tone="soon">
        {me.roles.includes('administrator') ? t('noApprover.own') : t('noApprover.ask', { names })}
      </Note>
    </div>
  );
}
