import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PassphraseField } from '#renderer/ui/field/passphrase-field.tsx';
import type { PassphraseLack } from './answers.ts';
import './new-passphrase.css';
import { StrengthMeter } from './strength-meter.tsx';

export interface NewPassphraseProps {
  /** 口令, or 新口令 where there was one. */
  readonly label: string;
  readonly passphrase: string;
  readonly again: string;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onAgain: (again: string) => void;
  readonly lack?: PassphraseLack | undefined;
  /** What the keyring said against it, in one line. */
  readonly refused?: string | undefined;
}

/** A new passphrase, written twice; the fields are called `passphrase` and `again`. */
export function NewPassphrase(props: NewPassphraseProps): ReactNode {
  const { label, passphrase, again, onPassphrase, onAgain, lack, refused } = props;
  const { t } = useTranslation('first-run');
  const problem = lack && t(`problem.${lack.problem}`);
  const wrong = refused ?? (lack?.field === 'passphrase' ? problem : undefined);
  return (
    <div className="first-run-passphrase">
      <div>
        <PassphraseField
          label={label}
          name="passphrase"
          hint={t('person.passphraseHint')}
          value={passphrase}
          onChange={event => onPassphrase(event.currentTarget.value)}
          {...(wrong === undefined ? {} : { error: wrong })}
        />
        {wrong === undefined && <StrengthMeter passphrase={passphrase} />}
      </div>
      <PassphraseField
        label={t('person.again')}
        name="again"
        value={again}
        onChange={event => onAgain(event.currentTarget.value)}
        error={lack?.field === 'again' ? (problem ?? null) : null}
      />
    </div>
  );
}
