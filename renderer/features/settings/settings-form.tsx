import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface SettingsFormProps {
  readonly title: string;
  /** What the notice says when it was refused. */
  readonly refusedTitle: string;
  readonly save: string;
  readonly fault: AnyFault | null;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A small form of the settings: its entries, why it was refused, and its two buttons. */
export function SettingsForm(props: SettingsFormProps): ReactNode {
  const { title, refusedTitle, save, fault, onSave, onCancel, children } = props;
  const { t } = useTranslation('settings');
  return (
    <form
      className="settings-form"
      aria-label={title}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        onSave();
      }}
    >
      {fault && <FaultNotice title={refusedTitle} fault={fault} />}
      {children}
      <div className="settings-acts">
        <ActButton rank="filled" type="submit">
          {save}
        </ActButton>
        <ActButton onClick={onCancel}>{t('people.notNow')}</ActButton>
      </div>
    </form>
  );
}
