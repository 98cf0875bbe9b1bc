import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskReasonDialog } from './ask-reason-dialog.tsx';
import type { CloseWords } from './close-words.ts';

export interface SendBackDialogProps extends CloseWords {
  readonly onSendBack: (reason: string) => void;
  readonly onKeep: () => void;
}

/** The lock of a month or the close of a period goes back to who proposed it, who learns why. */
export function SendBackDialog({ at, of, what, onSendBack, onKeep }: SendBackDialogProps): ReactNode {
  const { t } = useTranslation('month');
  return (
    <AskReasonDialog
      place={{ form: 'send-back-month', of }}
      words={{
        ...{ title: t(`${at}.back.title`, { what }), what: t(`${at}.back.what`, { what }) },
        ...{ reason: t('back.reason'), missing: t('back.reasonMissing') },
        ...{ act: t('back.act'), keep: t('back.keep') },
      }}
      onAct={onSendBack}
      onKeep={onKeep}
    />
  );
}
