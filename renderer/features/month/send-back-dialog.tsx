import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { AskReasonDialog } from './ask-reason-dialog.tsx';

export interface SendBackDialogProps {
  readonly period: PlainMonth;
  readonly month: string;
  readonly onSendBack: (reason: string) => void;
  readonly onKeep: () => void;
}

/** The lock of a month goes back to who proposed it, who learns why. */
export function SendBackDialog({ period, month, onSendBack, onKeep }: SendBackDialogProps): ReactNode {
  const { t } = useTranslation('month');
  return (
    <AskReasonDialog
      place={{ form: 'send-back-month', of: period }}
      words={{
        ...{ title: t('back.title', { month }), what: t('back.what', { month }) },
        ...{ reason: t('back.reason'), missing: t('back.reasonMissing') },
        ...{ act: t('back.act'), keep: t('back.keep') },
      }}
      onAct={onSendBack}
      onKeep={onKeep}
    />
  );
}
