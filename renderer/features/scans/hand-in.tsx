import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { filesOfDrop, scansOfFolder } from './files-of-drop.ts';

/** The types the browser can draw, and PDF. */
const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/bmp,image/tiff,application/pdf,.jpg,.jpeg,.png,.webp,.bmp,.tif,.tiff,.pdf';

/** Where scans are handed in: dropped, chosen, or a whole folder at once. */
export function HandIn({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const { t } = useTranslation('scans');
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [empty, setEmpty] = useState(false);
  const take = (chosen: readonly File[]): void => {
    setEmpty(chosen.length === 0);
    onFiles(chosen);
  };
  const hidden = { hidden: true, type: 'file', autoComplete: 'off', multiple: true } as const;
  return (
    <section
      className={`scan-drop ${over ? 'scan-drop-over' : ''}`}
      aria-label={t('handIn')}
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
        void filesOfDrop(event.dataTransfer).then(take);
      }}
    >
      <p>{t('drop')}</p>
      <div className="scan-acts">
        <ActButton rank="filled" onClick={() => files.current?.click()}>
          {t('chooseFiles')}
        </ActButton>
        <ActButton onClick={() => folder.current?.click()}>{t('chooseFolder')}</ActButton>
      </div>
      <p className="scan-quiet">{t('kinds')}</p>
      {empty && <p role="status">{t('nothingThere')}</p>}
      <input
        {...hidden}
        autoComplete="off"
        ref={files}
        accept={ACCEPTED}
        onChange={event => {
          if (event.currentTarget.files?.length) take([...event.currentTarget.files]);
          event.currentTarget.value = '';
        }}
      />
      <input
        {...hidden}
        autoComplete="off"
        ref={folder}
        {...{ webkitdirectory: '' }}
        onChange={event => {
          take(scansOfFolder([...(event.currentTarget.files ?? [])]));
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
