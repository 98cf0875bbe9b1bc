import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_NAME, MOST_REMARK } from '#shared/attachments/attachment.media.ts';
import type { AttachmentState } from '#shared/case/case.state.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { useFormDraft, useIsResumed, type FormDraft } from '#renderer/db/live/use-form-draft.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';
import { momentWords, sizeWords } from './size-words.ts';
import { Thumbnail } from './thumbnail.tsx';

export interface AttachmentLineProps {
  readonly id: CaseId;
  readonly attachment: AttachmentState;
  /** Nothing of the case is changed any more. */
  readonly readOnly: boolean;
  readonly onOpen: () => void;
}

/** One file of a case: what it is, who brought it in, and what can be done with it. */
export function AttachmentLine({ id, attachment, readOnly, onOpen }: AttachmentLineProps): ReactNode {
  const { t } = useTranslation('attachments');
  const { t: ui } = useTranslation('ui');
  const ofThis = { of: attachment.id, case: id };
  const describesOn = useIsResumed({ form: 'describe-attachment', ...ofThis });
  const removesOn = useIsResumed({ form: 'remove-attachment', ...ofThis });
  const [asking, setAsking] = useState<'describe' | 'remove' | null>(
    describesOn ? 'describe' : removesOn ? 'remove' : null,
  );
  const { name, remark, kind, bytes, at, by, madeAt, recorded } = attachment;
  const isAudio = kind === 'audio';
  const told = { kind: t(`kind.${kind}`), size: sizeWords(t, bytes), when: momentWords(ui, at), by };
  return (
    <li className="attach-line">
      <Thumbnail attachment={attachment} />
      <div className="attach-told">
        <strong>{name}</strong>
        <small>
          {t(recorded ? 'lineRecorded' : 'line', told)}
          {madeAt !== undefined && !recorded && ` ${t('made', { when: momentWords(ui, madeAt) })}`}
        </small>
        {remark !== '' && <p>{remark}</p>}
      </div>
      <div className="attach-acts">
        <ActButton size="small" aria-label={t(isAudio ? 'listenOf' : 'openOf', { name })} onClick={onOpen}>
          {t(isAudio ? 'listen' : 'open')}
        </ActButton>
        {!readOnly && asking === null && (
          <>
            <ActButton size="small" rank="text" onClick={() => setAsking('describe')}>
              {t('describe')}
            </ActButton>
            <ActButton size="small" rank="text" onClick={() => setAsking('remove')}>
              {t('remove')}
            </ActButton>
          </>
        )}
      </div>
      {asking === 'describe' && <Describing {...{ id, attachment }} onDone={() => setAsking(null)} />}
      {asking === 'remove' && <Removing {...{ id, attachment }} onDone={() => setAsking(null)} />}
    </li>
  );
}

interface AskingProps {
  readonly id: CaseId;
  readonly attachment: AttachmentState;
  readonly onDone: () => void;
}

interface AskProps extends Pick<AskingProps, 'id' | 'onDone'> {
  readonly label: string;
  readonly act: string;
  readonly leave: string;
  readonly command: () => CaseCommand;
  readonly draft: Pick<FormDraft<Record<string, string>>, 'drop'>;
  readonly children: ReactNode;
}

function Ask({ id, label, act, leave, command, draft, onDone, children }: AskProps): ReactNode {
  const desk = useDesk();
  const words = useFaultWords();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useLeave(leave, onDone, form);
  const submit = async (): Promise<void> => {
    const done = await desk.submitCase(id, command());
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    await draft.drop();
    onDone();
  };
  return (
    <div className="attach-ask" role="group" aria-label={label} ref={form}>
      {children}
      {fault && <p role="alert">{words(fault).short}</p>}
      <div className="attach-acts">
        <ActButton size="small" rank="filled" onClick={() => void submit()}>
          {act}
        </ActButton>
        <ActButton size="small" onClick={onDone}>
          {leave}
        </ActButton>
      </div>
    </div>
  );
}

function Describing({ id, attachment, onDone }: AskingProps): ReactNode {
  const { t } = useTranslation('attachments');
  const { name: nameNow, remark: remarkNow } = attachment;
  const draft = useFormDraft(
    { form: 'describe-attachment', of: attachment.id, case: id },
    { name: nameNow, remark: remarkNow },
  );
  const { name, remark } = draft.texts;
  return (
    <Ask
      {...{ id, draft, onDone }}
      label={t('describe')}
      act={t('keep')}
      leave={t('notNow')}
      command={() => ({ type: 'describe-attachment', attachment: attachment.id, name, remark })}
    >
      <label>
        {t('name')}
        <input
          autoComplete="off"
          autoFocus
          maxLength={MOST_NAME}
          value={name}
          onChange={event => draft.write({ name: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('remark')}
        <textarea
          autoComplete="off"
          rows={2}
          maxLength={MOST_REMARK}
          value={remark}
          onChange={event => draft.write({ remark: event.currentTarget.value })}
        />
      </label>
    </Ask>
  );
}

function Removing({ id, attachment, onDone }: AskingProps): ReactNode {
  const { t } = useTranslation('attachments');
  const draft = useFormDraft({ form: 'remove-attachment', of: attachment.id, case: id }, { reason: '' });
  const { reason } = draft.texts;
  return (
    <Ask
      {...{ id, draft, onDone }}
      label={t('remove')}
      act={t('remove')}
      leave={t('stay')}
      command={() => ({ type: 'remove-attachment', attachment: attachment.id, reason })}
    >
      <p>{t('removed')}</p>
      <label>
        {t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          autoFocus
          maxLength={2000}
          value={reason}
          onChange={event => draft.write({ reason: event.currentTarget.value })}
        />
      </label>
    </Ask>
  );
}
