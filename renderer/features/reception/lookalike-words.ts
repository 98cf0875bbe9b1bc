import { useTranslation } from 'react-i18next';
import type { LookalikeReason } from '#shared/case/lookalikes.ts';
import { assertNever } from '#shared/core/assert.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** Why two cases look alike, as one sentence: 同一个电话，尾号 8000；同名. */
export function useLookalikeWords(
  procedure: Pick<Procedure, 'fields'>,
  language: Language,
): (reasons: readonly LookalikeReason[]) => string {
  const { t } = useTranslation('reception');
  const sayOne = (reason: LookalikeReason): string => {
    switch (reason.code) {
      case 'rule': {
        const labels = reason.fields.map(key => inLanguage(getField(procedure, key).label, language));
        return t('lookalikes.reason.rule', { fields: labels.join(t('lookalikes.and')) });
      }
      case 'phone':
        return t('lookalikes.reason.phoneTail', { tail: reason.tail });
      case 'text':
        return t('lookalikes.reason.text', { percent: Math.round(reason.likeness * 100) });
      case 'name':
      case 'address':
      case 'respondent':
        return t(`lookalikes.reason.${reason.code}`);
      default:
        return assertNever(reason);
    }
  };
  return reasons => reasons.map(sayOne).join(t('lookalikes.then'));
}
