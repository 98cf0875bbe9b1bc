import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { ErrorNotice } from '#renderer/ui/notice/error-notice.tsx';

export function Crashed({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation('app');
  return (
    <ErrorNotice
      title={t('crashed.title')}
      what={t('crashed.what')}
      kept={t('crashed.kept')}
      next={t('crashed.next')}
      code="window/crashed"
      onCopy={() => navigator.clipboard.writeText('window/crashed')}
      acts={
        <ActButton rank="filled" onClick={onAgain}>
          {t('crashed.again')}
        </ActButton>
      }
    />
  );
}
