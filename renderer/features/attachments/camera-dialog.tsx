import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { photograph } from './camera.ts';
import { momentWords } from './size-words.ts';
import type { NamedFile } from './use-arrivals.ts';
import { useCamera } from './use-camera.ts';

interface Taken {
  readonly photo: Blob;
  readonly address: string;
}

export interface CameraDialogProps {
  /** The same way a file goes that is dropped. */
  readonly onPhoto: (photo: NamedFile) => void;
  readonly onClose: () => void;
}

/** What lies under the camera, seen before it is taken and before it is used. */
export function CameraDialog({ onPhoto, onClose }: CameraDialogProps): ReactNode {
  const { t } = useTranslation('attachments');
  const { t: ui } = useTranslation('ui');
  const desk = useDesk();
  const words = useFaultWords();
  const { stream, cameras, open, fault, choose, retry } = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const [ready, setReady] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [used, setUsed] = useState(0);

  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
    setReady(false);
  }, [stream]);
  useEffect(() => () => URL.revokeObjectURL(taken?.address ?? ''), [taken]);
  // The button that leads on is another one in each state; whoever works by keys presses Enter again and again.
  useEffect(() => main.current?.focus(), [taken, ready, fault]);

  const take = async (): Promise<void> => {
    if (!video.current) return;
    const photo = await photograph(video.current);
    setTaken({ photo, address: URL.createObjectURL(photo) });
  };
  const use = (): void => {
    if (!taken) return;
    onPhoto({ file: taken.photo, name: t('camera.name', { when: momentWords(ui, desk.now()) }) });
    setUsed(used + 1);
    setTaken(null);
  };

  return (
    <Dialog
      open
      full
      closable
      onClose={onClose}
      title={t('camera.title')}
      acts={
        <>
          {taken && (
            <>
              <ActButton
                ref={main}
                rank="filled"
                onClick={() => {
                  use();
                  onClose();
                }}
              >
                {t('camera.use')}
              </ActButton>
              <ActButton onClick={use}>{t('camera.useAndGoOn')}</ActButton>
              <ActButton onClick={() => setTaken(null)}>{t('camera.again')}</ActButton>
            </>
          )}
          {!taken && !fault && (
            <ActButton ref={main} rank="filled" busy={!ready} onClick={() => void take()}>
              {t(ready ? 'camera.take' : 'camera.opening')}
            </ActButton>
          )}
          {!taken && fault && (
            <ActButton ref={main} rank="filled" onClick={retry}>
              {t('camera.retry')}
            </ActButton>
          )}
          <ActButton onClick={onClose}>{t('camera.close')}</ActButton>
          <span role="status">{used > 0 && t('camera.used', { count: used })}</span>
        </>
      }
    >
      <div className="attach-camera">
        {cameras.length > 1 && !taken && (
          <label className="attach-acts">
            {t('camera.which')}
            <select
              autoComplete="off"
              value={open ?? ''}
              onChange={event => choose(event.currentTarget.value)}
            >
              {open === undefined && <option value="" />}
              {cameras.map(({ id, name }, index) => (
                <option key={id} value={id}>
                  {name === '' ? t('camera.nth', { nth: index + 1 }) : name}
                </option>
              ))}
            </select>
          </label>
        )}
        {fault && !taken && (
          <div role="alert">
            <StatusText tone="over">{words(fault).short}</StatusText>
          </div>
        )}
        {/* Hidden while the photo is looked at, so that taking it again does not open the camera again. */}
        <video
          ref={video}
          className="attach-camera-picture"
          hidden={taken !== null || fault !== null}
          role="img"
          aria-label={t('camera.live')}
          autoPlay
          muted
          playsInline
          onLoadedData={() => setReady(true)}
        />
        {taken && <img className="attach-camera-picture" src={taken.address} alt={t('camera.taken')} />}
        {!fault && <p className="attach-quiet">{t('camera.safe')}</p>}
      </div>
    </Dialog>
  );
}
