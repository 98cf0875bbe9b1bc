import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseStrength, STRENGTH_BARS } from './passphrase-strength.ts';
import './strength-meter.css';

/** Four bars and the same in words: what stands, and what would make it better. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }): ReactNode {
  const { t } = useTranslation('first-run');
  const strength = passphraseStrength(passphrase);
  const bars = STRENGTH_BARS[strength];
  return (
    <div
      className="first-run-strength"
      data-strength={strength}
      role="status"
      aria-label={t('strength.label')}
    >
      {[1, 2, 3, 4].map(bar => (
        <i key={bar} className="keep-colors" data-on={bar <= bars || undefined} aria-hidden />
      ))}
      {strength !== 'empty' && (
        <>
          <b>{t(`strength.${strength}`)}</b>
          <span>{t(`strength.${strength}Advice`)}</span>
        </>
      )}
    </div>
  );
}
