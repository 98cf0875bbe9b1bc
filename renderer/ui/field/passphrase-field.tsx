import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useId, useState, type ClipboardEvent, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/notice/field-error.tsx';
import './passphrase-field.css';

export interface PassphraseFieldProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: string;
  /** On the lock screen the placeholder says it: 王登记的口令. */
  readonly hideLabel?: boolean | undefined;
  /** What makes a good one. */
  readonly hint?: string | undefined;
  /** null keeps the room for one. */
  readonly error?: string | null | undefined;
  readonly errorDetail?: string | undefined;
}

/**
 * A passphrase, which here is mostly Chinese. Browsers turn input methods off in `type=password`, so this is a
 * text field whose characters are covered by style; nothing may remember, correct or copy what is in it.
 */
export function PassphraseField(props: PassphraseFieldProps): ReactNode {
  const { label, hideLabel = false, hint, error, errorDetail, id, className = '', ...rest } = props;
  const { t } = useTranslation('ui');
  const own = useId();
  const [shown, setShown] = useState(false);
  const field = id ?? own;
  const described = [hint === undefined ? '' : `${own}h`, error === undefined ? '' : `${own}e`]
    .filter(Boolean)
    .join(' ');
  const keepCovered = (event: ClipboardEvent): void => {
    if (!shown) event.preventDefault();
  };
  return (
    <div className="ui-passphrase">
      <label htmlFor={field} className={hideLabel ? 'sr' : 'ui-passphrase-label'}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="ui-passphrase-hint" id={`${own}h`}>
          {hint}
        </div>
      )}
      <div className="ui-passphrase-box">
        <input
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={described || undefined}
          aria-invalid={typeof error === 'string' || undefined}
          onCopy={keepCovered}
          onCut={keepCovered}
          {...rest}
          id={field}
          type="text"
          data-covered={!shown || undefined}
          className={`ui-passphrase-input ${className}`}
        />
        <button
          type="button"
          aria-controls={field}
          aria-label={shown ? t('passphrase.hide') : t('passphrase.show')}
          onClick={() => setShown(!shown)}
        >
          {shown ? <IconEyeOff size={22} aria-hidden /> : <IconEye size={22} aria-hidden />}
        </button>
      </div>
      {error !== undefined && <FieldError id={`${own}e`} title={error} detail={errorDetail} />}
    </div>
  );
}
