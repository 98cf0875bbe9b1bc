import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/core/assert.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useObstacleWords } from '#renderer/features/fault/index.ts';
import type { Hindrance, Offer } from './together.ts';

export interface NotOfferedProps {
  readonly offer: Offer;
  readonly procedure: Procedure | undefined;
  readonly language: Language;
}

/** Which steps some of the cases could take and why not all of them at once. */
export function NotOffered({ offer, procedure, language }: NotOfferedProps): ReactNode {
  const { t } = useTranslation('cases');
  const obstacleWords = useObstacleWords();
  if (offer === undefined) return <p className="cases-quiet">{t('together.otherProcedures')}</p>;
  if (offer.length === 0) return <p className="cases-quiet">{t('together.noSteps')}</p>;

  const why = (hindrance: Hindrance): string => {
    switch (hindrance.code) {
      case 'own-wish':
        return t('together.why.ownWish');
      case 'own-values': {
        const labels = hindrance.fields.map(key =>
          procedure ? inLanguage(getField(procedure, key).label, language) : key,
        );
        const { count } = hindrance;
        return t('together.why.ownValues', { count, fields: labels.join(t('condition.list')) });
      }
      case 'elsewhere':
        return t('together.why.elsewhere', { count: hindrance.count });
      case 'obstacle': {
        const { count, obstacle } = hindrance;
        return t('together.why.obstacle', { count, why: obstacleWords(obstacle) });
      }
      default:
        return assertNever(hindrance);
    }
  };

  const held = offer.flatMap(({ step, hindrance }) => (hindrance ? [{ step, hindrance }] : []));
  return (
    held.length > 0 && (
      <ul className="cases-held" aria-label={t('together.notOffered')}>
        {held.map(({ step, hindrance }) => (
          <li key={step.id}>
            {t('together.held', { step: inLanguage(step.name, language), why: why(hindrance) })}
          </li>
        ))}
      </ul>
    )
  );
}
