import { useTranslation } from 'react-i18next';
import type { Correction } from '#shared/printing/printer-settings.ts';

const percent = (factor: number): string => (factor * 100).toFixed(2).replace(/\.?0+$/, '');

/** What a correction does to the page: 右移 1.2 毫米，下移 0.5 毫米。 */
export function useCorrectionWords(): (correction: Correction) => string {
  const { t } = useTranslation('paper');
  return ({ right, down, across, along }) => {
    const parts = [
      ...(right > 0 ? [t('correction.right', { mm: right })] : []),
      ...(right < 0 ? [t('correction.left', { mm: -right })] : []),
      ...(down > 0 ? [t('correction.down', { mm: down })] : []),
      ...(down < 0 ? [t('correction.up', { mm: -down })] : []),
      ...(across !== 1 ? [t('correction.across', { percent: percent(across) })] : []),
      ...(along !== 1 ? [t('correction.along', { percent: percent(along) })] : []),
    ];
    return parts.length === 0
      ? t('correction.none')
      : t('correction.words', { parts: parts.join(t('correction.separator')) });
  };
}
