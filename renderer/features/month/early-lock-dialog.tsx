import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskReasonDialog } from './ask-reason-dialog.tsx';
import type { CloseWords } from './close-words.ts';

export interface EarlyLockDialogProps extends CloseWords {
  /** What takes in what comes after the lock. */
  readonly next: string;
  readonly onLock: (reason: string) => void;
  readonly onKeep: () => void;
}

/** A month or period that is not over is closed only by somebody who has read what that means, and says why. */
export function EarlyLockDialog({ at, of, what, next, onLock, onKeep }: EarlyLockDialogProps): ReactNode {
  const { t } = useTranslation('month');
  return (
    <AskReasonDialog
      place={{ form: 'lock-month', of }}
      words={{
        ...{ title: t(`${at}.early.title`, { what }), what: t(`${at}.early.what`, { what, next }) },
        ...{ reason: t(`${at}.early.reason`), missing: t(`${at}.early.reasonMissing`) },
        ...{ act: t(`${at}.early.lock`, { what }), keep: t(`${at}.early.keep`) },
      }}
      onAct={onLock}
      onKeep={onKeep}
    />
  );
}
