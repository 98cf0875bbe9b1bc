import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/case/office.state.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryActs } from '#renderer/ui/entry-form/entry-form.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { ChangeRoles } from './person-form.tsx';
import { SettingsForm } from './settings-form.tsx';

export interface PersonItemProps {
  readonly person: Person;
  readonly isMe: boolean;
  /** Whether a passphrase is set; undefined while that is looked up. */
  readonly mayEnter: boolean | undefined;
  /** The person who looks may change people. */
  readonly mayChange: boolean;
  readonly onPassphrase: () => void;
}

/** One of the people of the office, and what an administrator may do about them. */
export function PersonItem({ person, isMe, mayEnter, mayChange, onPassphrase }: PersonItemProps): ReactNode {
  const { t } = useTranslation('settings');
  const { t: words } = useTranslation('fault');
  const desk = useDesk();
  const [doing, setDoing] = useState<'roles' | 'passphrase' | 'leave' | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const leave = async (): Promise<void> => {
    const left = await desk.submitOffice({ type: 'leave', person: person.id });
    if (!left.ok) {
      setFault(left.error);
      return;
    }
    // Where this fails the list goes on showing that it is still to be done.
    await desk.api.people.shutOut({ person: person.id });
    onPassphrase();
  };
  return (
    <li aria-label={person.name}>
      <div className="settings-person">
        <strong>{person.name}</strong> {isMe && t('people.me')}{' '}
        <span className="settings-quiet">
          {person.roles.map(role => words(`role.${role}`)).join(words('list'))}
        </span>{' '}
        {mayEnter === true && <StatusText tone="ok">{t('people.mayEnter')}</StatusText>}
        {mayEnter === false && <StatusText tone="soon">{t('people.noPassphrase')}</StatusText>}
      </div>
      {mayChange && doing === null && (
        <EntryActs>
          <ActButton size="small" onClick={() => setDoing('roles')}>
            {t('people.changeRoles')}
          </ActButton>
          {!isMe && (
            <>
              <ActButton size="small" onClick={() => setDoing('passphrase')}>
                {mayEnter === false ? t('people.give') : t('people.giveAnew')}
              </ActButton>
              <ActButton size="small" onClick={() => setDoing('leave')}>
                {t('people.left')}
              </ActButton>
            </>
          )}
        </EntryActs>
      )}
      {doing === 'roles' && (
        <ChangeRoles person={person.id} roles={person.roles} onDone={() => setDoing(null)} />
      )}
      {doing === 'leave' && (
        <SettingsForm
          title={t('people.left')}
          refusedTitle={t('people.notSaved')}
          save={t('people.left')}
          fault={fault}
          onSave={() => void leave()}
          onCancel={() => {
            setFault(null);
            setDoing(null);
          }}
        >
          <p>{t('people.leftWhy')}</p>
        </SettingsForm>
      )}
      {doing === 'passphrase' && (
        <PassphraseForm
          title={t('people.give')}
          hint={t('people.giveHint')}
          send={passphrase => desk.api.people.setPassphrase({ person: person.id, passphrase })}
          onDone={() => {
            setDoing(null);
            onPassphrase();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
    </li>
  );
}
