import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/ipc/answers.ts';
import { Note } from '#renderer/ui/notice/note.tsx';
import { TickChoice } from '#renderer/ui/paper-form/tick-choice.tsx';

export interface LockSectionProps {
  readonly preferences: Pick<Preferences, 'lockAfter'>;
  readonly onChange: (next: Pick<Preferences, 'lockAfter'>) => void;
}

const MINUTES: readonly number[] = [1, 5, 10, 20, 30];

/** After how long the desk locks itself; holds for this computer and whoever works at it. */
export function LockSection({ preferences: { lockAfter }, onChange }: LockSectionProps): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <section className="settings" aria-label={t('lock.title')}>
      <h2>{t('lock.title')}</h2>
      <p className="settings-quiet">{t('lock.note')}</p>
      <TickChoice
        label={t('lock.title')}
        options={[
          ...MINUTES.map(count => ({ value: String(count), label: t('lock.after', { count }) })),
          { value: '0', label: t('lock.never') },
        ]}
        value={String(lockAfter)}
        onValueChange={value => value !== null && onChange({ lockAfter: Number(value) })}
      />
      {lockAfter === 0 && <Note tone="soon">{t('lock.neverNote')}</Note>}
    </section>
  );
}
