import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { AskReasonDialog } from './ask-reason-dialog.tsx';

export interface EarlyLockDialogProps {
  readonly period: PlainMonth;
  /** The month in words, and the one that takes in what comes after the lock. */
  readonly month: string;
  readonly next: string;
  readonly onLock: (reason: string) => void;
  readonly onKeep: () => void;
}

/** A month that is not over is locked only by somebody who has read what that means, and says why. */
export function EarlyLockDialog({ period, month, next, onLock, onKeep }: EarlyLockDialogProps): ReactNode {
  const { t } = useTranslation('month');
  return (
    <AskReasonDialog
      place={{ form: 'lock-month', of: period }}
      words={{
        ...{ title: t('early.title', { month }), what: t('early.what', { month, next }) },
        ...{ reason: t('early.reason'), missing: t('early.reasonMissing') },
        ...{ act: t('early.lock', { month }), keep: t('early.keep') },
      }}
      onAct={onLock}
      onKeep={onKeep}
    />
  );
}
