import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/ipc/answers.ts';
import { TickChoice } from '#renderer/ui/paper-form/tick-choice.tsx';

export interface LookSectionProps {
  readonly preferences: Preferences;
  readonly onChange: (next: Partial<Preferences>) => void;
}

const SCHEMES: readonly Preferences['scheme'][] = ['light', 'dark', 'auto'];

/** How the screen looks; holds for this computer and whoever works at it. */
export function LookSection({ preferences, onChange }: LookSectionProps): ReactNode {
  const { t } = useTranslation('settings');
  const { language, largeType, scheme } = preferences;
  return (
    <section className="settings" aria-label={t('look.title')}>
      <h2>{t('look.title')}</h2>
      <p className="settings-quiet">{t('look.note')}</p>
      <b aria-hidden>{t('look.scheme')}</b>
      <TickChoice
        label={t('look.scheme')}
        options={SCHEMES.map(value => ({ value, label: t(`look.${value}`) }))}
        value={scheme}
        onValueChange={value => {
          const chosen = SCHEMES.find(each => each === value);
          if (chosen) onChange({ scheme: chosen });
        }}
      />
      <b aria-hidden>{t('look.size')}</b>
      <TickChoice
        label={t('look.size')}
        options={[
          { value: 'normal', label: t('look.normal') },
          { value: 'large', label: t('look.large') },
        ]}
        value={largeType ? 'large' : 'normal'}
        onValueChange={value => value !== null && onChange({ largeType: value === 'large' })}
      />
      <b aria-hidden>{t('look.language')}</b>
      <TickChoice
        label={t('look.language')}
        options={[
          { value: 'zh-CN', label: t('look.chinese') },
          { value: 'en', label: t('look.english') },
        ]}
        value={language}
        onValueChange={value => value !== null && onChange({ language: value === 'en' ? 'en' : 'zh-CN' })}
      />
    </section>
  );
}
