import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import './error-notice.css';

export interface ErrorNoticeProps {
  /** What did not happen: 没有写完：U 盘中途断开. */
  readonly title: string;
  readonly what: ReactNode;
  /** Whether anything is lost. Nobody reads on before knowing this. */
  readonly kept: ReactNode;
  readonly next: ReactNode;
  /** USB-07 */
  readonly code: string;
  /** Puts code and circumstances, without personal data, on the clipboard. */
  readonly onCopy: () => void | Promise<void>;
  /** The remedy as the filled button, then other ways, then later. */
  readonly acts?: ReactNode;
  /** Spoken at once. In a dialog its opening is spoken already. */
  readonly urgent?: boolean | undefined;
  /** The dialog around it shows the title. */
  readonly hideTitle?: boolean | undefined;
}

export function ErrorNotice(props: ErrorNoticeProps): ReactNode {
  const { title, what, kept, next, code, onCopy, acts, urgent = true, hideTitle = false } = props;
  const { t } = useTranslation('ui');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await onCopy();
    setCopied(true);
  };
  return (
    <div className="ui-error" role={urgent ? 'alert' : undefined}>
      {!hideTitle && (
        <h2>
          <IconAlertTriangle size={28} aria-hidden />
          {title}
        </h2>
      )}
      <dl>
        <dt>{t('error.what')}</dt>
        <dd>{what}</dd>
        <dt>{t('error.kept')}</dt>
        <dd>{kept}</dd>
        <dt>{t('error.next')}</dt>
        <dd>{next}</dd>
      </dl>
      <div className="ui-error-foot">
        {acts}
        <span className="ui-error-code">
          {t('error.code', { code })}
          <ActButton rank="text" size="small" onClick={() => void copy()}>
            {copied ? t('error.copied') : t('error.copy')}
          </ActButton>
        </span>
      </div>
    </div>
  );
}
