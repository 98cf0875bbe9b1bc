import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { FormDraft } from '#renderer/db/live/use-form-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';

export interface OwnFormProps {
  /** What is set, in words. */
  readonly name: string;
  readonly saveWords: string;
  /** The office's own instead of the pack's; null while what was entered cannot be meant. */
  readonly own: (reason: string) => OfficeCommand | null;
  /** What the pack says, again. */
  readonly back: (reason: string) => OfficeCommand;
  /** For what it holds; without it, for cases received from now on. */
  readonly note?: string;
  /** What is written in it: the reason, and the lines of the form it frames. */
  readonly draft: FormDraft<{ readonly reason: string }>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** What an office sets in the place of the pack's, with the reason. */
export function OwnForm({
  name,
  saveWords,
  own,
  back,
  note,
  draft,
  onDone,
  children,
}: OwnFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const desk = useDesk();
  const { reason } = draft.texts;
  const [fault, setFault] = useState<AnyFault | null>(null);
  const submit = async (command: OfficeCommand | null): Promise<void> => {
    if (command === null) return;
    const done = await desk.submitOffice(command);
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    await draft.drop();
    onDone();
  };
  return (
    <EntryForm
      label={t('setTitle', { name })}
      leave={t('notNow')}
      onLeave={onDone}
      acts={
        <>
          <ActButton rank="filled" onClick={() => void submit(own(reason))}>
            {saveWords}
          </ActButton>
          <ActButton onClick={() => void submit(back(reason))}>{t('giveBack')}</ActButton>
        </>
      }
    >
      {fault && <FaultNotice title={t('notSaved')} fault={fault} />}
      {children}
      <label>
        {t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          value={reason}
          onChange={event => draft.write({ reason: event.currentTarget.value })}
        />
      </label>
      <small>{note ?? t('fromNow')}</small>
    </EntryForm>
  );
}
