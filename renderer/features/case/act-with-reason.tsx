import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface ActWithReasonProps {
  readonly id: CaseId;
  /** What the button says, and the form that asks for the reason. */
  readonly words: string;
  readonly command: (reason: string) => CaseCommand;
  /** What else is asked, above the reason. */
  readonly children?: ReactNode;
}

/** Something done to a case that has to say why: the button opens a line to write it on. */
export function ActWithReason({ id, words, command, children }: ActWithReasonProps): ReactNode {
  const { t } = useTranslation('case');
  const desk = useDesk();
  const faultWords = useFaultWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<AnyFault | null>(null);
  const submit = async (): Promise<void> => {
    const done = await desk.submitCase(id, command(reason));
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    setOpen(false);
    setReason('');
    setFault(null);
  };
  if (!open) {
    return (
      <ActButton size="small" onClick={() => setOpen(true)}>
        {words}
      </ActButton>
    );
  }
  return (
    <div
      className="case-ask"
      role="group"
      aria-label={words}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      {children}
      <label>
        {t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          autoFocus
          maxLength={2000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </label>
      {fault && <p role="alert">{faultWords(fault).short}</p>}
      <div className="case-step-acts">
        <ActButton size="small" rank="filled" onClick={() => void submit()}>
          {words}
        </ActButton>
        <ActButton size="small" onClick={() => setOpen(false)}>
          {t('notNow')}
        </ActButton>
      </div>
    </div>
  );
}
