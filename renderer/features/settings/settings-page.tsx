import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/ipc/answers.ts';
import type { Language } from '#shared/core/text.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { NetworkSection } from '#renderer/features/outbox/index.ts';
import { SampleOffer } from '#renderer/features/sample/index.ts';
import { ColleaguesSection } from '#renderer/features/transfers/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { TickMany } from '#renderer/ui/paper-form/tick-many.tsx';
import { ExportsSection } from './exports-section.tsx';
import { HoursForm } from './hours-form.tsx';
import { LockSection } from './lock-section.tsx';
import { LookSection } from './look-section.tsx';
import { HoursTable } from './hours-table.tsx';
import { PeopleSection } from './people-section.tsx';
import './settings-page.css';

export interface SettingsPageProps {
  readonly preferences: Preferences;
  readonly onPreferences: (next: Partial<Preferences>) => void;
  /** To bring an old ledger along. */
  readonly onImport: () => void;
  /** The manual, and being shown around. */
  readonly help: readonly Command[];
}

/** What holds for the whole office, whichever procedure it works by. */
export function SettingsPage(props: SettingsPageProps): ReactNode {
  const { preferences, onPreferences, onImport, help } = props;
  const { t, i18n } = useTranslation('settings');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { t: sample } = useTranslation('sample');
  const { boot, me, office } = useOpenDesk();
  const now = useNow();
  const [changing, setChanging] = useState(false);
  const mayChange = me.roles.includes('administrator');
  // The minute that `now` tells began before what was set just now.
  const setAt = office.hours.reduce((last, { at }) => (at !== undefined && at > last ? at : last), now);
  const isNow = ({ from }: (typeof office.hours)[number]): boolean => from === null || from <= setAt;
  const current = office.hours.findLast(isNow);
  const planned = office.hours.filter(each => !isNow(each));
  return (
    <>
      <PageHead title={t('title')} sub={office.name} />
      <PageColumns>
        <section className="settings" aria-label={t('hours.title')}>
          <h2>{t('hours.title')}</h2>
          <p className="settings-quiet">{t('hours.note')}</p>
          {current && <HoursTable since={current} language={language} />}
          {planned.map(each => (
            <HoursTable key={each.from} since={each} language={language} />
          ))}
          {mayChange ? (
            !changing && <ActButton onClick={() => setChanging(true)}>{t('hours.change')}</ActButton>
          ) : (
            <p className="settings-quiet">{t('hours.byAdministrator')}</p>
          )}
          {changing && current && (
            <HoursForm hours={current.hours} language={language} onDone={() => setChanging(false)} />
          )}
        </section>
        <PeopleSection />
        <LookSection preferences={preferences} onChange={onPreferences} />
        <LockSection preferences={preferences} onChange={onPreferences} />
        <section className="settings" aria-label={t('notices.title')}>
          <h2>{t('notices.title')}</h2>
          <p className="settings-quiet">{t('notices.note')}</p>
          <TickMany
            label={t('notices.title')}
            name="notices"
            options={[{ value: 'wanted', label: t('notices.wanted') }]}
            value={preferences.notices ? ['wanted'] : []}
            onValueChange={wanted => onPreferences({ notices: wanted.includes('wanted') })}
          />
        </section>
        {me.roles.includes('records-officer') && (
          <section className="settings" aria-label={t('oldLedger.title')}>
            <h2>{t('oldLedger.title')}</h2>
            <p className="settings-quiet">{t('oldLedger.note')}</p>
            <ActButton onClick={onImport}>{t('oldLedger.act')}</ActButton>
          </section>
        )}
        {!boot.sample.here && (
          <section className="settings" aria-label={sample('label')}>
            <h2>{sample('label')}</h2>
            <p className="settings-quiet">{sample('settings.note')}</p>
            <SampleOffer rank="default" />
          </section>
        )}
        {!boot.sample.here && <ColleaguesSection />}
        <NetworkSection />
        <ExportsSection />
        <section className="settings" aria-label={t('help.title')}>
          <h2>{t('help.title')}</h2>
          <p className="settings-quiet">{t('help.note')}</p>
          <p className="settings-acts">
            {help.map(({ id, name, run }) => (
              <ActButton key={id} onClick={run}>
                {name}
              </ActButton>
            ))}
          </p>
        </section>
      </PageColumns>
    </>
  );
}
