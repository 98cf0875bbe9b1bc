import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { FieldError } from '#renderer/ui/notice/field-error.tsx';

export interface EarlyLockDialogProps {
  /** The month in words, and the one that takes in what comes after the lock. */
  readonly month: string;
  readonly next: string;
  readonly onLock: (reason: string) => void;
  readonly onKeep: () => void;
}

const LONGEST_REASON = 2000;

/** A month that is not over is locked only by somebody who has read what that means, and says why. */
export function EarlyLockDialog({ month, next, onLock, onKeep }: EarlyLockDialogProps): ReactNode {
  const { t } = useTranslation('month');
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const lock = (): void => {
    const text = reason.trim();
    if (text === '') {
      setMissing(true);
      document.getElementById(id)?.focus();
    } else onLock(text);
  };
  return (
    <Dialog
      open
      onClose={onKeep}
      title={t('early.title', { month })}
      width={32}
      acts={
        <>
          <ActButton rank="filled" onClick={lock}>
            {t('early.lock', { month })}
          </ActButton>
          <ActButton onClick={onKeep}>{t('early.keep')}</ActButton>
        </>
      }
    >
      <p>{t('early.what', { month, next })}</p>
      <div className="month-reason">
        <label htmlFor={id}>{t('early.reason')}</label>
        <textarea
          autoComplete="off"
          id={id}
          rows={2}
          maxLength={LONGEST_REASON}
          data-autofocus
          aria-invalid={missing || undefined}
          aria-describedby={`${id}e`}
          value={reason}
          onChange={event => {
            setReason(event.currentTarget.value);
            setMissing(false);
          }}
        />
        <div className="month-reason-error" id={`${id}e`}>
          {missing && <FieldError title={t('early.reasonMissing')} />}
        </div>
      </div>
    </Dialog>
  );
}
