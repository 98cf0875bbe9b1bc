import { useId, useState, type ReactNode } from 'react';
import { useFormDraft, type FormPlace } from '#renderer/db/live/use-form-draft.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { FieldError } from '#renderer/ui/notice/field-error.tsx';

export interface ReasonWords {
  readonly title: string;
  readonly what: string;
  readonly reason: string;
  readonly missing: string;
  readonly act: string;
  readonly keep: string;
}

export interface AskReasonDialogProps {
  readonly words: ReasonWords;
  /** What is written and not sent off stays as a draft. */
  readonly place: FormPlace;
  readonly onAct: (reason: string) => void;
  readonly onKeep: () => void;
}

const LONGEST_REASON = 2000;

/** Something about a month that is done only with a reason. */
export function AskReasonDialog({ words, place, onAct, onKeep }: AskReasonDialogProps): ReactNode {
  const id = useId();
  const draft = useFormDraft(place, { reason: '' });
  const { reason } = draft.texts;
  const [missing, setMissing] = useState(false);
  const act = (): void => {
    const text = reason.trim();
    if (text === '') {
      setMissing(true);
      document.getElementById(id)?.focus();
    } else {
      void draft.drop();
      onAct(text);
    }
  };
  return (
    <Dialog
      open
      onClose={onKeep}
      title={words.title}
      width={32}
      acts={
        <>
          <ActButton rank="filled" onClick={act}>
            {words.act}
          </ActButton>
          <ActButton onClick={onKeep}>{words.keep}</ActButton>
        </>
      }
    >
      <p>{words.what}</p>
      <div className="month-reason">
        <label htmlFor={id}>{words.reason}</label>
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
            draft.write({ reason: event.currentTarget.value });
            setMissing(false);
          }}
        />
        <div className="month-reason-error" id={`${id}e`}>
          {missing && <FieldError title={words.missing} />}
        </div>
      </div>
    </Dialog>
  );
}
