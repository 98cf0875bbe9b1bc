import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeText } from '#shared/attachments/media.sniff.ts';
import { isStripped } from '#shared/attachments/leaving-copy.ts';
import type { AttachmentState } from '#shared/case/case.state.ts';
import { assertNever } from '#shared/core/assert.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { StoredPdf } from '#renderer/features/paper/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { AudioPlayer } from './audio-player.tsx';
import { PhotoView } from './photo-view.tsx';
import { sizeWords } from './size-words.ts';
import { TiffView } from './tiff-view.tsx';
import { useAttachmentFile } from './use-attachment-file.ts';

function TextView({ file, name }: { readonly file: Blob; readonly name: string }): ReactNode {
  const { t } = useTranslation('attachments');
  const [text, setText] = useState('');
  useEffect(() => {
    let wanted = true;
    void file.arrayBuffer().then(bytes => {
      if (wanted) setText(decodeText(new Uint8Array(bytes)) ?? '');
    });
    return () => {
      wanted = false;
    };
  }, [file]);
  return (
    <pre className="attach-text scroll" tabIndex={0} role="document" aria-label={`${t('view.text')} ${name}`}>
      {text}
    </pre>
  );
}

function OpenFile({ attachment }: { readonly attachment: AttachmentState }): ReactNode {
  const { t } = useTranslation('attachments');
  const words = useFaultWords();
  const { address, blob, fault, progress } = useAttachmentFile(attachment);
  if (fault) return <StatusText tone="over">{words(fault).short}</StatusText>;
  if (address === undefined || !blob)
    return (
      <Progress
        label={t('view.opening')}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
        words={t('view.openingWords', {
          done: sizeWords(t, progress?.done ?? 0),
          total: sizeWords(t, progress?.total ?? attachment.bytes),
        })}
      />
    );
  const { name, kind, media } = attachment;
  switch (kind) {
    case 'photo':
      return media === 'image/tiff' ? (
        <TiffView file={blob} name={name} />
      ) : (
        <PhotoView address={address} name={name} />
      );
    case 'audio':
      return <AudioPlayer address={address} name={name} />;
    case 'document':
      return <TextView file={blob} name={name} />;
    default:
      return assertNever(kind);
  }
}

export interface AttachmentDialogProps {
  readonly attachment: AttachmentState;
  /** What a copy is called: no name of a person, which the name of the file may be. */
  readonly fileName: string;
  readonly onClose: () => void;
}

/** A file of a case, to be looked at or listened to. */
export function AttachmentDialog({ attachment, fileName, onClose }: AttachmentDialogProps): ReactNode {
  const { t } = useTranslation('attachments');
  const { api } = useDesk();
  const words = useFaultWords();
  const [saved, setSaved] = useState<string | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const { sha256, media, kind } = attachment;
  const save = async (): Promise<void> => {
    const done = await api.attachments.save({ sha256, media, name: fileName });
    setFault(done.ok ? null : done.error);
    if (done.ok) setSaved(done.value.path);
  };
  return (
    <Dialog
      open
      full={kind !== 'audio'}
      onClose={onClose}
      closable
      title={attachment.name}
      acts={
        <>
          <ActButton onClick={onClose}>{t('view.close')}</ActButton>
          <ActButton onClick={() => void save()}>{t('view.save')}</ActButton>
          {isStripped(media) && (
            <span className="attach-quiet">
              {t(kind === 'audio' ? 'view.strippedSound' : 'view.stripped')}
            </span>
          )}
          <span role="status">{saved !== null && t('view.saved', { path: saved })}</span>
          {fault && (
            <span role="alert">
              <StatusText tone="over">{words(fault).short}</StatusText>
            </span>
          )}
        </>
      }
    >
      {attachment.remark !== '' && <p>{attachment.remark}</p>}
      {media === 'application/pdf' ? (
        <StoredPdf sha256={sha256} waiting={t('view.opening')} />
      ) : (
        <OpenFile attachment={attachment} />
      )}
    </Dialog>
  );
}
