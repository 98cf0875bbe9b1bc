import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { APPROVES_LOCKS } from '#shared/case/close.decide.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryActs } from '#renderer/ui/entry-form/entry-form.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { AddPerson } from './person-form.tsx';
import { PersonItem } from './person-item.tsx';
import { useLogIns } from './use-log-ins.ts';

type Doing = 'add' | 'own' | null;

/** Who works in the office and may log in at this PC. */
export function PeopleSection(): ReactNode {
  const { t } = useTranslation('settings');
  const desk = useDesk();
  const { me, office } = useOpenDesk();
  const { people: logIns, look } = useLogIns();
  const [doing, setDoing] = useState<Doing>(null);
  const [changed, setChanged] = useState(false);
  const mayChange = me.roles.includes('administrator');
  const gone = (logIns ?? []).filter(({ id }) => !office.people.some(person => person.id === id));
  const shutOut = async (id: (typeof gone)[number]['id']): Promise<void> => {
    await desk.api.people.shutOut({ person: id });
    await look();
  };
  return (
    <section className="settings" aria-label={t('people.title')}>
      <h2>{t('people.title')}</h2>
      <p className="settings-quiet">{t('people.note')}</p>
      {!office.people.some(({ roles }) => roles.includes(APPROVES_LOCKS)) && (
        <StatusText tone="soon">{t('people.nobodyInCharge')}</StatusText>
      )}
      <ul className="settings-people">
        {office.people.map(person => (
          <PersonItem
            key={person.id}
            person={person}
            isMe={person.id === me.person}
            mayEnter={logIns?.some(({ id }) => id === person.id)}
            mayChange={mayChange}
            onPassphrase={() => void look()}
          />
        ))}
        {gone.map(({ id, name }) => (
          <li key={id} aria-label={name}>
            <div className="settings-person">
              <strong>{name}</strong> <StatusText tone="soon">{t('people.gone')}</StatusText>
            </div>
            {mayChange && (
              <EntryActs>
                <ActButton size="small" onClick={() => void shutOut(id)}>
                  {t('people.shutOut')}
                </ActButton>
              </EntryActs>
            )}
          </li>
        ))}
      </ul>
      {doing === null && (
        <EntryActs>
          {mayChange && <ActButton onClick={() => setDoing('add')}>{t('people.add')}</ActButton>}
          <ActButton
            onClick={() => {
              setChanged(false);
              setDoing('own');
            }}
          >
            {t('people.own')}
          </ActButton>
        </EntryActs>
      )}
      {!mayChange && <p className="settings-quiet">{t('people.byAdministrator')}</p>}
      <p role="status">{changed && t('people.ownDone')}</p>
      {doing === 'add' && <AddPerson onDone={() => setDoing(null)} />}
      {doing === 'own' && (
        <PassphraseForm
          title={t('people.own')}
          asksCurrent
          send={(next, current) => desk.api.people.ownPassphrase({ current, next })}
          onDone={() => {
            setDoing(null);
            setChanged(true);
          }}
          onCancel={() => setDoing(null)}
        />
      )}
    </section>
  );
}
