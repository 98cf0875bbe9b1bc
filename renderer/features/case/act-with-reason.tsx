import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';

export interface ActWithReasonProps {
  readonly id: CaseId;
  /** What the button says, and the form that asks for the reason. */
  readonly words: string;
  readonly command: (reason: string) => CaseCommand;
  /** What the line is called where it is no reason. */
  readonly label?: string | undefined;
  readonly rank?: 'default' | 'filled' | undefined;
  /** Whose words a refusal may need. */
  readonly procedure?: Procedure | undefined;
  /** What else is asked, above the reason. */
  readonly children?: ReactNode;
}

/** Something done to a case that has to say why: the button opens a line to write it on. */
export function ActWithReason(props: ActWithReasonProps): ReactNode {
  const { id, words, command, label, rank = 'default', procedure, children } = props;
  const { t } = useTranslation('case');
  const desk = useDesk();
  const faultWords = useFaultWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<AnyFault | null>(null);
  const leave = (): void => {
    setOpen(false);
    setFault(null);
  };
  const submit = async (): Promise<void> => {
    const done = await desk.submitCase(id, command(reason));
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    setReason('');
    leave();
  };
  if (!open) {
    return (
      <ActButton size="small" rank={rank} onClick={() => setOpen(true)}>
        {words}
      </ActButton>
    );
  }
  return (
    <Asking words={words} onLeave={leave}>
      {children}
      <label>
        {label ?? t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          autoFocus
          maxLength={2000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </label>
      {fault && <p role="alert">{faultWords(fault, procedure).short}</p>}
      <div className="case-step-acts">
        <ActButton size="small" rank="filled" onClick={() => void submit()}>
          {words}
        </ActButton>
        <ActButton size="small" onClick={leave}>
          {t('notNow')}
        </ActButton>
      </div>
    </Asking>
  );
}

function Asking({
  words,
  onLeave,
  children,
}: {
  readonly words: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('case');
  const form = useRef<HTMLDivElement>(null);
  useLeave(t('notNow'), onLeave, form);
  return (
    <div className="case-ask" role="group" aria-label={words} ref={form}>
      {children}
    </div>
  );
}
