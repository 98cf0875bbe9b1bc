import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

const ACCEPTED = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png';

export interface OutsideChoiceProps {
  readonly file: File | null;
  readonly onFile: (file: File) => void;
}

/** Where one file is handed in: chosen, or dropped. */
export function OutsideChoice({ file, onFile }: OutsideChoiceProps): ReactNode {
  const { t } = useTranslation('paper');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [several, setSeveral] = useState(false);
  const take = (files: readonly File[]): void => {
    const [first] = files;
    setSeveral(files.length > 1);
    if (first && files.length === 1) onFile(first);
  };
  return (
    <div
      className={`outside-drop ${over ? 'outside-drop-over' : ''}`}
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
        take([...event.dataTransfer.files]);
      }}
    >
      <ActButton size="small" onClick={() => input.current?.click()}>
        {t('outside.choose')}
      </ActButton>
      <span className="paper-quiet">{t('outside.drop')}</span>
      <div role="status">
        {file && t('outside.chosen', { name: file.name, size: sizeWords(t, file.size) })}
        {several && t('outside.one')}
      </div>
      <input
        hidden
        type="file"
        autoComplete="off"
        ref={input}
        accept={ACCEPTED}
        onChange={event => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation<'paper'>>['t'];

const sizeWords = (t: Translate, bytes: number): string =>
  bytes < 1_000_000
    ? t('outside.kilobytes', { amount: Math.max(1, Math.round(bytes / 1000)) })
    : t('outside.megabytes', { amount: (bytes / 1_000_000).toFixed(1) });
