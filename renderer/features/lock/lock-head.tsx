import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { fullDay, weekdayWord } from '#renderer/i18n/day-words.ts';

export interface LockHeadProps {
  readonly office: string;
  /** Whether it is locked, and since when. */
  readonly status: string;
}

/** How the ledger stands, whose it is, and what day it is. */
export function LockHead({ office, status }: LockHeadProps): ReactNode {
  const { t } = useTranslation('lock');
  const { t: ui } = useTranslation('ui');
  const today = dateOf(useNow());
  return (
    <div className="lock-head">
      <div className="lock-since">
        <IconLock size={20} aria-hidden />
        {status}
      </div>
      <h1>{office}</h1>
      <div>{t('date', { date: fullDay(ui, today), weekday: weekdayWord(ui, today) })}</div>
    </div>
  );
}
