import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleAnswer } from '#shared/ipc/answers.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';

export type PlaceDoubt = NonNullable<BundleAnswer['doubt']>;

export interface PlaceQuestionProps {
  readonly doubt: PlaceDoubt;
  readonly onAnyway: () => void;
  readonly onOther: () => void;
  readonly onNot: () => void;
}

/** The folder chosen lies on this PC or on another: nothing is written before somebody says that this is meant. */
export function PlaceQuestion({ doubt, onAnyway, onOther, onNot }: PlaceQuestionProps): ReactNode {
  const { t } = useTranslation('month');
  return (
    <Dialog
      open
      onClose={onNot}
      title={t(`doubt.${doubt.place}.title`)}
      acts={
        <>
          <ActButton rank="filled" data-autofocus onClick={onOther}>
            {t('doubt.other')}
          </ActButton>
          <ActButton onClick={onAnyway}>{t('doubt.anyway')}</ActButton>
        </>
      }
    >
      <p>{t(`doubt.${doubt.place}.what`)}</p>
      <p className="month-folder">{doubt.folder}</p>
    </Dialog>
  );
}
