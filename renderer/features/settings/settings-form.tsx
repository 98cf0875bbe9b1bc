import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';

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
    <EntryForm
      label={title}
      onSubmit={onSave}
      leave={t('people.notNow')}
      onLeave={onCancel}
      acts={
        <>
          <ActButton rank="filled" type="submit">
            {save}
          </ActButton>
        </>
      }
    >
      {children}
      {fault && <FaultNotice title={refusedTitle} fault={fault} />}
    </EntryForm>
  );
}
