import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { NewPassphrase, newPassphraseLack, type PassphraseLack } from '#renderer/features/first-run/index.ts';
import { PassphraseField } from '#renderer/ui/field/passphrase-field.tsx';
import { SettingsForm } from './settings-form.tsx';

export interface PassphraseFormProps {
  readonly title: string;
  /** Asks for the present passphrase first: a desk left open does not cost its owner the account. */
  readonly asksCurrent?: boolean;
  readonly hint?: string;
  readonly send: (passphrase: string, current: string) => Promise<Reply<null>>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const isAboutNew = ({ code }: DeskFault): boolean => code.startsWith('keys/passphrase-');

/** A passphrase, written twice. */
export function PassphraseForm(props: PassphraseFormProps): ReactNode {
  const { title, asksCurrent = false, hint, send, onDone, onCancel } = props;
  const { t } = useTranslation('settings');
  const words = useFaultWords();
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [lack, setLack] = useState<PassphraseLack>();
  const [fault, setFault] = useState<DeskFault | null>(null);
  const save = async (): Promise<void> => {
    const missing = newPassphraseLack(passphrase, again);
    setLack(missing);
    setFault(null);
    if (missing) return;
    const reply = await send(passphrase, current);
    if (reply.ok) onDone();
    else setFault(reply.error);
  };
  const wrongCurrent = fault?.code === 'keys/wrong-passphrase';
  const refused = fault !== null && isAboutNew(fault) ? words(fault).short : undefined;
  return (
    <SettingsForm
      title={title}
      refusedTitle={t('people.notGiven')}
      save={t('people.save')}
      fault={wrongCurrent || refused !== undefined ? null : fault}
      onSave={() => void save()}
      onCancel={onCancel}
    >
      {hint !== undefined && <small>{hint}</small>}
      {asksCurrent && (
        <PassphraseField
          label={t('people.current')}
          name="current"
          value={current}
          onChange={event => setCurrent(event.currentTarget.value)}
          {...(wrongCurrent ? { error: t('people.wrongCurrent') } : {})}
        />
      )}
      <NewPassphrase
        label={asksCurrent ? t('people.newPassphrase') : t('people.passphrase')}
        passphrase={passphrase}
        again={again}
        onPassphrase={setPassphrase}
        onAgain={setAgain}
        lack={lack}
        refused={refused}
      />
    </SettingsForm>
  );
}
