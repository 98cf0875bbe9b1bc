import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/core/instant.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { CameraDialog } from './camera-dialog.tsx';
import { momentWords } from './size-words.ts';
import type { NamedFile } from './use-arrivals.ts';

/** For the dialog of the system alone: what is taken is decided by what is in a file. */
const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/tiff,application/pdf,text/plain,audio/*,.tif,.tiff,.m4a';

/** Pictures out of the clipboard are all called alike. */
const NAMELESS = /^image\.\w+$/;

function useNaming(): (file: File, at: Instant) => NamedFile {
  const { t } = useTranslation('attachments');
  const { t: ui } = useTranslation('ui');
  return (file, at) => ({
    file,
    name: NAMELESS.test(file.name) ? t('pasted', { when: momentWords(ui, at) }) : file.name,
  });
}

/** Where files are handed in: dropped anywhere on what is inside, pasted anywhere on the page, chosen, or photographed. */
export function HandInFiles({
  onFiles,
  acts,
  children,
}: {
  readonly onFiles: (files: readonly NamedFile[]) => void;
  /** Beside the button that chooses files. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('attachments');
  const desk = useDesk();
  const naming = useNaming();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [photographing, setPhotographing] = useState(false);
  const take = (files: Iterable<File>): void => onFiles([...files].map(file => naming(file, desk.now())));

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = event.clipboardData?.files;
      // Text that is pasted into a field is none of these.
      if (!files?.length) return;
      event.preventDefault();
      take(files);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  });

  return (
    <div
      className={`attach-drop ${over ? 'attach-drop-over' : ''}`}
      onDragOver={event => {
        event.preventDefault();
        // Everywhere else on the window files are refused.
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      {children}
      <div className="attach-acts">
        <ActButton size="small" onClick={() => input.current?.click()}>
          {t('choose')}
        </ActButton>
        <ActButton size="small" onClick={() => setPhotographing(true)}>
          {t('camera.begin')}
        </ActButton>
        {acts}
        <span>{t('drop')}</span>
      </div>
      <p className="attach-quiet">{t('limits')}</p>
      <input
        hidden
        type="file"
        multiple
        autoComplete="off"
        ref={input}
        accept={ACCEPTED}
        onChange={event => {
          take(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
      {photographing && (
        <CameraDialog onPhoto={photo => onFiles([photo])} onClose={() => setPhotographing(false)} />
      )}
    </div>
  );
}
