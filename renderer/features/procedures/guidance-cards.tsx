import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { GuidanceCard } from '#shared/procedure/guidance.schema.ts';
import './guidance-cards.css';

export interface GuidanceCardsProps {
  readonly cards: readonly GuidanceCard[];
  readonly language: Language;
}

/** What to ask, to say and never to say, for the eyes of the clerk: it is never printed and no part of the case. */
export function GuidanceCards({ cards, language }: GuidanceCardsProps): ReactNode {
  const { t } = useTranslation('procedures');
  return (
    <div className="guidance">
      {cards.map((card, index) => (
        <details key={card.id} open={index === 0}>
          <summary>
            {inLanguage(card.title, language)} <small>{t(`card.${card.kind}`)}</small>
          </summary>
          {card.lines.length === 0 ? (
            <p className="guidance-empty">{t('card.empty')}</p>
          ) : (
            <ul className={`guidance-${card.kind}`}>
              {card.lines.map(line => (
                <li key={line.zh}>{inLanguage(line, language)}</li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </div>
  );
}
