import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Role, ROLES } from '#shared/procedure/role.ts';
import { Note } from '#renderer/ui/notice/note.tsx';
import { TickMany } from '#renderer/ui/paper-form/tick-many.tsx';
import { AnswerField } from './answer-field.tsx';
import type { PersonAnswers, PersonLack } from './answers.ts';
import { NewPassphrase } from './new-passphrase.tsx';

export interface PersonStepProps {
  readonly answers: PersonAnswers;
  readonly lack: PersonLack | undefined;
  /** What the keyring said against the passphrase. */
  readonly refused: string | undefined;
  readonly onChange: (change: Partial<PersonAnswers>) => void;
}

export function PersonStep({ answers, lack, refused, onChange }: PersonStepProps): ReactNode {
  const { t } = useTranslation('first-run');
  const wrong = (field: PersonLack['field']): string | undefined =>
    lack?.field === field ? t(`problem.${lack.problem}`) : undefined;
  const ofPassphrase = lack?.field === 'passphrase' || lack?.field === 'again' ? lack : undefined;
  const rolesWrong = wrong('roles');
  return (
    <>
      <div className="first-run-fields">
        <AnswerField
          label={t('person.name')}
          name="name"
          data-autofocus
          value={answers.name}
          onValue={name => onChange({ name })}
          wrong={wrong('name')}
        />
        <AnswerField
          label={t('person.phone')}
          name="phone"
          inputMode="tel"
          placeholder={t('person.phoneEmpty')}
          value={answers.phone}
          onValue={phone => onChange({ phone })}
          wrong={wrong('phone')}
        />
        <div className="first-run-wide first-run-roles">
          <b aria-hidden>{t('person.roles')}</b>{' '}
          {rolesWrong === undefined ? (
            <span className="first-run-quiet">{t('person.rolesHint')}</span>
          ) : (
            <span className="first-run-wrong" role="alert">
              {rolesWrong}
            </span>
          )}
          <TickMany
            label={t('person.roles')}
            name="roles"
            options={ROLES.map(role => ({ value: role, label: t(`person.role.${role}`) }))}
            value={answers.roles}
            onValueChange={roles => onChange({ roles: roles.map(role => Role.parse(role)) })}
          />
        </div>
        <div className="first-run-wide">
          <NewPassphrase
            label={t('person.passphrase')}
            passphrase={answers.passphrase}
            again={answers.again}
            onPassphrase={passphrase => onChange({ passphrase })}
            onAgain={again => onChange({ again })}
            lack={ofPassphrase}
            refused={refused}
          />
        </div>
      </div>
      <Note tone="soon">{t('person.warning')}</Note>
    </>
  );
}
