import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOfMedia } from '#shared/attachments/attachment.media.ts';
import { err, ok } from '#shared/core/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { DraftFile } from '#renderer/db/live/drafts.types.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { ArrivalNotes } from './arrival-notes.tsx';
import './attachments.css';
import { HandInFiles } from './hand-in-files.tsx';
import { sizeWords } from './size-words.ts';
import { useArrivals } from './use-arrivals.ts';

export interface DraftFilesProps {
  readonly draftId: string;
  readonly files: readonly DraftFile[];
  readonly onChange: (files: readonly DraftFile[]) => void;
  /** While files come in the registration is not saved: they would belong to nothing. */
  readonly onBusy: (busy: boolean) => void;
}

/** What is handed in at the counter, before there is a case it could belong to. Drop it under a key of its draft. */
export function DraftFiles({ draftId, files, onChange, onBusy }: DraftFilesProps): ReactNode {
  const { t } = useTranslation('attachments');
  const { api } = useDesk();
  // One file comes in after the other, also between two pictures of the screen.
  const latest = useRef({ files, onChange, isOpen: true });
  useEffect(() => {
    latest.current = { files, onChange, isOpen: true };
  });
  const change = (next: readonly DraftFile[]): void => {
    latest.current = { ...latest.current, files: next };
    latest.current.onChange(next);
  };
  const arrivals = useArrivals({
    owner: draftId,
    receive: async (name, { upload, ...kept }) => {
      await api.attachments.drop({ upload });
      const there = latest.current.files.find(({ sha256 }) => sha256 === kept.sha256);
      if (there) return err({ code: 'case/attachment-there', name: there.name });
      if (latest.current.isOpen) change([...latest.current.files, { name, ...kept }]);
      return ok(null);
    },
  });
  const busy = arrivals.progress !== null;
  const { cancel } = arrivals;
  const stop = useRef(cancel);
  useEffect(() => {
    stop.current = cancel;
  });
  useEffect(() => onBusy(busy), [busy, onBusy]);
  // Under another draft what still comes in would be somebody else's.
  useEffect(
    () => () => {
      latest.current = { ...latest.current, isOpen: false };
      stop.current();
      onBusy(false);
    },
    [onBusy],
  );
  return (
    <section className="attach-draft" aria-label={t('draft.title')}>
      <h2>{t('draft.title')}</h2>
      <HandInFiles onFiles={arrivals.take}>
        {files.length > 0 && (
          <>
            <ul className="attach-list">
              {files.map(file => (
                <li key={file.sha256} className="attach-line">
                  <div className="attach-told">
                    <strong>{file.name}</strong>
                    <small>
                      {t('draft.line', {
                        kind: t(`kind.${kindOfMedia(file.media)}`),
                        size: sizeWords(t, file.bytes),
                      })}
                    </small>
                  </div>
                  <ActButton
                    size="small"
                    rank="text"
                    aria-label={t('draft.dropOf', { name: file.name })}
                    onClick={() => change(files.filter(each => each !== file))}
                  >
                    {t('draft.drop')}
                  </ActButton>
                </li>
              ))}
            </ul>
            <p role="status">{t('draft.safe')}</p>
          </>
        )}
        <ArrivalNotes {...arrivals} />
      </HandInFiles>
    </section>
  );
}
