import { useTranslation } from 'react-i18next';
import type { ValueWarning } from '#shared/case/values.check.ts';

/** What to ask again: 手机号少 1 位，再问一遍；问不到也能保存. */
export function useWarningWords(): (warning: ValueWarning) => string {
  const { t } = useTranslation('procedure-form');
  return warning => {
    const subject = t(`warning.subject.${warning.kind}`);
    const { missing } = warning;
    const finding =
      missing === undefined
        ? t('warning.odd', { subject })
        : missing > 0
          ? t('warning.few', { subject, count: missing })
          : t('warning.many', { subject, count: -missing });
    return t('warning.whole', { finding });
  };
}
